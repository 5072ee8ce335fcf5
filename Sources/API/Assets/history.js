// Everything written so far, the newest first.
import { addressOf } from "./address.js";
import { readPrompts, readVideos } from "./api.js";
import { busy, byId, make } from "./dom.js";
import { moment, onLanguage, t } from "./language.js";
import { clearNotice, showProblem } from "./notice.js";

const list = byId("history-list");
const items = new Map();
let next = null;
let open = null;

/** Puts the picture of the newest finished video beside a prompt. */
export async function showThumbnail(id) {
  const { videos } = await readVideos(id).catch(() => ({ videos: [] }));
  const thumbnail = videos.find((video) => video.thumbnail)?.thumbnail;
  const place = items.get(id)?.querySelector(".thumbnail");
  if (!thumbnail) return;
  const size = { width: 96, height: 54 };
  // Not every provider makes the small one.
  const onerror = ({ target }) => { if (target.src.endsWith("webp")) target.src = thumbnail; };
  const src = `${thumbnail}?format=webp`;
  place?.replaceChildren(make("img", { src, alt: "", loading: "lazy", ...size, onerror }));
}

function entry({ id, idea, revision, createdAt }) {
  const time = make("time", { datetime: createdAt }, moment(createdAt));
  return make(
    "li",
    {},
    make(
      "a",
      { href: addressOf(id), "aria-current": open === id ? "true" : null },
      make("span", { class: "thumbnail" }),
      make(
        "span",
        { class: "what" },
        make("strong", { class: "clip", dir: "auto" }, idea),
        make("span", { class: "quiet" }, t("revision", { number: revision }), " · ", time),
      ),
    ),
  );
}

const isEmpty = () => items.size === 0;

/** Adds a prompt, on top unless `isOlder`, or brings its entry up to date. */
export function putPrompt(prompt, isOlder = false) {
  const item = entry(prompt);
  const known = items.get(prompt.id);
  if (known) known.replaceWith(item);
  else if (isOlder) list.append(item);
  else list.prepend(item);
  items.set(prompt.id, item);
  byId("history-empty").hidden = true;
  showThumbnail(prompt.id);
}

export function markOpen(id) {
  open = id;
  for (const [key, item] of items) {
    const link = item.querySelector("a");
    if (key === id) link.setAttribute("aria-current", "true");
    else link.removeAttribute("aria-current");
  }
}

/** Loads the next page; returns whether there is any prompt at all. */
async function load() {
  clearNotice(byId("history-notice"));
  try {
    const page = await readPrompts(next);
    for (const prompt of page.prompts) putPrompt(prompt, true);
    next = page.next;
    byId("more").hidden = !next;
    byId("history-empty").hidden = !isEmpty();
  } catch (problem) {
    showProblem(byId("history-notice"), problem, load);
  }
  return !isEmpty();
}

async function reload() {
  next = null;
  items.clear();
  list.replaceChildren();
  await load();
}

/** Shows the history; returns whether there is any prompt at all. */
export function startHistory() {
  byId("history").hidden = false;
  byId("more").addEventListener("click", (event) => busy(event.target, null, load));
  onLanguage(reload);
  return load();
}
