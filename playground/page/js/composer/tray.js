/** The files that wait to be sent, each with its picture, its name and what can be done with it. */

import { size } from "../net/uploads.js";
import { cls, h, uid } from "../ui/dom.js";
import { openDialog } from "../ui/dialog.js";
import { icon } from "../ui/icons.js";
import { preview } from "../command/pill.js";

/**
 * @typedef {{key: string, file: File, spoiler: boolean, description: string}} Waiting
 */

let serial = 0;
/** @param {File} file @returns {Waiting} */
export const waiting = (file) => ({ key: `w${++serial}`, file, spoiler: false, description: "" });

function describe(each, redraw) {
  const field = uid("alt");
  const save = (event) => {
    event.preventDefault();
    each.description = dialog.el.querySelector("textarea").value.trim();
    dialog.close();
    redraw();
  };
  const dialog = openDialog({
    title: "Describe the picture",
    className: "small",
    body: h(
      "form",
      { id: `${field}-form`, onsubmit: save },
      h("label", { class: "field-label", for: field }, "Description (alt text)"),
      h("textarea", { id: field, class: "text-input", rows: 3, maxlength: 1024, value: each.description }),
    ),
    footer: [
      h("button", { type: "button", class: "button plain", onclick: () => dialog.close() }, "Cancel"),
      h("button", { type: "submit", form: `${field}-form`, class: "button blurple" }, "Save"),
    ],
  });
  dialog.el.querySelector("textarea").focus();
}

/** @param {Waiting[]} files @param {{remove: (each: Waiting) => void, redraw: () => void}} on */
export function tray(files, { remove, redraw }) {
  if (!files.length) return null;
  const tool = (name, label, onclick, extra = {}) =>
    h("button", { type: "button", class: "icon-button", "aria-label": label, title: label, onclick, ...extra }, icon(name));
  return h(
    "ul",
    { key: "tray", class: "tray", "aria-label": "Files to send" },
    files.map((each) =>
      h(
        "li",
        { key: each.key, class: cls("tray-card", each.spoiler && "spoilered") },
        h(
          "div",
          { class: "tray-tools" },
          tool(
            each.spoiler ? "eyeOff" : "eye",
            `${each.spoiler ? "Unmark" : "Mark"} ${each.file.name} as spoiler`,
            () => ((each.spoiler = !each.spoiler), redraw()),
            { "aria-pressed": each.spoiler },
          ),
          each.file.type.startsWith("image/") && tool("pencil", `Describe ${each.file.name}`, () => describe(each, redraw)),
          tool("trash", `Remove ${each.file.name}`, () => remove(each), { class: "icon-button danger" }),
        ),
        h(
          "div",
          { class: "tray-picture" },
          h(preview, { file: each.file }),
          each.spoiler && h("span", { class: "tray-spoiler", "aria-hidden": "true" }, "SPOILER"),
        ),
        h("div", { class: "tray-name", title: each.file.name }, each.file.name),
        h("div", { class: "tray-size" }, size(each.file.size), each.description && " · described"),
      ),
    ),
  );
}
