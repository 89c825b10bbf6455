/** Selects: of strings, users, roles, mentionables and channels; the same one in messages and in modals. */

import { store } from "../core/store.js";
import { cls, h, render, uid } from "../ui/dom.js";
import { icon } from "../ui/icons.js";
import { openListbox } from "../ui/listbox.js";
import { SELECT_KINDS, choices } from "./choices.js";

const { state } = store;
const PLACEHOLDERS = {
  string: "Make a selection",
  user: "Select a user",
  role: "Select a role",
  mentionable: "Select a user or role",
  channel: "Select a channel",
};

/** What a select holds before anybody touches it. @param {any} component @returns {string[]} */
export function defaults(component) {
  if (component.type === 3) return (component.options ?? []).filter((each) => each.default).map((each) => each.value);
  return (component.default_values ?? []).map((each) => String(each.id));
}

/**
 * A widget. `props`: component, channelId, busy, onchoose(values), label, describedby, id, inModal.
 * A choice stays shown until the component itself changes.
 * @param {any} first
 */
export function select(first) {
  const el = document.createElement("div");
  let props = first;
  let signature = JSON.stringify(first.component);
  let values = first.values ?? defaults(first.component);
  let close = null;
  const listId = uid("choices");
  el.className = "select";

  function options() {
    return choices(SELECT_KINDS[props.component.type], state.channels.get(props.channelId), props.component);
  }

  function toggle() {
    if (close) return close();
    if (props.busy || props.component.disabled) return;
    const { component } = props;
    const all = options();
    const max = Math.min(component.max_values ?? 1, Math.max(all.length, 1));
    close = openListbox(el, {
      id: listId,
      label: name(),
      options: all,
      chosen: values,
      min: component.min_values ?? (component.required === false ? 0 : 1),
      max,
      search: component.type !== 3 || all.length > 10,
      onDone: (chosen, why) => {
        close = null;
        if (chosen) values = chosen;
        draw();
        if (why !== "outside" && why !== "tab") el.querySelector(".select-button").focus({ preventScroll: true });
        if (chosen) props.onchoose(chosen);
      },
    });
    draw();
  }

  const name = () => props.label ?? props.component.placeholder ?? PLACEHOLDERS[SELECT_KINDS[props.component.type]];

  function draw() {
    const { component, busy } = props;
    const known = new Map(options().map((each) => [each.value, each]));
    const chosen = values.map((value) => known.get(value) ?? { value, label: value });
    render(
      el,
      h(
        "button",
        {
          type: "button",
          role: "combobox",
          id: props.id,
          class: cls("select-button", close && "open", busy && "busy"),
          "aria-haspopup": "listbox",
          "aria-expanded": Boolean(close),
          "aria-controls": close ? listId : undefined,
          "aria-label": name(),
          "aria-busy": busy ? true : undefined,
          "aria-describedby": props.describedby,
          "aria-invalid": props.invalid ? true : undefined,
          disabled: Boolean(component.disabled),
          onclick: toggle,
          onkeydown: (event) => ["ArrowDown", "ArrowUp"].includes(event.key) && (event.preventDefault(), toggle()),
        },
        h(
          "span",
          { class: "select-value" },
          chosen.length
            ? chosen.map(shown)
            : h("span", { class: "placeholder" }, component.placeholder ?? PLACEHOLDERS[SELECT_KINDS[component.type]]),
        ),
        busy ? h("span", { class: "dots", "aria-hidden": "true" }, h("i"), h("i"), h("i")) : icon("chevronDown"),
      ),
    );
  }

  const shown = (option) =>
    h(
      "span",
      { key: option.value, class: cls("select-chip", (props.component.max_values ?? 1) === 1 && "alone") },
      option.lead && h("span", { class: "option-lead", "aria-hidden": "true" }, option.lead),
      option.label,
    );

  draw();
  return {
    el,
    update(next) {
      const before = signature;
      props = next;
      signature = JSON.stringify(next.component);
      if (signature !== before) values = defaults(next.component);
      draw();
    },
    destroy: () => close?.(),
  };
}
