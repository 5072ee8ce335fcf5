// What the rooms can do better with script: local times, comments on selected words, keys in a review.

for (const time of document.querySelectorAll("time")) {
  const date = new Date(time.dateTime);
  const options = { dateStyle: "medium", timeStyle: "short" };
  time.textContent = new Intl.DateTimeFormat(document.documentElement.lang, options).format(date);
}

/** The text of a revision before a place in its difference: everything but what was taken out. */
function textBefore(place, node, offset) {
  const range = document.createRange();
  range.setStart(place, 0);
  range.setEnd(node, offset);
  const piece = range.cloneContents();
  for (const removed of piece.querySelectorAll("del")) removed.remove();
  return piece.textContent;
}

const bytes = (text) => new TextEncoder().encode(text).length;

/** Puts the words that are selected in the reviewed text into the form for comments. */
function quoteSelection() {
  const place = document.querySelector("#difference .changes[data-revision]");
  const about = document.getElementById("about");
  const selection = getSelection();
  if (!place || !about || selection.isCollapsed) return;
  const range = selection.getRangeAt(0);
  if (!place.contains(range.startContainer) || !place.contains(range.endContainer)) return;
  const before = textBefore(place, range.startContainer, range.startOffset);
  const quote = textBefore(place, range.endContainer, range.endOffset).slice(before.length);
  if (!quote.trim()) return;
  const { revision } = place.dataset;
  const values = { revision, start: bytes(before), length: bytes(quote), quote };
  for (const [name, value] of Object.entries(values)) {
    const field = about.closest("form").querySelector(`[name=${name}]`);
    field.disabled = false;
    field.value = value;
  }
  about.hidden = false;
  about.textContent = `“${quote}”`;
}

document.addEventListener("selectionchange", quoteSelection);

function step(by) {
  const comments = [...document.querySelectorAll(".comments > .comment")];
  const next = comments[comments.indexOf(document.activeElement) + by] ?? comments[by > 0 ? 0 : comments.length - 1];
  if (!next) return;
  next.tabIndex = -1;
  next.focus();
}

function decide(kind) {
  const form = document.querySelector('form[action$="/verdicts"]');
  if (!form) return;
  form.elements.verdict.value = kind;
  form.elements.reason.focus();
}

function nextLayout() {
  const layouts = [...document.querySelectorAll(".layouts a")];
  const now = layouts.findIndex((link) => link.getAttribute("aria-current"));
  layouts[(now + 1) % layouts.length]?.click();
}

const keys = {
  j: () => step(1),
  k: () => step(-1),
  a: () => decide("approve"),
  r: () => decide("request-changes"),
  c: () => document.querySelector('form[action$="/comments"] textarea')?.focus(),
  v: nextLayout,
};

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  if (event.target.closest("input, textarea, select, [contenteditable]")) return;
  const act = document.querySelector(".keys") && keys[event.key];
  if (!act) return;
  event.preventDefault();
  act();
});

// Leaving with words that were typed and not sent asks first.
let isTyped = false;
document.addEventListener("input", (event) => {
  isTyped ||= event.target.matches("textarea, .row-form input");
});
document.addEventListener("submit", () => {
  isTyped = false;
});
addEventListener("beforeunload", (event) => {
  if (isTyped) event.preventDefault();
});
