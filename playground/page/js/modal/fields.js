/** What can be asked in a modal: each kind of field, how it looks, what it gives, and when it is not right. */

import { store } from "../core/store.js";
import { fileLimit, size } from "../net/uploads.js";
import { defaults, select } from "../components/select.js";
import { preview } from "../command/pill.js";
import { cls, h } from "../ui/dom.js";
import { icon } from "../ui/icons.js";

const { state } = store;
export const KIND = { ROW: 1, TEXT_INPUT: 4, TEXT: 10, LABEL: 18, FILES: 19, RADIO: 21, CHECKS: 22, CHECK: 23 };
const SELECTS = new Set([3, 5, 6, 7, 8]);

/** What a field holds at first. @param {any} component */
export function startValue(component) {
  if (component.type === KIND.TEXT_INPUT) return component.value ?? "";
  if (SELECTS.has(component.type)) return defaults(component);
  if (component.type === KIND.RADIO) return component.options.find((each) => each.default)?.value ?? null;
  if (component.type === KIND.CHECKS) return component.options.filter((each) => each.default).map((each) => each.value);
  return component.type === KIND.CHECK ? Boolean(component.default) : [];
}

const isRequired = (component) => component.required !== false;

/** How many values a field takes. @param {any} component @returns {[number, number]} */
export function bounds(component) {
  const all = component.type === KIND.CHECKS ? component.options.length : 1;
  return [component.min_values ?? (isRequired(component) ? 1 : 0), component.max_values ?? all];
}

/**
 * What is wrong with a field, or null.
 * @param {any} component @param {any} value @param {any} channel
 */
export function problem(component, value, channel) {
  if (component.type === KIND.TEXT_INPUT) return textProblem(component, value);
  if (component.type === KIND.RADIO) return isRequired(component) && value === null ? "Choose one." : null;
  if (component.type === KIND.CHECK) return null;
  const [least, most] = bounds(component);
  if (!value.length && !isRequired(component)) return null;
  if (value.length < least)
    return component.type === KIND.FILES
      ? `Add ${least === 1 ? "a file" : `at least ${least} files`}.`
      : `Choose ${least === 1 && most === 1 ? "one" : `at least ${least}`}.`;
  if (value.length > most) return `At most ${most}.`;
  const limit = fileLimit(state, channel);
  const large = component.type === KIND.FILES && value.find((file) => file.size > limit);
  return large ? `${large.name} has ${size(large.size)}; files here may have up to ${size(limit)}.` : null;
}

function textProblem({ min_length: least, max_length: most = 4000, ...component }, value) {
  if (!value.trim()) return isRequired(component) ? "This is required." : null;
  if (least && value.length < least) return `Give at least ${least} characters.`;
  return value.length > most ? `Give at most ${most} characters.` : null;
}

/**
 * The part of the answer that a field gives.
 * @param {any} component @param {any} value @param {(file: File) => string} fileIndex
 */
export function answer(component, value, fileIndex) {
  const head = { type: component.type, ...(component.id !== undefined ? { id: component.id } : {}), custom_id: component.custom_id };
  if (component.type === KIND.FILES) return { ...head, values: value.map(fileIndex) };
  return Array.isArray(value) ? { ...head, values: value } : { ...head, value };
}

/**
 * Draws a field.
 * @param {any} component
 * @param {{id: string, label: string, describedby?: string, value: any, set: (value: any) => void, invalid: boolean, channelId: string, description?: string}} field
 */
export function control(component, field) {
  if (component.type === KIND.TEXT_INPUT) return textInput(component, field);
  if (SELECTS.has(component.type))
    return h(select, {
      component,
      channelId: field.channelId,
      onchoose: field.set,
      inModal: true,
      id: field.id,
      label: field.label,
      describedby: field.describedby,
      invalid: field.invalid,
    });
  if (component.type === KIND.FILES) return files(component, field);
  if (component.type === KIND.RADIO) return options(component, field, "radio");
  if (component.type === KIND.CHECKS) return options(component, field, "checkbox");
  if (component.type === KIND.CHECK) return check(field);
  return h("p", null, `A field of an unknown kind (${component.type}).`);
}

const spoken = (field, component) => ({
  "aria-describedby": field.describedby,
  "aria-invalid": field.invalid ? true : undefined,
  "aria-required": isRequired(component) ? true : undefined,
});

