// The scene as coloured slots, each tied to the words of the idea it came from.
import { byId, make } from "./dom.js";
import { t } from "./language.js";

// The slots in reading order, with the key of their name.
const slots = {
  subjects: "subjects",
  actions: "actions",
  place: "place",
  time: "time",
  weather: "weather",
  light: "light",
  camera: "camera",
  style: "styles",
  mood: "mood",
  audio: "audio",
  onScreenText: "onScreenText",
  exclusions: "exclusions",
};

const byteLength = (character) => {
  const code = character.codePointAt(0);
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
};

/** Where each byte offset of `text` that starts a character lies in UTF-16. */
function positions(text) {
  const found = new Map();
  let bytes = 0;
  let index = 0;
  for (const character of text) {
    found.set(bytes, index);
    bytes += byteLength(character);
    index += character.length;
  }
  return found.set(bytes, index);
}

/** The phrases of a slot, flat: a subject brings its looks along. */
function phrases(scene, slot) {
  const items = scene[slot] ?? [];
  if (slot === "subjects") {
    return items.flatMap((item) => [
      { ...item.phrase, count: item.count },
      ...item.looks.map((look) => ({ ...look, isLook: true })),
    ]);
  }
  return slot === "actions" ? items.map((item) => item.phrase) : items;
}

/** Every phrase of the scene with its slot, numbered so that idea and slots find each other. */
function flatten({ scene, phrases: all }) {
  const marks = Object.keys(slots).flatMap((slot) =>
    phrases(scene, slot).map((phrase) => ({ ...phrase, slot })),
  );
  const placed = new Set(marks.map(({ source }) => source?.start));
  const lost = all
    .filter(({ certainty, source }) => certainty === "notUnderstood" && !placed.has(source?.start))
    .map((phrase) => ({ ...phrase, slot: "unknown" }));
  return [...marks, ...lost].map((mark, id) => ({ ...mark, id }));
}

/** The idea cut wherever a span starts or ends; the shortest span over a piece colours it. */
function showIdea(place, idea, marks) {
  const index = positions(idea);
  const spans = marks
    .filter(({ source }) => source && index.has(source.start) && index.has(source.end))
    .map(({ id, slot, source }) => ({
      id, slot, start: index.get(source.start), end: index.get(source.end),
    }))
    .sort((one, other) => one.end - one.start - (other.end - other.start));
  const cuts = [...new Set([0, idea.length, ...spans.flatMap(({ start, end }) => [start, end])])];
  cuts.sort((one, other) => one - other);
  const pieces = cuts.slice(1).map((end, position) => {
    const start = cuts[position];
    const over = spans.filter((span) => span.start <= start && span.end >= end);
    const text = idea.slice(start, end);
    if (!over.length) return text;
    const ids = over.map(({ id }) => id).join(" ");
    return make("mark", { class: `s-${over[0].slot}`, "data-marks": ids }, text);
  });
  place.replaceChildren(...pieces);
}

function chip({ id, slot, text, source, certainty, count, isLook }) {
  const said = source?.text && source.text !== text ? source.text : null;
  const doubt = certainty === "translated" || slot === "unknown" ? null : certainty;
  const kind = `chip s-${slot}${isLook ? " look" : ""}${doubt ? " doubt" : ""}`;
  return make(
    "button",
    { type: "button", class: kind, "data-marks": id, "aria-pressed": "false" },
    make("span", { dir: "auto" }, text),
    count > 1 ? make("span", { class: "count" }, ` ×${count}`) : null,
    said ? make("small", { dir: "auto" }, said) : null,
    doubt ? make("small", { class: "certainty" }, t(doubt)) : null,
  );
}

function showSlots(place, marks) {
  const rows = Object.entries(slots).map(([slot, name]) => {
    const own = marks.filter((mark) => mark.slot === slot);
    if (!own.length) return null;
    return make("div", {}, make("dt", { class: `s-${slot}` }, t(name)), make("dd", {}, ...own.map(chip)));
  });
  const lost = marks.filter((mark) => mark.slot === "unknown");
  if (lost.length) {
    const hint = make("p", { class: "quiet" }, t("notUnderstoodFix"));
    const words = make("dd", {}, ...lost.map(chip), hint);
    rows.push(make("div", {}, make("dt", { class: "s-unknown" }, t("notUnderstoodWords")), words));
  }
  place.replaceChildren(...rows.filter(Boolean));
}

function showNotes(place, { enrichment, negative }) {
  const notes = [["enrichment", enrichment.join(", ")], ["negative", negative]].filter(([, text]) => text);
  const show = ([name, text]) =>
    make("p", { class: "aside" }, make("b", {}, t(name)), " ", make("span", { dir: "auto" }, text));
  place.replaceChildren(...notes.map(show));
}

/** Lights up what belongs together, in the idea and in the slots. */
function light(ids) {
  for (const element of document.querySelectorAll("#prompt [data-marks]")) {
    const own = element.dataset.marks.split(" ");
    element.classList.toggle("lit", own.some((id) => ids.includes(id)));
  }
}

const pinned = () =>
  [...document.querySelectorAll("#slots [aria-pressed=true]")].map((item) => item.dataset.marks);

export function startScene() {
  const over = (event) => {
    const element = event.target.closest("[data-marks]");
    light([...(element ? element.dataset.marks.split(" ") : []), ...pinned()]);
  };
  for (const place of [byId("said"), byId("slots")]) {
    for (const name of ["pointerover", "focusin"]) place.addEventListener(name, over);
    for (const name of ["pointerleave", "focusout"]) place.addEventListener(name, () => light(pinned()));
  }
  byId("slots").addEventListener("click", (event) => {
    const button = event.target.closest("button");
    button?.setAttribute("aria-pressed", String(button.getAttribute("aria-pressed") !== "true"));
    over(event);
  });
}

export function showScene(prompt) {
  const marks = flatten(prompt);
  showIdea(byId("said"), prompt.idea, marks);
  showSlots(byId("slots"), marks);
  showNotes(byId("scene-notes"), prompt);
}
