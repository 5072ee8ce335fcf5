// The chain of revisions, the newest first, each with its difference from the one before.
import { readRevisions } from "./api.js";
import { showDiff } from "./diff.js";
import { byId, make } from "./dom.js";
import { replaceText } from "./editor.js";
import { moment, t } from "./language.js";
import { clearNotice, showProblem } from "./notice.js";

function entry(revision, parent, isHead) {
  const body = make("p", { class: "changes", dir: "auto" });
  if (revision.diff && parent) showDiff(body, parent.text, revision.diff);
  else body.textContent = revision.text;
  const saved = make("time", { datetime: revision.savedAt }, moment(revision.savedAt));
  const use = () => {
    replaceText(revision.text);
    byId("text").focus();
  };
  return make(
    "li",
    {},
    make(
      "p",
      { class: "row" },
      make("strong", {}, t("revision", { number: revision.number })),
      make("span", { class: "quiet" }, saved),
    ),
    revision.note ? make("p", { class: "said-why", dir: "auto" }, revision.note) : null,
    revision.parent ? null : make("p", { class: "quiet" }, t("firstRevision")),
    body,
    isHead ? null : make("button", { type: "button", class: "plain", onclick: use }, t("useText")),
  );
}

export async function showRevisions(id) {
  const place = byId("revisions-notice");
  clearNotice(place);
  try {
    const { revisions } = await readRevisions(id);
    const byNumber = new Map(revisions.map((revision) => [revision.number, revision]));
    const newestFirst = revisions.toSorted((one, other) => other.number - one.number);
    const entries = newestFirst.map((revision, index) =>
      entry(revision, byNumber.get(revision.parent), index === 0),
    );
    byId("revisions").replaceChildren(...entries);
  } catch (problem) {
    showProblem(place, problem, () => showRevisions(id));
  }
}
