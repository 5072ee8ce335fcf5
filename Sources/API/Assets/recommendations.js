// Past prompts for what is being typed: with score and reasons, or nothing at all.
import { addressOf, openPrompt } from "./address.js";
import { recommend } from "./api.js";
import { announce, byId, make } from "./dom.js";
import { number, t } from "./language.js";

const place = byId("recommendations");
let request = new AbortController();

function card({ prompt, idea, text, score, reasons }) {
  const percent = number(Math.round(score * 100));
  const sentences = reasons.map(({ sentence }) => make("span", { dir: "auto" }, sentence));
  return make(
    "li",
    {},
    make(
      "a",
      { href: addressOf(prompt), class: "card" },
      make("span", { class: "score" }, t("likeness", { percent })),
      make("strong", { dir: "auto", class: "clip" }, idea),
      make("span", { dir: "auto", class: "clip quiet" }, text),
      make("span", { class: "reasons" }, ...sentences),
    ),
  );
}

export function hideRecommendations() {
  request.abort();
  place.hidden = true;
}

/** Offers past prompts; the one that is open needs no offer. */
export function offerRecommendations(recommendations) {
  const others = recommendations.filter(({ prompt }) => prompt !== openPrompt());
  place.hidden = !others.length;
  if (!others.length) return;
  byId("recommendation-list").replaceChildren(...others.map(card));
  announce(t("recommendationsFound", { count: others.length }));
}

/** Asks for an idea's recommendations; an answer that comes too late is dropped. */
export async function showRecommendations(idea) {
  hideRecommendations();
  if (idea.length < 2) return;
  request = new AbortController();
  try {
    offerRecommendations((await recommend(idea, request.signal)).recommendations);
  } catch {
    // Recommendations are an offer; without them the page says nothing.
  }
}
