// The videos of a prompt: asked for, followed, played, tried again.
import { askForVideo, cancelVideo, readVideos, retryVideo } from "./api.js";
import { announce, busy, byId, make } from "./dom.js";
import { isUnsaved } from "./editor.js";
import { number, t } from "./language.js";
import { clearNotice, showNotice, showProblem } from "./notice.js";
import { follow, isFinal } from "./progress.js";

const list = byId("jobs");
const notice = byId("video-notice");
let prompt;
let cards = new Map();
let stops = [];

const shape = () => `player a${prompt.parameters.aspect.replace(":", "x")}`;

function player({ content, thumbnail }) {
  const label = t("videoLabel", { idea: prompt.idea });
  return make("video", {
    class: shape(), controls: true, playsinline: true, preload: "metadata",
    src: content, poster: thumbnail, "aria-label": label,
  });
}

/** Nine moments of the video; loaded when it is opened. */
function glance({ contactSheet }) {
  const alt = t("glanceLabel", { idea: prompt.idea });
  return make(
    "details", { class: "glance" }, make("summary", {}, t("glance")),
    make("img", { src: contactSheet, alt, loading: "lazy" }),
  );
}

function failures({ failure, attempts }) {
  const tries = attempts
    .filter((attempt) => attempt.failure)
    .map(({ provider, failure }, index) =>
      make("li", { dir: "auto" }, `${t("attempt", { number: index + 1, provider })}: ${failure.message}`),
    );
  return [
    failure ? make("p", { dir: "auto" }, failure.message) : null,
    tries.length ? make("ul", { class: "quiet" }, ...tries) : null,
  ];
}

const press = (kind, label, action) =>
  make("button", { type: "button", class: kind, onclick: (event) => action(event.target) }, label);

function finished(job) {
  const mark = job.isSubstitute
    ? make("p", { class: "notice" }, t("substituteWhy"))
    : null;
  const isRetried = job.state !== "succeeded" || !job.content;
  const note = job.expiredAt ? "expired" : job.replacedAt ? "replaced" : null;
  return [
    mark,
    note ? make("p", { class: "quiet" }, t(note)) : null,
    job.content ? player(job) : null,
    job.contactSheet ? glance(job) : null,
    ...(isRetried ? failures(job) : []),
    make(
      "div",
      { class: "row" },
      job.content ? make("a", { href: job.content, download: `${job.id}.webm` }, t("download")) : null,
      isRetried ? press("secondary", t("retry"), (button) => again(job, button)) : null,
    ),
  ];
}

function underWay(job) {
  const stop = (button) =>
    busy(button, null, () => cancelVideo(job.id).then(draw, (problem) => showProblem(notice, problem)));
  const icon = make("img", { src: "/assets/icon.svg", alt: "", width: 48, height: 48 });
  return [
    make("div", { class: `${shape()} pending` }, icon),
    make("progress", { max: 1, value: job.progress, "aria-label": t("progressLabel") }),
    make("div", { class: "row" }, press("plain", t("cancel"), stop)),
  ];
}

function headline(job) {
  if (job.isSubstitute && isFinal(job)) return t("substitute");
  const done = number(job.progress, { style: "percent" });
  if (job.state !== "running") return t(job.state);
  const left = job.remainingSeconds ? ` · ${t("remaining", { seconds: Math.ceil(job.remainingSeconds) })}` : "";
  return `${t(job.state)} · ${done}${left}`;
}

/** Draws a job; a card whose state stays only moves on. */
function draw(job) {
  if (job.prompt !== prompt.id) return;
  const known = cards.get(job.id);
  const item = known?.item ?? make("li", { class: "job" });
  if (!known) list.prepend(item);
  cards.set(job.id, { item, state: job.state });
  const bar = item.querySelector("progress");
  if (bar && !isFinal(job)) {
    bar.value = job.progress;
    item.querySelector(".state").textContent = headline(job);
  } else {
    const kind = job.state === "failed" || job.state === "lost" ? "state bad" : "state";
    item.replaceChildren(
      make(
        "p",
        { class: "row" },
        make("strong", { class: kind }, headline(job)),
        make("span", { class: "quiet" }, t("revision", { number: job.revision })),
      ),
      ...(isFinal(job) ? finished(job) : underWay(job)).filter(Boolean),
    );
  }
  if (known && known.state !== job.state) announce(headline(job));
}

let ended = () => {};

function watch(job) {
  draw(job);
  if (isFinal(job)) return;
  let quarter = 0;
  stops.push(
    follow(job.id, (now) => {
      draw(now);
      const reached = Math.floor(now.progress * 4);
      if (reached > quarter && !isFinal(now)) announce(headline(now));
      quarter = reached;
      if (isFinal(now)) ended(now);
    }),
  );
}

/** Tries again; what stands in stays until the real video is there. */
function again({ id }, button) {
  clearNotice(notice);
  return busy(button, null, () => retryVideo(id).then(watch, (problem) => showProblem(notice, problem)));
}

function ask(revision, button) {
  const { id, parameters } = prompt;
  return busy(button, null, async () => {
    clearNotice(notice);
    try {
      const { aspect, durationSeconds: duration } = parameters;
      const captions = byId("captions").checked;
      watch(await askForVideo({ prompt: id, revision, aspect, duration, captions }));
      announce(t("asked"));
    } catch (problem) {
      showProblem(notice, problem, () => ask(revision, button));
    }
  });
}

/** Shows the videos of a prompt and follows those under way. */
export async function showVideos(opened) {
  for (const stop of stops) stop();
  stops = [];
  prompt = opened;
  cards = new Map();
  list.replaceChildren();
  clearNotice(notice);
  try {
    const { videos } = await readVideos(opened.id);
    if (prompt !== opened) return;
    for (const job of videos.toReversed()) watch(job);
  } catch (problem) {
    showProblem(notice, problem, () => showVideos(opened));
  }
}

/** Tells of a new head revision, which the next video is made of. */
export function renderRevision(saved) {
  prompt = saved;
}

/** Puts the button to work; `done` receives each job that ended. */
export function startVideo(done) {
  ended = done;
  byId("render").addEventListener("click", async (event) => {
    await ask(prompt.revision, event.target);
    if (isUnsaved()) showNotice(notice, t("renderUnsaved"));
  });
}
