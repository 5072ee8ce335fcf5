// Small tools for elements. Text from outside only ever becomes a text node.

export const byId = (id) => document.getElementById(id);

/** Makes an element; `on…` attributes are listeners, null and false ones are left out. */
export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}

/** Calls `action` once typing has paused. */
export function debounce(milliseconds, action) {
  let timer;
  return (...values) => {
    clearTimeout(timer);
    timer = setTimeout(() => action(...values), milliseconds);
  };
}

/** Says something to screen readers. */
export function announce(text) {
  byId("status").textContent = text;
}

/** Runs `work` while `button` says so and cannot be pressed again. */
export async function busy(button, label, work) {
  if (button.getAttribute("aria-busy") === "true") return;
  const rest = button.textContent;
  button.setAttribute("aria-busy", "true");
  if (label) button.textContent = label;
  try {
    await work();
  } finally {
    button.removeAttribute("aria-busy");
    if (button.textContent === label) button.textContent = rest;
  }
}
