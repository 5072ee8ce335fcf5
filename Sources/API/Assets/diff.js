// A diff as text: what went is struck through, what came is underlined.
import { make } from "./dom.js";
import { t } from "./language.js";

const marked = (tag, label, text) =>
  make(tag, {}, make("span", { class: "unseen" }, t(label)), text.replaceAll("\n", "↵\n"));

/** Shows the way from `old` to the new text in `place`. */
export function showDiff(place, old, diff) {
  const pieces = [];
  let reached = 0;
  for (const { old: span, oldText, newText } of diff.operations) {
    pieces.push(old.slice(reached, span.start.utf16));
    if (oldText) pieces.push(marked("del", "removed", oldText));
    if (newText) pieces.push(marked("ins", "added", newText));
    reached = span.start.utf16 + span.length.utf16;
  }
  place.replaceChildren(...pieces, old.slice(reached));
}
