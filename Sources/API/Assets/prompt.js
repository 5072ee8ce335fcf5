// The open prompt: its facts, scene and warnings.
import { byId, make } from "./dom.js";
import { moment, number, t } from "./language.js";
import { showScene } from "./scene.js";

function showFacts({ parameters, model, createdAt, cache }) {
  const facts = [
    parameters.aspect,
    t("seconds", { count: number(parameters.durationSeconds) }),
    model,
    moment(createdAt),
    cache === "hit" ? t("fromCache") : null,
  ];
  byId("facts").replaceChildren(...facts.filter(Boolean).map((fact) => make("li", {}, fact)));
}

function showWarnings(warnings) {
  const place = byId("warnings");
  place.hidden = !warnings.length;
  place.replaceChildren(
    ...warnings.map(({ message, fix }) =>
      make(
        "li",
        { class: "notice" },
        make("strong", {}, t("warning")),
        make("p", { dir: "auto" }, message),
        fix ? make("p", { dir: "auto" }, `→ ${fix}`) : null,
      ),
    ),
  );
}

export function showPrompt(prompt) {
  showFacts(prompt);
  showScene(prompt);
  showWarnings(prompt.warnings);
  document.title = `${prompt.idea.slice(0, 60)} · Reprise`;
  byId("prompt").hidden = false;
}

/** Brings the prompt before the eyes, and the keyboard to it. */
export function goToPrompt() {
  byId("prompt-title").focus({ preventScroll: true });
  byId("prompt").scrollIntoView({ block: "start" });
}

export function hidePrompt() {
  document.title = "Reprise";
  byId("prompt").hidden = true;
}
