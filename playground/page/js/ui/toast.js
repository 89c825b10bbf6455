/** Short notices at the foot of the page, spoken to screen readers. */

import { build, h } from "./dom.js";
import { icon } from "./icons.js";

/** @param {string} text @param {"info"|"error"} [kind] */
export function toast(text, kind = "info") {
  const host = document.getElementById("toasts");
  const el = build(h("div", { class: `toast ${kind}` }, icon(kind === "error" ? "warning" : "info"), h("span", null, text)));
  host.append(el);
  while (host.children.length > 3) host.firstChild.remove();
  setTimeout(() => el.classList.add("leaving"), 4600);
  setTimeout(() => el.remove(), 5000);
}

/** Copies text and says so. @param {string} text @param {string} what */
export async function copy(text, what) {
  try {
    await navigator.clipboard.writeText(text);
    toast(`${what} copied.`);
  } catch {
    toast("The browser did not allow copying.", "error");
  }
}
