/** How a command being filled in looks. */

import { h } from "../ui/dom.js";
import { icon } from "../ui/icons.js";
import { openMenu } from "../ui/menu.js";
import { pill } from "./pill.js";
import { face } from "./slash.js";

/**
 * @param {{leaf: import("./slash.js").Leaf, fields: import("./field.js").Field[], pills: any, wrong: any, sending: any, missing: any[],
 *   add: (option: any) => void, done: () => void, submit: () => void}} form
 */
export function commandView(form) {
  const { leaf, wrong, sending } = form;
  return h(
    "div",
    { class: "command-form", role: "group", "aria-label": `Command /${leaf.name}` },
    wrong && complaint(wrong),
    sending && sending.part !== null && progress(sending),
    h("div", { key: "line", class: "command-line" }, chip(leaf), pills(form), tools(form)),
  );
}

function complaint({ option, error }) {
  return h("p", { key: "wrong", class: "command-error", role: "alert" }, icon("warning"), h("strong", null, option.name), " ", error);
}

function progress({ part, abort }) {
  return h(
    "div",
    { key: "sending", class: "command-sending" },
    h("progress", { max: 1, value: part, "aria-label": "Uploading" }),
    h("span", null, `Uploading ${Math.round(part * 100)} %`),
    h("button", { type: "button", class: "link", onclick: () => abort.abort() }, "Cancel"),
  );
}

function chip(leaf) {
  return h(
    "span",
    { key: "chip", class: "command-chip" },
    h("span", { "aria-hidden": "true" }, face(leaf.command)),
    h("span", null, `/${leaf.name}`),
  );
}

function pills({ fields, pills: each, missing, add }) {
  return h(
    "div",
    { key: "pills", class: "pills" },
    fields.map((field) => pill(field, { ...each, isCurrent: each.isCurrent(field) })),
    missing.length > 0 && more(missing, add),
  );
}

function more(missing, add) {
  const items = missing.map((option) => ({ label: option.name, hint: option.description, run: () => add(option) }));
  const show = (event) => openMenu(items, event.currentTarget, { label: "Optional options", side: "top", align: "end" });
  const label = `Add an option, ${missing.length} optional`;
  return h(
    "button",
    { key: "more", type: "button", class: "more-options", "aria-haspopup": "menu", "aria-label": label, onclick: show },
    `+${missing.length} optional`,
  );
}

function tools({ sending, done, submit }) {
  const tool = (name, label, className, onclick, disabled = false) =>
    h("button", { type: "button", class: `icon-button ${className}`, "aria-label": label, title: label, onclick, disabled }, icon(name));
  return h(
    "div",
    { key: "tools", class: "command-tools" },
    tool("close", "Cancel command", "", done),
    tool("send", "Send command", "send-command", submit, Boolean(sending)),
  );
}