function textInput(component, field) {
  const long = component.style === 2;
  const most = component.max_length ?? 4000;
  const left = most - field.value.length;
  const props = {
    id: field.id,
    class: "text-input",
    placeholder: component.placeholder,
    maxlength: most,
    value: field.value,
    autocomplete: "off",
    oninput: (event) => field.set(event.target.value),
    ...spoken(field, component),
  };
  return h(
    "div",
    { class: "text-field" },
    long ? h("textarea", { ...props, rows: 5 }) : h("input", { ...props, type: "text" }),
    (long || left < 20) && h("span", { class: "field-count", "aria-hidden": "true" }, left),
  );
}

function options(component, field, type) {
  const chosen = (value) => (type === "radio" ? field.value === value : field.value.includes(value));
  const [, most] = type === "radio" ? [1, 1] : bounds(component);
  const full = type === "checkbox" && field.value.length >= most;
  const change = (value, on) =>
    field.set(type === "radio" ? value : on ? [...field.value, value] : field.value.filter((each) => each !== value));
  return h(
    "div",
    { class: "option-group", role: type === "radio" ? "radiogroup" : "group", "aria-label": field.label, ...spoken(field, component) },
    component.options.map((each, index) =>
      h(
        "label",
        { key: each.value, class: cls("choice", chosen(each.value) && "on") },
        h("input", {
          type,
          name: field.id,
          id: index === 0 ? field.id : undefined,
          checked: chosen(each.value),
          disabled: full && !chosen(each.value),
          onchange: (event) => change(each.value, event.target.checked),
        }),
        h("span", { class: `choice-mark ${type}`, "aria-hidden": "true" }, type === "checkbox" && icon("check")),
        h(
          "span",
          { class: "option-text" },
          h("span", { class: "option-label" }, each.label),
          each.description && h("span", { class: "option-description" }, each.description),
        ),
      ),
    ),
  );
}

function check(field) {
  return h(
    "label",
    { class: cls("choice alone", field.value && "on") },
    h("input", {
      type: "checkbox",
      id: field.id,
      checked: field.value,
      "aria-label": field.label,
      "aria-describedby": field.describedby,
      onchange: (event) => field.set(event.target.checked),
    }),
    h("span", { class: "choice-mark checkbox", "aria-hidden": "true" }, icon("check")),
    h(
      "span",
      { class: "option-text" },
      h("span", { class: "option-label", "aria-hidden": "true" }, field.label),
      field.description && h("span", { class: "option-description", id: `${field.id}-hint` }, field.description),
    ),
  );
}

function files(component, field) {
  const [, most] = bounds(component);
  const add = (list) => field.set([...field.value, ...list].slice(0, Math.max(most, field.value.length)));
  const stop = (event) => (event.preventDefault(), event.stopPropagation());
  return h(
    "div",
    {
      class: "file-drop",
      tabindex: "-1",
      ondragover: (event) => (stop(event), event.currentTarget.classList.add("over")),
      ondragleave: (event) => event.currentTarget.classList.remove("over"),
      ondrop: (event) => (stop(event), event.currentTarget.classList.remove("over"), add([...event.dataTransfer.files])),
    },
    field.value.length > 0 &&
      h(
        "ul",
        { class: "file-list" },
        field.value.map((file, index) =>
          h(
            "li",
            { key: `${file.name}${index}` },
            h(preview, { file }),
            h("span", { class: "file-name" }, file.name),
            h("small", null, size(file.size)),
            h(
              "button",
              {
                type: "button",
                class: "icon-button",
                "aria-label": `Remove ${file.name}`,
                onclick: () => field.set(field.value.filter((each) => each !== file)),
              },
              icon("trash"),
            ),
          ),
        ),
      ),
    field.value.length < most &&
      h(
        "label",
        { class: "file-choose" },
        h("input", {
          id: field.id,
          type: "file",
          multiple: most > 1,
          "aria-label": field.label,
          ...spoken(field, component),
          onchange: (event) => (add([...event.target.files]), (event.target.value = "")),
        }),
        icon("upload"),
        h("span", null, h("strong", null, "Choose a file"), " or drop it here"),
        h("small", null, most > 1 ? `Up to ${most} files` : "One file"),
      ),
  );
}
