/** What can be chosen in each kind of select, and how a choice looks. */

import { store } from "../core/store.js";
import { h } from "../ui/dom.js";
import { icon } from "../ui/icons.js";
import { avatar, emojiNode, nameOf, roleColour } from "../ui/people.js";

const { state } = store;

/** The users that can be named in a channel. @param {any} channel */
function usersIn(channel) {
  const guild = state.guilds.get(channel?.guild_id);
  if (guild) return [...guild.members.values()].map((member) => state.users.get(member.user.id));
  return [...(channel?.recipients ?? []).map((user) => state.users.get(user.id) ?? user), state.me];
}

const userOption = (channel) => (user) => ({
  value: user.id,
  label: nameOf(user, channel?.guild_id),
  note: user.username,
  lead: avatar(user, { size: 24, guildId: channel?.guild_id }),
  type: "user",
});

const roleOption = (role) => ({
  value: role.id,
  label: role.name,
  lead: h("span", { class: "role-dot", style: { color: roleColour(role) ?? "" } }, icon("role")),
  type: "role",
});

/** The sign of a kind of channel. @param {any} channel */
export function channelIcon(channel) {
  if (channel.type === 4) return "chevronDown";
  if (channel.type === 5) return "megaphone";
  if (channel.type === 10 || channel.type === 11 || channel.type === 12) return "thread";
  return channel.type === 1 ? "at" : "hash";
}

const channelOption = (channel) => ({
  value: channel.id,
  label: channel.name,
  note: state.channels.get(channel.parent_id)?.name,
  lead: icon(channelIcon(channel)),
  type: "channel",
});

const users = (channel) =>
  usersIn(channel)
    .map(userOption(channel))
    .sort((a, b) => a.label.localeCompare(b.label));

function roles(channel) {
  const guild = state.guilds.get(channel?.guild_id);
  const all = [...(guild?.roles.values() ?? [])].filter((role) => role.id !== guild.id);
  return all.sort((a, b) => b.position - a.position).map(roleOption);
}

function channels(channel, types) {
  const all = [...state.channels.values()].filter((each) => each.guild_id && each.guild_id === channel?.guild_id);
  return all
    .filter((each) => !types?.length || types.includes(each.type))
    .sort((a, b) => (a.position ?? 99) - (b.position ?? 99))
    .map(channelOption);
}

/**
 * The options of a select or of a command's option.
 * @param {"string"|"user"|"role"|"mentionable"|"channel"} kind
 * @param {any} channel  where it is used
 * @param {{options?: any[], channel_types?: number[]}} [component]
 * @returns {import("../ui/listbox.js").Option[]}
 */
export function choices(kind, channel, component = {}) {
  if (kind === "user") return users(channel);
  if (kind === "role") return roles(channel);
  if (kind === "channel") return channels(channel, component.channel_types);
  if (kind === "mentionable") return [...users(channel), ...roles(channel)];
  return (component.options ?? []).map((each) => ({
    value: each.value,
    label: each.label,
    description: each.description,
    lead: each.emoji ? emojiNode(each.emoji) : null,
  }));
}

/** The kind of a select by its component type. */
export const SELECT_KINDS = { 3: "string", 5: "user", 6: "role", 7: "mentionable", 8: "channel" };
