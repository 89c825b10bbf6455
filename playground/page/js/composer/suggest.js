/** The list above the composer: commands, choices, members, channels, emoji; the focus stays in the box below it. */

import { cls, h, render, uid } from "../ui/dom.js";

/**
 * @typedef {{value: any, label: string, description?: string, lead?: any, note?: string, extra?: string, section?: string, name?: string}} Suggestion
 */

/**
 * @param {HTMLElement} root  where the list is drawn
 * @param {() => void} changed  called when what a box must say of it (open, active) changed
 */
export function createSuggest(root, changed) {
  const id = uid("suggest");
  /** @type {{label: string, head?: any, options: Suggestion[], active: number, onpick: (option: Suggestion, how: string) => void, note?: string}|null} */
  let now = null;

  function draw() {
    root.hidden = !now;
    render(
      root,
      now &&
        h(
          "div",
          { class: "suggest" },
          now.head && h("div", { class: "suggest-head" }, now.head),
          now.note && h("p", { class: "suggest-note", role: "status" }, now.note),
          h("div", { id, role: "listbox", class: "suggest-list", "aria-label": now.label }, rows()),
        ),
    );
    root.querySelector(".option.active")?.scrollIntoView({ block: "nearest" });
    changed();
  }

  function rows() {
    let section = null;
    return now.options.flatMap((option, index) => {
      const heading =
        option.section && option.section !== section
          ? h("div", { key: `section-${option.section}`, class: "suggest-section", role: "presentation" }, option.section)
          : null;
      section = option.section ?? section;
      return [heading, row(option, index)];
    });
  }

  function row(option, index) {
    return h(
      "div",
      {
        key: `${index}-${option.label}`,
        id: `${id}-${index}`,
        role: "option",
        class: cls("option", index === now.active && "active"),
        "aria-selected": index === now.active,
        "aria-label": option.name ?? [option.label, option.description].filter(Boolean).join(", "),
        onmousedown: (event) => event.preventDefault(),
        onclick: () => pick(index, "click"),
        onpointermove: () => now && index !== now.active && ((now.active = index), draw()),
      },
      option.lead && h("span", { class: "option-lead", "aria-hidden": "true" }, option.lead),
      h(
        "span",
        { class: "option-text" },
        h("span", { class: "option-label" }, option.label, option.extra && h("span", { class: "option-extra" }, option.extra)),
        option.description && h("span", { class: "option-description" }, option.description),
      ),
      option.note && h("span", { class: "option-note" }, option.note),
    );
  }

  function pick(index, how) {
    const option = now?.options[index];
    if (option) now.onpick(option, how);
  }

  return {
    id,
    /** Shows suggestions; `active: -1` leaves none chosen beforehand. */
    show(next) {
      const at = now && now.label === next.label ? Math.min(now.active, next.options.length - 1) : (next.active ?? 0);
      now = { ...next, active: next.keep ? at : (next.active ?? 0) };
      draw();
    },
    hide() {
      if (!now) return;
      now = null;
      draw();
    },
    get open() {
      return Boolean(now);
    },
    get filled() {
      return Boolean(now?.options.length);
    },
    get active() {
      return now && now.active >= 0 && now.options[now.active] ? now.options[now.active] : null;
    },
    get activeId() {
      return now && now.active >= 0 && now.options.length ? `${id}-${now.active}` : undefined;
    },
    /** Takes the keys that belong to the list. @param {KeyboardEvent} event @returns {boolean} whether it took it */
    key(event) {
      if (!now) return false;
      const count = now.options.length;
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (step && count) {
        now.active = now.active < 0 ? (step > 0 ? 0 : count - 1) : (now.active + step + count) % count;
        draw();
      } else if ((event.key === "Enter" || event.key === "Tab") && !event.shiftKey && this.active) pick(now.active, event.key);
      else if (event.key === "Escape" && count) this.hide();
      else return false;
      event.preventDefault();
      event.stopPropagation();
      return true;
    },
  };
}
