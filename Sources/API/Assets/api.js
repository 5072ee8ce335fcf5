// The HTTP API as functions. Every failure is a Problem.
import { language, t } from "./language.js";

/** What went wrong, in words for a person (RFC 9457). */
export class Problem extends Error {
  constructor({ title, detail, status = 0, field, expected, requestId }) {
    super(title);
    Object.assign(this, { title, detail, status, field, expected, requestId });
  }
}

/** What proves that a form comes from this page; empty while nobody signed in. */
const token = () => document.querySelector('[name="_token"]')?.value ?? "";

/** Whoever is no longer signed in is shown where to, and comes back here. */
function signIn() {
  location.assign(`/sign-in?next=${encodeURIComponent(location.pathname + location.search)}`);
}

async function call(path, { form, signal } = {}) {
  let response;
  try {
    response = await fetch(path, {
      method: form ? "POST" : "GET",
      headers: {
        Accept: "application/json",
        "Accept-Language": language,
        ...(form && token() && { "X-Form-Token": token() }),
      },
      body: form && new URLSearchParams(form),
      signal,
    });
  } catch (error) {
    if (error.name === "AbortError") throw error;
    throw new Problem({ title: t("offlineTitle"), detail: t("offlineDetail") });
  }
  const body = await response.json().catch(() => null);
  if (response.ok && body) return body;
  const { status } = response;
  if (status === 401) signIn();
  const requestId = response.headers.get("X-Request-Id");
  const odd = { title: t("oddTitle"), detail: t("oddDetail"), status, requestId };
  throw new Problem({ ...odd, ...body });
}

const query = (values) => new URLSearchParams(Object.entries(values).filter(([, value]) => value));
const at = (...parts) => "/v1/" + parts.map(encodeURIComponent).join("/");

export const writePrompt = (form) => call(at("prompts"), { form });
/** A page of prompts; `next` is what the page before gave. */
export const readPrompts = (next) => call(next ?? `${at("prompts")}?limit=12`);
export const readPrompt = (id) => call(at("prompts", id));
export const readRevisions = (id) => call(at("prompts", id, "revisions"));
export const saveRevision = (id, form) => call(at("prompts", id, "revisions"), { form });
export const compare = (form, signal) => call(at("diffs"), { form, signal });
/** Recommendations for an idea; of a long one the start, which fits an address. */
export const recommend = (idea, signal) =>
  call(`${at("recommendations")}?${query({ idea: [...idea].slice(0, 400).join(""), limit: 3 })}`, { signal });
export const askForVideo = (form) => call(at("videos"), { form });
export const readVideos = (prompt) => call(`${at("videos")}?${query({ prompt })}`);
export const readVideo = (id) => call(at("videos", id));
export const cancelVideo = (id) => call(at("videos", id, "cancel"), { form: {} });
export const retryVideo = (id) => call(at("videos", id, "retry"), { form: {} });
export const videoEvents = (id) => at("videos", id, "events");
