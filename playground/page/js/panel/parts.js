/** What the panel's sections are made of. */

import { h } from "../ui/dom.js";
import { icon } from "../ui/icons.js";
import { toast } from "../ui/toast.js";

/** Runs a wish of the panel and says why it failed. @param {Promise<any>} work @param {string} [done] */
export async function attempt(work, done) {
  try {
    await work;
    if (done) toast(done);
    return true;
  } catch (error) {
    toast(error.message, "error");
    return false;
  }
}

/** @param {string} name @param {string} sign @param {...any} content */
export function section(name, sign, ...content) {
  const id = `panel-${name.toLowerCase().replace(/\s/g, "-")}`;
  return h("section", { key: id, class: "panel-section", "aria-labelledby": id }, h("h3", { id }, icon(sign), name), content);
}

/** A switch. @param {string} label @param {boolean} on @param {(on: boolean) => void} change */
export function toggle(label, on, change) {
  return h(
    "button",
    { type: "button", role: "switch", class: "switch-row", "aria-checked": on, onclick: () => change(!on) },
    h("span", null, label),
    h("span", { class: "switch", "aria-hidden": "true" }),
  );
}
