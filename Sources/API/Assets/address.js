// The address of the page names the open prompt: `#p=id`.
const start = "#p=";

export const addressOf = (id) => start + encodeURIComponent(id);

/** The id of the prompt that the address names, or null. */
export function openPrompt() {
  const { hash } = location;
  try {
    return hash.startsWith(start) ? decodeURIComponent(hash.slice(start.length)) : null;
  } catch {
    return null;
  }
}
