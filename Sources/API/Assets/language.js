// Which language the page speaks; Korean until someone says otherwise.
import { words } from "./words.js";

// The pages that the server draws read the same cookie.
const chosen = document.cookie.match(/(?:^|; )language=(\w+)/)?.[1];
const listeners = [];

export let language = chosen in words ? chosen : "ko";

/** The text for a key, with `{name}` replaced. */
export function t(name, values = {}) {
  return words[language][name].replace(/\{(\w+)\}/g, (_, word) => values[word] ?? "");
}

/** Calls `render` whenever the language changes. */
export function onLanguage(render) {
  listeners.push(render);
}

export function number(value, options) {
  return new Intl.NumberFormat(language, options).format(value);
}

/** A moment as a person says it, in a `time` element's text. */
export function moment(timestamp) {
  const date = new Date(timestamp);
  if (Number.isNaN(date.valueOf())) return "";
  return new Intl.DateTimeFormat(language, { dateStyle: "medium", timeStyle: "short" }).format(date);
}

function translate() {
  document.documentElement.lang = language;
  for (const element of document.querySelectorAll("[data-t]")) {
    element.textContent = t(element.dataset.t);
  }
  for (const element of document.querySelectorAll("[data-t-placeholder]")) {
    element.placeholder = t(element.dataset.tPlaceholder);
  }
  for (const button of document.querySelectorAll("#languages button")) {
    button.setAttribute("aria-pressed", String(button.value === language));
  }
}

/** Puts the switch to work and the page into the remembered language. */
export function startLanguage() {
  const group = document.getElementById("languages");
  group.hidden = false;
  group.addEventListener("click", (event) => {
    const chosen = event.target.closest("button")?.value;
    if (!chosen || chosen === language) return;
    language = chosen;
    document.cookie = `language=${language}; Path=/; Max-Age=31536000; SameSite=Lax`;
    translate();
    for (const render of listeners) render();
  });
  translate();
}
