// How a video job goes on: told by the server, or asked for when the stream breaks.
import { readVideo, videoEvents } from "./api.js";

const open = new Set(["queued", "submitting", "submitted", "running", "downloading"]);
const pause = 1500;

export const isFinal = ({ state }) => !open.has(state);

/** Calls `changed` with the job on every change until it is final; returns what stops it. */
export function follow(id, changed) {
  const source = new EventSource(videoEvents(id));
  let timer;
  let isStopped = false;
  const stop = () => {
    isStopped = true;
    source.close();
    clearTimeout(timer);
  };
  const told = (job) => {
    if (isStopped) return;
    if (isFinal(job)) stop();
    changed(job);
  };
  const ask = async () => {
    // A server that is away is asked again; the card keeps its last state.
    const job = await readVideo(id).catch(() => null);
    if (job) told(job);
    if (!isStopped) timer = setTimeout(ask, pause);
  };
  source.addEventListener("progress", (event) => told(JSON.parse(event.data)));
  source.addEventListener("error", () => {
    source.close();
    ask();
  });
  return stop;
}
