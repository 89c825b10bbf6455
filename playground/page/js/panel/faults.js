/** "Break something": the faults that one may ask for, and those that are in force. */

import { control } from "../net/control.js";
import { store } from "../core/store.js";
import { h } from "../ui/dom.js";
import { icon } from "../ui/icons.js";
import { attempt, section } from "./parts.js";

const { state } = store;
let chosen = null;
let values = {};

const redraw = () => store.changed("panel");

function choose(kind) {
  chosen = kind;
  values = {};
  redraw();
}

function fieldRow(field) {
  const id = `fault-${field.name}`;
  const value = values[field.name] ?? field.default;
  const set = (next) => {
    values = { ...values, [field.name]: next };
    redraw();
  };
  if (field.type === "boolean") {
    return h(
      "label",
      { key: field.name, class: "fault-check" },
      h("input", { type: "checkbox", checked: Boolean(value), onchange: (event) => set(event.target.checked) }),
      field.title,
    );
  }
  return h(
    "div",
    { key: field.name, class: "fault-field" },
    h("label", { for: id }, field.title),
    h("input", {
      id,
      class: "text-input",
      type: field.type === "number" ? "number" : "text",
      step: field.type === "number" ? "any" : undefined,
      value: value ?? "",
      oninput: (event) => set(field.type === "number" && event.target.value !== "" ? Number(event.target.value) : event.target.value),
    }),
  );
}

async function ask(kind, event) {
  event.preventDefault();
  const fields = Object.fromEntries(kind.fields.map((field) => [field.name, values[field.name] ?? field.default]));
  const given = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null && value !== undefined && value !== ""));
  if (await attempt(control.addFault({ kind: kind.kind, ...given }))) choose(null);
}

/** The section of faults. */
export function faultSection() {
  const { faults, fault_kinds: kinds } = state.control;
  const kind = kinds.find((each) => each.kind === chosen);
  return section(
    "Break something",
    "bolt",
    h(
      "div",
      { class: "fault-field" },
      h("label", { for: "fault-kind" }, "What should go wrong?"),
      h(
        "select",
        { id: "fault-kind", class: "native-select", value: chosen ?? "", onchange: (event) => choose(event.target.value || null) },
        h("option", { value: "" }, "Choose a fault"),
        kinds.map((each) => h("option", { key: each.kind, value: each.kind, selected: each.kind === chosen }, each.title)),
      ),
    ),
    kind &&
      h(
        "form",
        { key: kind.kind, class: "fault-form", onsubmit: (event) => ask(kind, event) },
        h("p", { class: "panel-note" }, kind.description),
        kind.fields.map(fieldRow),
        h("button", { type: "submit", class: "button red small" }, icon("bolt"), "Break it"),
      ),
    faults.length > 0 && [
      h(
        "ul",
        { class: "faults", "aria-label": "Faults in force" },
        faults.map((each) => active(each, kinds)),
      ),
      h(
        "button",
        { type: "button", class: "panel-link", onclick: () => attempt(control.clearFaults()) },
        icon("check"),
        "Repair everything",
      ),
    ],
  );
}

function active(fault, kinds) {
  const name = fault.title ?? kinds.find((each) => each.kind === fault.kind)?.title ?? fault.kind;
  const left = fault.left === null || fault.left === undefined ? "until removed" : `${fault.left} left`;
  return h(
    "li",
    { key: fault.id, class: "fault" },
    h("span", null, h("strong", null, name), h("small", null, left)),
    h(
      "button",
      { type: "button", class: "icon-button", "aria-label": `Remove: ${name}`, onclick: () => attempt(control.removeFault(fault.id)) },
      icon("close"),
    ),
  );
}
