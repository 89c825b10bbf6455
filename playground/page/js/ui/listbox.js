/** A list to choose from that floats at its control: with search, several choices, arrow keys. */

import { build, cls, h, render } from "./dom.js";
import { icon } from "./icons.js";
import { float, narrow } from "./popover.js";

/**
 * @typedef {{value: string, label: string, description?: string, lead?: any, note?: string}} Option
 */

/**
 * Opens the list.
 * @param {Element} anchor
 * @param {{id: string, label: string, options: Option[], chosen: string[], min?: number, max?: number, search?: boolean, onDone: (values: string[]|null, why: string) => void}} setup
 *   `onDone` gets the choice when it changed, else null
 */
export function openListbox(anchor, { id, label, options, chosen, min = 1, max = 1, search = false, onDone }) {
  const multi = max > 1;
  const picked = new Set(chosen);
  let query = "";
  let shown = options;
  let active = Math.max(
    0,
    options.findIndex((each) => picked.has(each.value)),
  );
  let finished = false;
  const root = build(h("div", { class: "listbox-popover" }));
  const close = float(root, anchor, { align: "stretch", onClose: (why) => finish(why) });
  draw();
  const first = narrow() ? null : root.querySelector("input");
  (first ?? root.querySelector("[role=listbox]")).focus({ preventScroll: true });

  function finish(why) {
    if (finished) return;
    finished = true;
    const values = [...picked];
    const changed = values.length !== chosen.length || values.some((each) => !chosen.includes(each));
    const enough = values.length >= min && values.length <= max;
    onDone(changed && enough && (multi || why === "picked") ? values : null, why);
  }

  function pick(option) {
    if (!option) return;
    if (!multi) {
      const again = picked.has(option.value);
      picked.clear();
      if (!(again && min === 0)) picked.add(option.value);
      return close("picked");
    }
    if (picked.has(option.value)) picked.delete(option.value);
    else if (picked.size < max) picked.add(option.value);
    active = shown.indexOf(option);
    draw();
  }

  function move(to) {
    active = Math.max(0, Math.min(shown.length - 1, to));
    draw();
    root.querySelector(".active")?.scrollIntoView({ block: "nearest" });
  }

  function onkeydown(event) {
    const steps = { ArrowDown: active + 1, ArrowUp: active - 1, PageDown: active + 6, PageUp: active - 6 };
    const ends = search ? {} : { Home: 0, End: shown.length - 1 };
    const to = { ...steps, ...ends }[event.key];
    if (to !== undefined) move(to);
    else if (event.key === "Enter" || (event.key === " " && !search)) pick(shown[active]);
    else if (event.key === "Tab") return close("tab");
    else if (!search && event.key.length === 1) move(byLetter(event.key));
    else return;
    event.preventDefault();
  }

  function byLetter(letter) {
    const order = shown.map((_, index) => (active + 1 + index) % shown.length);
    return order.find((index) => shown[index].label.toLowerCase().startsWith(letter.toLowerCase())) ?? active;
  }

  function filter(event) {
    query = event.target.value.trim().toLowerCase();
    shown = options.filter((each) => `${each.label} ${each.description ?? ""} ${each.note ?? ""}`.toLowerCase().includes(query));
    active = 0;
    draw();
  }

  function row(option, index) {
    const on = picked.has(option.value);
    return h(
      "div",
      {
        key: option.value,
        id: `${id}-${index}`,
        role: "option",
        class: cls("option", index === active && "active", on && "on"),
        "aria-selected": on,
        "aria-disabled": multi && !on && picked.size >= max,
        onclick: () => pick(option),
        onpointermove: () => index !== active && ((active = index), draw()),
      },
      option.lead && h("span", { class: "option-lead", "aria-hidden": "true" }, option.lead),
      h(
        "span",
        { class: "option-text" },
        h("span", { class: "option-label" }, option.label),
        option.description && h("span", { class: "option-description" }, option.description),
      ),
      option.note && h("span", { class: "option-note" }, option.note),
      multi
        ? h("span", { class: cls("tick", on && "on"), "aria-hidden": "true" }, on && icon("check"))
        : on && h("span", { class: "tick-round", "aria-hidden": "true" }, icon("check")),
    );
  }

  function draw() {
    const activeId = shown.length ? `${id}-${active}` : undefined;
    render(root, [
      search &&
        h("input", {
          class: "listbox-search",
          type: "text",
          role: "combobox",
          "aria-expanded": true,
          "aria-controls": id,
          "aria-activedescendant": activeId,
          "aria-label": `Search: ${label}`,
          placeholder: "Search",
          autocomplete: "off",
          spellcheck: "false",
          oninput: filter,
          onkeydown,
        }),
      h(
        "div",
        {
          id,
          role: "listbox",
          class: "listbox",
          tabindex: search ? "-1" : "0",
          "aria-label": label,
          "aria-multiselectable": multi,
          "aria-activedescendant": activeId,
          onkeydown,
        },
        shown.map(row),
        !shown.length && h("p", { class: "listbox-empty" }, "Nothing found"),
      ),
      multi &&
        h(
          "div",
          { class: "listbox-foot" },
          h("span", { "aria-live": "polite" }, picked.size < min ? `Choose at least ${min}` : `${picked.size} of ${max} chosen`),
          h(
            "button",
            { type: "button", class: "button blurple small", disabled: picked.size < min, onclick: () => close("picked") },
            "Done",
          ),
        ),
    ]);
  }

  return close;
}
