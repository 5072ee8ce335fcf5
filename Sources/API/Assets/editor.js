// The text of a prompt: edited with the difference in sight, saved as a revision.
import { compare, saveRevision } from "./api.js";
import { showDiff } from "./diff.js";
import { announce, busy, byId, debounce } from "./dom.js";
import { recall, remember } from "./keep.js";
import { t } from "./language.js";
import { clearNotice, showProblem, showNotice } from "./notice.js";

const field = byId("text");
const note = byId("note");
const changes = byId("changes");
let prompt;
let discarded = null;
let request = new AbortController();

const key = () => `edit.${prompt.id}`;
const isChanged = () => field.value !== prompt.text;

/** Whether there is an edit that no revision holds yet. */
export const isUnsaved = () => prompt !== undefined && isChanged();

async function difference() {
  request.abort();
  request = new AbortController();
  if (!isChanged()) return changes.replaceChildren(t("unchanged"));
  const old = prompt.text;
  try {
    showDiff(changes, old, await compare({ old, new: field.value }, request.signal));
  } catch (problem) {
    if (problem.name !== "AbortError") changes.replaceChildren(t("differenceAway"));
  }
}

const differenceSoon = debounce(200, difference);

function keep() {
  const { revision } = prompt;
  remember(key(), isChanged() || note.value ? { text: field.value, note: note.value, revision } : null);
}

function showButtons() {
  byId("save").disabled = !isChanged();
  byId("discard").disabled = !isChanged() && discarded === null;
  byId("discard").textContent = t(isChanged() || discarded === null ? "discard" : "bringBack");
}

function edited() {
  keep();
  showButtons();
  differenceSoon();
}

/** Puts another text into the field; what stood there can be brought back. */
export function replaceText(text) {
  if (isChanged()) discarded = field.value;
  field.value = text;
  edited();
}

function discardOrBringBack() {
  if (isChanged()) return replaceText(prompt.text);
  field.value = discarded;
  discarded = null;
  edited();
}

/** Opens a prompt's text, with the edit that was left in this browser. */
export function edit(opened) {
  if (prompt?.id !== opened.id) discarded = null;
  prompt = opened;
  const draft = recall(key());
  field.value = draft?.text ?? prompt.text;
  note.value = draft?.note ?? "";
  clearNotice(byId("edit-notice"));
  const isBehind = draft && draft.revision !== prompt.revision && isChanged();
  if (isBehind) showNotice(byId("edit-notice"), t("newerRevision"));
  showButtons();
  difference();
}

async function save(saved, conflicted) {
  clearNotice(byId("edit-notice"));
  const { id, revision: base } = prompt;
  const text = field.value;
  try {
    const { number } = await saveRevision(id, { text, note: note.value, base });
    remember(`edit.${id}`, null);
    if (prompt.id !== id) return;
    prompt = { ...prompt, text, revision: number };
    note.value = "";
    discarded = null;
    edited();
    saved(prompt);
    announce(t("saved", { number }));
  } catch (problem) {
    if (problem.status === 412) return conflicted();
    showProblem(byId("edit-notice"), problem, () => byId("edit-form").requestSubmit());
  }
}

async function copy() {
  const button = byId("copy");
  await navigator.clipboard?.writeText(field.value);
  announce(t("copied"));
  button.textContent = t("copied");
  setTimeout(() => (button.textContent = t("copy")), 1500);
}

/**
 * Puts the form to work: `saved` receives the prompt with each new revision, `conflicted` is called
 * when someone else saved first.
 */
export function startEditor(saved, conflicted) {
  field.addEventListener("input", edited);
  note.addEventListener("input", keep);
  byId("copy").addEventListener("click", copy);
  byId("discard").addEventListener("click", discardOrBringBack);
  byId("edit-form").addEventListener("submit", (event) => {
    event.preventDefault();
    if (isChanged()) busy(byId("save"), t("saving"), () => save(saved, conflicted));
  });
  field.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) byId("edit-form").requestSubmit();
  });
}
