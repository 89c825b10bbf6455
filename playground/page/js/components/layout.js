/** Components of messages, of both generations: rows, sections, text, media, files, lines, containers. */

import { act } from "../net/interactions.js";
import { store } from "../core/store.js";
import { markdown } from "../text/render.js";
import { cls, h } from "../ui/dom.js";
import { hex } from "../ui/people.js";
import { button } from "./button.js";
import { fileCard, hidden, mosaic } from "./media.js";
import { select } from "./select.js";

const { state } = store;

/**
 * All components of a message.
 * @param {any} message
 * @param {{guildId?: string}} context
 */
export function components(message, context) {
  const list = message.components ?? [];
  const newer = Boolean(message.flags & (1 << 15));
  if (!list.length) return null;
  return h(
    "div",
    { key: "components", class: cls("components", newer && "newer") },
    list.map((each, index) => one(each, message, context, index)),
  );
}

function one(component, message, context, index) {
  const make = KINDS[component.type];
  if (!make) return h("p", { key: `c${index}`, class: "unknown-component" }, `A component of an unknown kind (${component.type}).`);
  const node = make(component, message, context);
  node.props.key ??= `c${index}-${component.type}`;
  return node;
}

const inside = (list, message, context) => (list ?? []).map((each, index) => one(each, message, context, index));

function chooser(component, message) {
  const busy = state.busy.has(`${message.id}:${component.custom_id}`);
  return h(select, { component, channelId: message.channel_id, busy, onchoose: (values) => act(message, component, values) });
}

/** @param {any} media  an unfurled media item with what its owner says of it */
function asMedia({ media, description, spoiler }) {
  return {
    url: media.url,
    alt: description ?? "",
    name: nameFrom(media.url),
    width: media.width,
    height: media.height,
    spoiler: Boolean(spoiler),
    type: media.content_type,
  };
}

function nameFrom(url) {
  try {
    return decodeURIComponent(new URL(url, location.href).pathname.split("/").at(-1));
  } catch {
    return "file";
  }
}

function section(component, message, context) {
  const { accessory } = component;
  return h(
    "div",
    { class: "section" },
    h("div", { class: "section-text" }, inside(component.components, message, context)),
    h("div", { class: "section-accessory" }, accessory && one(accessory, message, context, 0)),
  );
}

function container(component, message, context) {
  const accent = component.accent_color;
  const box = h(
    "div",
    {
      class: cls("container", accent !== null && accent !== undefined && "accented"),
      style: accent !== null && accent !== undefined ? { "--accent": hex(accent) } : {},
    },
    inside(component.components, message, context),
  );
  return component.spoiler ? h("div", null, h(hidden, { on: true, children: box })) : h("div", null, box);
}

function file(component) {
  const name = component.name ?? nameFrom(component.file.url);
  const card = { url: component.file.url, name, size: component.size ?? component.file.size, type: component.file.content_type };
  return h("div", null, fileCard({ ...card, spoiler: Boolean(component.spoiler) }));
}

/** @type {Record<number, (component: any, message: any, context: any) => any>} */
const KINDS = {
  1: (component, message, context) => h("div", { class: "action-row" }, inside(component.components, message, context)),
  2: (component, message) => button(component, message),
  3: chooser,
  5: chooser,
  6: chooser,
  7: chooser,
  8: chooser,
  9: section,
  10: (component, message, context) => h("div", { class: "text-display" }, markdown(component.content, context)),
  11: (component) => h("div", { class: "thumbnail" }, mosaic([asMedia(component)], { most: { width: 85, height: 85 } })),
  12: (component) => h("div", { class: "gallery" }, mosaic(component.items.map(asMedia), { most: { width: 550, height: 450 } })),
  13: file,
  14: (component) =>
    h("div", {
      class: cls("separator", component.divider !== false && "line", component.spacing === 2 && "large"),
      role: component.divider !== false ? "separator" : undefined,
    }),
  17: container,
};
