/** Completions while writing: @members and roles, #channels, :emoji: . */

import { choices } from "../components/choices.js";
import { EMOJI } from "../text/emoji-data.js";
import { h } from "../ui/dom.js";

const EMOJI_LIST = EMOJI.flatMap((each) => each.emoji);
const PATTERN = /(^|[\s(])([@#:])([\p{L}\p{N}_+\-.]{0,32})$/u;

/**
 * What could stand where the caret is.
 * @param {string} before  the text up to the caret
 * @param {any} channel
 * @returns {{label: string, from: number, options: import("./suggest.js").Suggestion[]}|null} `value` of an option is `{shown, raw}`
 */
export function completions(before, channel) {
  const found = PATTERN.exec(before);
  if (!found) return null;
  const [, , sign, typed] = found;
  const from = before.length - typed.length - 1;
  const options = { "@": people, "#": channels, ":": emoji }[sign](typed.toLowerCase(), channel).slice(0, 10);
  const label = { "@": "Members and roles", "#": "Channels", ":": "Emoji" }[sign];
  return options.length ? { label, from, options } : null;
}

function people(typed, channel) {
  return choices("mentionable", channel)
    .filter((each) => `${each.label} ${each.note ?? ""}`.toLowerCase().includes(typed))
    .map((each) => ({ ...each, value: { shown: `@${each.label}`, raw: each.type === "role" ? `<@&${each.value}>` : `<@${each.value}>` } }));
}

function channels(typed, channel) {
  return choices("channel", channel, { channel_types: [0, 5, 10, 11, 12] })
    .filter((each) => each.label.toLowerCase().includes(typed))
    .map((each) => ({ ...each, value: { shown: `#${each.label}`, raw: `<#${each.value}>` } }));
}

function emoji(typed) {
  if (typed.length < 2) return [];
  return EMOJI_LIST.filter((each) => each.words.includes(typed)).map((each) => ({
    value: { shown: each.char, raw: each.char },
    label: `:${each.name}:`,
    lead: h("span", { class: "emoji" }, each.char),
  }));
}

/** Puts what a completion stands for in the place of what it showed. @param {string} text @param {Map<string, string>} chosen */
export function expand(text, chosen) {
  const shown = [...chosen.keys()].sort((a, b) => b.length - a.length);
  return shown.reduce((out, each) => out.split(each).join(chosen.get(each)), text);
}
