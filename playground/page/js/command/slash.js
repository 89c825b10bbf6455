/** Slash commands as one finds them: the leaves of their trees, what matches, and what the picker shows. */

import { commandsFor } from "../net/commands.js";
import { botUser } from "../net/interactions.js";
import { h } from "../ui/dom.js";
import { icon } from "../ui/icons.js";
import { avatar } from "../ui/people.js";

/**
 * @typedef {{command: any, name: string, description: string, options: any[], path: {type: number, name: string}[]}} Leaf
 */

/** Every command that can be sent, subcommands as "group name". @param {string} channelId @returns {Leaf[]} */
export function leaves(channelId) {
  return commandsFor(channelId)
    .filter((each) => each.type === 1)
    .flatMap((command) => descend(command, command, command.name, []));
}

function descend(command, node, name, path) {
  const inner = (node.options ?? []).filter((each) => each.type === 1 || each.type === 2);
  if (!inner.length) return [{ command, name, description: node.description, options: node.options ?? [], path }];
  return inner.flatMap((each) => descend(command, each, `${name} ${each.name}`, [...path, { type: each.type, name: each.name }]));
}

/** The leaves that fit what was typed after the slash: those that begin so, then those that hold it. @param {Leaf[]} all @param {string} typed */
export function matching(all, typed) {
  const query = typed.trim().toLowerCase();
  const begins = all.filter((each) => each.name.toLowerCase().startsWith(query));
  const holds = all.filter((each) => !begins.includes(each) && `${each.name} ${each.description}`.toLowerCase().includes(query));
  return [...begins, ...holds].slice(0, 60);
}

/** The leaf whose whole name was typed, and what stands behind it. @param {Leaf[]} all @param {string} text without the slash */
export function exact(all, text) {
  const lower = text.toLowerCase();
  const found = all.filter((each) => lower === each.name || lower.startsWith(`${each.name} `) || lower.startsWith(`${each.name}\n`));
  const leaf = found.sort((a, b) => b.name.length - a.name.length)[0];
  return leaf ? { leaf, rest: text.slice(leaf.name.length).trimStart() } : null;
}

/** As the picker shows them. @param {Leaf[]} list */
export function asSuggestions(list) {
  return list.map((leaf) => ({
    value: leaf,
    label: `/${leaf.name}`,
    extra: leaf.options.map((each) => each.name).join("  "),
    description: leaf.description,
    note: leaf.command.application,
    section: leaf.command.application,
    name: `/${leaf.name} ${leaf.description}`,
    lead: face(leaf.command),
  }));
}

/** The application's face. @param {any} command */
export function face(command) {
  const user = botUser(command.application_id);
  return user ? avatar(user, { size: 24 }) : h("span", { class: "app-face" }, icon("bot"));
}

/**
 * Splits "prompt:a cat image_weight:2" at the names of options; text without a name belongs to the first option of text.
 * @param {string} text @param {any[]} options
 * @returns {Map<string, string>}
 */
export function readOptions(text, options) {
  const out = new Map();
  const names = options.map((each) => each.name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  const marks = names.length ? [...text.matchAll(new RegExp(`(?:^|\\s)(${names.join("|")}):\\s?`, "gu"))] : [];
  const head = text.slice(0, marks[0]?.index ?? text.length).trim();
  marks.forEach((mark, index) => out.set(mark[1], text.slice(mark.index + mark[0].length, marks[index + 1]?.index ?? text.length).trim()));
  const first = options.find((each) => each.type === 3 && !out.has(each.name));
  if (head && first) out.set(first.name, head);
  return out;
}
