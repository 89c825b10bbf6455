/** One option of a command while it is being filled in: what was typed, what it means, what is wrong with it. */

import { size } from "../net/uploads.js";
import { choices } from "../components/choices.js";

export const TYPE = { STRING: 3, INTEGER: 4, BOOLEAN: 5, USER: 6, CHANNEL: 7, ROLE: 8, MENTIONABLE: 9, NUMBER: 10, ATTACHMENT: 11 };
const LISTED = { 6: "user", 7: "channel", 8: "role", 9: "mentionable" };
const WORDS = {
  3: "Text",
  4: "Whole number",
  5: "True or false",
  6: "A member",
  7: "A channel",
  8: "A role",
  9: "A member or role",
  10: "Number",
  11: "File",
};

/**
 * @typedef {{option: any, text: string, value: any, file: File|null, error: string|null}} Field
 */

/** @param {any} option @returns {Field} */
export const blankField = (option) => ({ option, text: "", value: null, file: null, error: null });

/** Whether nothing was given. @param {Field} field */
export const isEmpty = (field) => (field.option.type === TYPE.ATTACHMENT ? !field.file : !field.text.trim() && field.value === null);

/** Whether only what the list offers counts. @param {any} option */
export const mustChoose = (option) => option.type === TYPE.BOOLEAN || Boolean(LISTED[option.type]) || Boolean(option.choices?.length);

/**
 * What may be chosen for an option without asking the bot.
 * @param {any} option @param {any} channel @param {string} typed
 * @returns {import("../composer/suggest.js").Suggestion[]}
 */
export function offered(option, channel, typed) {
  const query = typed.trim().toLowerCase().replace(/^[@#]/, "");
  const fits = (each) => !query || `${each.label} ${each.note ?? ""}`.toLowerCase().includes(query);
  if (option.type === TYPE.BOOLEAN)
    return [
      { value: true, label: "True" },
      { value: false, label: "False" },
    ].filter(fits);
  if (option.choices?.length) return option.choices.map((each) => ({ value: each.value, label: each.name })).filter(fits);
  const kind = LISTED[option.type];
  return kind ? choices(kind, channel, { channel_types: option.channel_types }).filter(fits) : [];
}

/** What an option takes, in a few words. @param {any} option */
export function kindWords(option) {
  const { min_value: least, max_value: most, min_length: short, max_length: long } = option;
  const set = (value) => value !== undefined && value !== null;
  const between = (low, high, unit) =>
    set(low) && set(high)
      ? `, ${low} to ${high}${unit}`
      : set(low)
        ? `, at least ${low}${unit}`
        : set(high)
          ? `, at most ${high}${unit}`
          : "";
  return `${WORDS[option.type] ?? "Value"}${between(least, most, "")}${between(short, long, " characters")}`;
}

/**
 * The value to send, or the reason why it cannot be.
 * @param {Field} field @param {any} channel @param {number} limit  the largest file, in bytes
 * @returns {{value?: any, error?: string}}
 */
export function reading(field, channel, limit) {
  const { option } = field;
  if (isEmpty(field)) return option.required ? { error: "This option is required. Specify a value." } : {};
  if (option.type === TYPE.ATTACHMENT) return fileReading(field.file, limit);
  if (field.value !== null) return { value: field.value };
  const typed = field.text.trim();
  if (mustChoose(option)) return chosenByName(option, channel, typed);
  if (option.type === TYPE.INTEGER || option.type === TYPE.NUMBER) return numberReading(option, typed);
  if (option.min_length && typed.length < option.min_length) return { error: `Give at least ${option.min_length} characters.` };
  if (typed.length > (option.max_length ?? 6000))
    return { error: `Give at most ${option.max_length ?? 6000} characters (${typed.length} now).` };
  return { value: typed };
}

function fileReading(file, limit) {
  if (file.size <= limit) return { value: file };
  return { error: `${file.name} has ${size(file.size)}; files here may have up to ${size(limit)}.` };
}

function chosenByName(option, channel, typed) {
  const bare = typed
    .replace(/^(<[@#]&?!?|[@#])/, "")
    .replace(/>$/, "")
    .toLowerCase();
  const all = offered(option, channel, "");
  const found = all.find((each) => [each.label, each.note, String(each.value)].some((word) => word?.toLowerCase() === bare));
  return found ? { value: found.value } : { error: "Choose one from the list." };
}

function numberReading(option, typed) {
  const value = Number(typed.replace(",", "."));
  const whole = option.type === TYPE.INTEGER;
  if (!Number.isFinite(value) || (whole && !/^[+-]?\d+$/.test(typed))) return { error: whole ? "Give a whole number." : "Give a number." };
  if (option.min_value !== undefined && option.min_value !== null && value < option.min_value)
    return { error: `The smallest value is ${option.min_value}.` };
  if (option.max_value !== undefined && option.max_value !== null && value > option.max_value)
    return { error: `The largest value is ${option.max_value}.` };
  return { value };
}

/** What goes to the bot while typing: numbers as typed. @param {Field} field */
export const typedValue = (field) => (field.value !== null ? field.value : field.text);

/** Options at their place under groups and subcommands. @param {{type: number, name: string}[]} path @param {any[]} options */
export const nested = (path, options) => path.reduceRight((inner, step) => [{ ...step, options: inner }], options);
