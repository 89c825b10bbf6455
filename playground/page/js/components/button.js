/** Buttons of messages: five styles, emoji, links, and dots while the application answers. */

import { act } from "../net/interactions.js";
import { store } from "../core/store.js";
import { cls, h } from "../ui/dom.js";
import { icon } from "../ui/icons.js";
import { emojiNode } from "../ui/people.js";

const { state } = store;
const STYLES = { 1: "blurple", 2: "grey", 3: "green", 4: "red", 5: "grey", 6: "blurple" };

/** True where the label says by itself what the button is for; a number beside an emoji does not. */
const tells = label => /\p{L}/u.test(label ?? "");

/** @param {any} component @param {any} message */
export function button(component, message) {
  const busy = state.busy.has(`${message.id}:${component.custom_id}`);
  const face = [
    component.emoji &&
      h("span", { class: "button-emoji", "aria-hidden": tells(component.label) ? "true" : undefined }, emojiNode(component.emoji)),
    component.label && h("span", null, component.label),
    component.style === 6 && !component.label && h("span", null, "Premium"),
  ];
  if (component.style === 5) return link(component, face);
  return h(
    "button",
    {
      type: "button",
      class: cls("button", STYLES[component.style] ?? "grey", busy && "busy"),
      disabled: Boolean(component.disabled) || component.style === 6,
      "aria-busy": busy ? true : undefined,
      onclick: () => act(message, component),
    },
    h("span", { class: "button-face" }, face),
    busy && h("span", { class: "dots", role: "img", "aria-label": "waiting" }, h("i"), h("i"), h("i")),
  );
}

function link(component, face) {
  if (component.disabled)
    return h("button", { type: "button", class: "button grey", disabled: true }, h("span", { class: "button-face" }, face), icon("open"));
  return h(
    "a",
    { class: "button grey", href: component.url, target: "_blank", rel: "noopener noreferrer" },
    h("span", { class: "button-face" }, face),
    icon("open"),
  );
}
