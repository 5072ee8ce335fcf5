// Errors where they happened: what, why, what to do.
import { make } from "./dom.js";
import { t } from "./language.js";

export function clearNotice(place) {
  place.replaceChildren();
}

/** Says something that needs no answer. */
export function showNotice(place, text) {
  place.replaceChildren(make("p", { class: "notice", role: "status" }, text));
}

// A request that was refused for what it says is refused again.
const isPassing = ({ status }) => !status || status >= 500 || status === 429;

/** Shows a problem in `place`; `again` is offered as a button where it may help. */
export function showProblem(place, problem, again) {
  const close = () => clearNotice(place);
  const retry = () => {
    close();
    again();
  };
  place.replaceChildren(
    make(
      "div",
      { class: "notice bad", role: "alert" },
      make("strong", {}, problem.title ?? t("oddTitle")),
      make("p", { dir: "auto" }, problem.detail ?? problem.message),
      problem.expected ? make("p", {}, t("expected", { expected: problem.expected })) : null,
      problem.requestId
        ? make("p", { class: "quiet" }, t("requestId", { id: problem.requestId }))
        : null,
      make(
        "div",
        { class: "row" },
        again && isPassing(problem)
          ? make("button", { type: "button", class: "secondary", onclick: retry }, t("tryAgain"))
          : null,
        make("button", { type: "button", class: "plain", onclick: close }, t("close")),
      ),
    ),
  );
}
