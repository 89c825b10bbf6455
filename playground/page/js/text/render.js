/** Markdown on the page: the tree that `markdown.js` reads becomes nodes. */

import { wish } from "../core/bus.js";
import { open } from "../core/session.js";
import { store } from "../core/store.js";
import { cls, h, render } from "../ui/dom.js";
import { icon } from "../ui/icons.js";
import { emojiNode, nameOf, roleColour } from "../ui/people.js";
import { inline, parse } from "./markdown.js";
import { timestamp } from "./time.js";

const { state } = store;
const EMOJI =
  /((?:\p{Regional_Indicator}{2}|[0-9#*]\uFE0F\u20E3|(?:\p{Emoji_Presentation}|\p{Extended_Pictographic}\uFE0F)\p{Emoji_Modifier}?(?:\u200D\p{Extended_Pictographic}\uFE0F?\p{Emoji_Modifier}?)*))/u;
const PARAMETER = /(?<=^|\s)(--\p{L}[\p{L}\d_-]{0,30})/u;

/**
 * A message's text as nodes.
 * @param {string} text
 * @param {{guildId?: string, jumbo?: boolean}} [context]
 */
export function markdown(text, context = {}) {
  const tree = parse(text);
  const large = context.jumbo && isOnlyEmoji(tree);
  return h(
    "div",
    { class: cls("markdown", large && "jumbo") },
    tree.map((node) => draw(node, context)),
  );
}

/** One line of text as nodes: no blocks. @param {string} text @param {any} [context] */
export const line = (text, context = {}) => inline(text).map((node) => draw(node, context));

const BLOCKS = new Set(["heading", "subtext", "quote", "list", "item", "block"]);

/** The words alone, for names and previews. @param {string} text @param {string} [guildId] */
export function plain(text, guildId) {
  const walk = (node) => {
    if (node.kind === "user") return `@${nameOf(state.users.get(node.id), guildId)}`;
    if (node.kind === "role") return `@${state.guilds.get(guildId)?.roles.get(node.id)?.name ?? "role"}`;
    if (node.kind === "channel") return `#${state.channels.get(node.id)?.name ?? "channel"}`;
    if (node.kind === "command") return `/${node.name}`;
    if (node.kind === "emoji") return `:${node.name}:`;
    if (node.kind === "time") return new Date(node.seconds * 1000).toLocaleString();
    if (node.kind === "spoiler") return "(spoiler)";
    const words = node.text ?? (node.children ?? []).map(walk).join("");
    return BLOCKS.has(node.kind) ? ` ${words} ` : words;
  };
  return parse(text).map(walk).join("").replace(/\s+/g, " ").trim();
}

function isOnlyEmoji(tree) {
  let count = 0;
  for (const node of tree) {
    if (node.kind === "emoji") count += 1;
    else if (node.kind !== "text") return false;
    else {
      const parts = node.text.split(EMOJI);
      if (parts.some((part, index) => index % 2 === 0 && part.trim())) return false;
      count += (parts.length - 1) / 2;
    }
  }
  return count > 0 && count <= 27;
}

function words(text) {
  const parts = text.split(EMOJI);
  return parts.length === 1 ? whole(text) : parts.flatMap((part, index) => (index % 2 ? h("span", { class: "emoji" }, part) : whole(part)));
}

/** A parameter, "--ar", is not torn at its dashes where a line ends. */
function whole(text) {
  const parts = text.split(PARAMETER);
  return parts.length === 1 ? text : parts.map((part, index) => (index % 2 ? h("span", { class: "whole" }, part) : part));
}

const ELEMENTS = { bold: "strong", italic: "em", underline: "u", strike: "s", quote: "blockquote", item: "li" };

function draw(node, context) {
  const inner = () => (node.children ?? []).map((each) => draw(each, context));
  if (node.kind === "text") return words(node.text);
  if (ELEMENTS[node.kind]) return h(ELEMENTS[node.kind], null, inner());
  if (SPECIAL[node.kind]) return SPECIAL[node.kind](node, inner, context);
  return null;
}

/** A mention is a button that breaks across lines as words do, which a real button never does. */
const mention = ({ onclick, ...props }, ...children) =>
  h(
    "span",
    {
      role: "button",
      tabindex: "0",
      class: "mention",
      onclick,
      onkeydown: (event) => ["Enter", " "].includes(event.key) && (event.preventDefault(), event.stopPropagation(), onclick(event)),
      ...props,
    },
    ...children,
  );

/** @type {Record<string, (node: any, inner: () => any[], context: any) => any>} */
const SPECIAL = {
  code: (node) => h("code", null, whole(node.text)),
  block: (node) =>
    h("pre", { tabindex: "0", "aria-label": node.language ? `Code, ${node.language}` : "Code" }, h("code", null, whole(node.text))),
  heading: (node, inner) => h("div", { class: `heading h${node.level}`, role: "heading", "aria-level": 2 }, inner()),
  subtext: (node, inner) => h("small", { class: "subtext" }, inner()),
  list: (node, inner) => h(node.ordered ? "ol" : "ul", node.ordered ? { start: node.start } : null, inner()),
  link: (node, inner) =>
    h("a", { href: node.url, title: node.title ?? undefined, target: "_blank", rel: "noopener noreferrer nofollow" }, inner()),
  spoiler: (node, inner) => h(spoiler, { children: inner() }),
  time: (node) => h(timestamp, { seconds: node.seconds, style: node.style }),
  emoji: (node) => emojiNode(node, "emoji custom"),
  everyone: (node) => h("span", { class: "mention" }, node.text),
  user: userMention,
  role: roleMention,
  channel: channelMention,
  command: (node) => mention({ onclick: () => wish("command", { name: node.name, id: node.id }) }, `/${node.name}`),
};

function userMention(node, _, context) {
  const user = state.users.get(node.id);
  if (!user) return h("span", { class: "mention" }, `@${node.id}`);
  return mention(
    { onclick: (event) => wish("profile", { user, guildId: context.guildId, anchor: event.currentTarget }) },
    `@${nameOf(user, context.guildId)}`,
  );
}

function roleMention(node, _, context) {
  const role = state.guilds.get(context.guildId)?.roles.get(node.id);
  const colour = role && roleColour(role);
  return h(
    "span",
    { class: "mention", style: colour ? { color: colour, "background-color": `color-mix(in srgb, ${colour} 14%, transparent)` } : {} },
    `@${role?.name ?? "deleted-role"}`,
  );
}

function channelMention(node) {
  const channel = state.channels.get(node.id);
  if (!channel) return h("span", { class: "mention" }, "# No Access");
  return mention(
    { class: "mention channel-mention", onclick: () => open(channel.id) },
    icon(channel.type === 11 ? "thread" : "hash"),
    channel.name,
  );
}

/**
 * A widget: text hidden until it is asked for.
 * @param {{children: any[]}} first
 */
function spoiler(first) {
  const el = document.createElement("span");
  const content = document.createElement("span");
  let shown = false;
  el.className = "spoiler";
  el.tabIndex = 0;
  el.append(content);
  const draw = () => {
    el.classList.toggle("shown", shown);
    content.inert = !shown;
    if (shown) ["role", "aria-label", "aria-expanded"].forEach((name) => el.removeAttribute(name));
    else
      Object.entries({ role: "button", "aria-label": "Spoiler, show", "aria-expanded": "false" }).forEach(([name, value]) =>
        el.setAttribute(name, value),
      );
  };
  const show = (event) => {
    if (shown) return;
    event.preventDefault();
    event.stopPropagation();
    shown = true;
    draw();
  };
  el.addEventListener("click", show);
  el.addEventListener("keydown", (event) => (event.key === "Enter" || event.key === " ") && show(event));
  render(content, first.children);
  draw();
  return { el, update: (props) => render(content, props.children) };
}
