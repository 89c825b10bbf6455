/** One option as a pill in the composer: its name, and a box or a file to fill it with. */

import { size } from "../net/uploads.js";
import { filePreview } from "../components/media.js";
import { cls, h, uid } from "../ui/dom.js";
import { icon } from "../ui/icons.js";
import { TYPE, mustChoose } from "./field.js";

/**
 * @param {import("./field.js").Field} field
 * @param {any} form  what the pill asks of the form that it stands in
 */
export function pill(field, form) {
  const { option } = field;
  const body = option.type === TYPE.ATTACHMENT ? fileBox(field, form) : textBox(field, form);
  return h(
    "div",
    {
      key: option.name,
      class: cls("pill", field.error && "wrong", form.isCurrent && "current", option.type === TYPE.ATTACHMENT && "pill-of-file"),
    },
    h("span", { class: "pill-name", "aria-hidden": "true" }, option.name),
    body,
    !option.required &&
      h(
        "button",
        { type: "button", class: "pill-remove", tabindex: "-1", "aria-label": `Remove ${option.name}`, onclick: () => form.remove(field) },
        icon("close"),
      ),
  );
}

function textBox(field, form) {
  const { option } = field;
  const listed = mustChoose(option) || option.autocomplete;
  const numeric = option.type === TYPE.INTEGER || option.type === TYPE.NUMBER;
  return h(
    "span",
    { class: "pill-box", "data-text": `${field.text} ` },
    h(listed ? "input" : "textarea", {
      "data-option": option.name,
      rows: listed ? undefined : 1,
      role: listed ? "combobox" : undefined,
      "aria-label": option.name,
      "aria-description": option.description,
      "aria-required": Boolean(option.required),
      "aria-invalid": Boolean(field.error),
      "aria-autocomplete": listed ? "list" : undefined,
      "aria-expanded": listed ? Boolean(form.isCurrent && form.suggest.filled) : undefined,
      "aria-controls": listed ? form.suggest.id : undefined,
      "aria-activedescendant": form.isCurrent ? form.suggest.activeId : undefined,
      inputmode: numeric ? "decimal" : undefined,
      enterkeyhint: "send",
      autocomplete: "off",
      autocapitalize: "off",
      spellcheck: option.type === TYPE.STRING && !listed ? "true" : "false",
      readOnly: form.busy,
      value: field.text,
      oninput: (event) => form.changed(field, event.target.value),
      onkeydown: (event) => form.keys(field, event),
      onfocus: () => form.focused(field),
      onblur: () => form.left(field),
    }),
  );
}

function fileBox(field, form) {
  const { option, file } = field;
  const id = uid("file");
  const choose = (event) => event.currentTarget.parentNode.querySelector("input").click();
  return h(
    "span",
    { class: "pill-file" },
    h("input", {
      id,
      type: "file",
      class: "unseen",
      tabindex: "-1",
      "aria-label": `${option.name}: file`,
      onchange: (event) => event.target.files[0] && form.setFile(field, event.target.files[0]),
    }),
    h(
      "button",
      {
        type: "button",
        "data-option": option.name,
        class: "pill-choose",
        disabled: form.busy,
        "aria-invalid": Boolean(field.error),
        "aria-label": file ? `${option.name}: ${file.name}, ${size(file.size)}` : `${option.name}: choose a file`,
        onclick: choose,
        onkeydown: (event) => event.key !== "Enter" && form.keys(field, event),
        onfocus: () => form.focused(field),
        onblur: () => form.left(field),
      },
      file
        ? [h(preview, { key: `${file.name}${file.size}${file.lastModified}`, file }), h("span", { class: "pill-file-name" }, file.name)]
        : [icon("upload"), h("span", null, "Choose, drop or paste")],
    ),
    file &&
      h(
        "button",
        { type: "button", class: "pill-remove", "aria-label": `Take ${file.name} out`, onclick: () => form.setFile(field, null) },
        icon("trash"),
      ),
  );
}

/** A widget: the small picture of a chosen file. @param {{file: File}} props */
export function preview({ file }) {
  const el = document.createElement("span");
  el.className = "thumb";
  el.append(filePreview(file));
  return { el };
}
