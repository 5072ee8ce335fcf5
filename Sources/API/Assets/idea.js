// The form in which an idea becomes a prompt.
import { writePrompt } from "./api.js";
import { announce, busy, byId, debounce, make } from "./dom.js";
import { recall, remember } from "./keep.js";
import { language, onLanguage, t } from "./language.js";
import { clearNotice, showProblem } from "./notice.js";
import { hideRecommendations, offerRecommendations, showRecommendations } from "./recommendations.js";
import { samples } from "./words.js";

const form = byId("idea-form");
const field = byId("idea");
const key = "idea";

const values = () => Object.fromEntries([...new FormData(form)].filter(([, value]) => value !== ""));

function restore() {
  const kept = recall(key) ?? {};
  for (const [name, value] of Object.entries(kept)) {
    const input = form.elements.namedItem(name);
    if (input) input.value = value;
  }
}

function showSamples() {
  const sample = (idea) => {
    const use = () => {
      field.value = idea;
      form.requestSubmit();
    };
    return make("li", {}, make("button", { type: "button", class: "sample", onclick: use }, idea));
  };
  byId("sample-list").replaceChildren(...samples[language].map(sample));
}

/** Offers the samples, or takes them away once there is something of one's own. */
export function offerSamples(isOffered) {
  byId("samples").hidden = !isOffered;
}

/** Puts the form to work; `written` receives each new prompt. */
export function startIdea(written) {
  let sent = null;
  // What was sent has its prompt already.
  const recommend = debounce(250, () => field.value !== sent && showRecommendations(field.value.trim()));
  const submit = () =>
    busy(byId("write"), t("writing"), async () => {
      clearNotice(byId("idea-notice"));
      hideRecommendations();
      sent = field.value;
      remember(key, values());
      try {
        const prompt = await writePrompt(values());
        written(prompt);
        offerRecommendations(prompt.similar);
        announce(t("written"));
      } catch (problem) {
        showProblem(byId("idea-notice"), problem, submit);
        form.elements.namedItem(problem.field ?? "")?.focus?.();
      }
    });

  restore();
  showSamples();
  onLanguage(showSamples);
  onLanguage(recommend);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    submit();
  });
  form.addEventListener("input", () => remember(key, values()));
  field.addEventListener("input", recommend);
  field.addEventListener("keydown", (event) => {
    const isSend = event.key === "Enter" && !event.shiftKey && !event.isComposing;
    if (!isSend) return;
    event.preventDefault();
    form.requestSubmit();
  });
}
