/** The command index: what each channel offers, fetched once and again when it changed. */

import { api } from "./api.js";
import { MANAGE_GUILD, USE_APPLICATION_COMMANDS, isDM, permissionsIn } from "../core/permissions.js";
import { store } from "../core/store.js";

const { state } = store;

/** What the member who looks at it reads: descriptions and the names of choices, where somebody translated them. */
function inTheirWords(node, locale) {
  return {
    ...node,
    description: node.description_localizations?.[locale] ?? node.description,
    ...(node.options && { options: node.options.map((each) => inTheirWords(each, locale)) }),
    ...(node.choices && { choices: node.choices.map((each) => ({ ...each, name: each.name_localizations?.[locale] ?? each.name })) }),
  };
}

const place = (channel) => (isDM(channel) ? `channel:${channel.id}` : `guild:${channel.guild_id}`);

/** Fetches a channel's index unless it is here or under way. @param {string} channelId */
export async function loadCommands(channelId) {
  const channel = state.channels.get(channelId);
  if (!channel || state.commands.has(place(channel))) return;
  const entry = { list: [], applications: new Map(), loaded: false };
  state.commands.set(place(channel), entry);
  try {
    const index = await (isDM(channel) ? api.channelCommands(channelId) : api.guildCommands(channel.guild_id));
    entry.applications = new Map((index.applications ?? []).map((each) => [each.id, each]));
    entry.list = index.application_commands ?? [];
    entry.loaded = true;
  } catch {
    if (state.commands.get(place(channel)) === entry) state.commands.delete(place(channel));
  }
  store.changed("commands");
}

/**
 * The commands that may be used in a channel, by application and name.
 * @param {string} channelId
 * @returns {any[]}
 */
export function commandsFor(channelId) {
  const channel = state.channels.get(channelId);
  const entry = channel && state.commands.get(place(channel));
  if (!entry) return [];
  const held = permissionsIn(state, channel);
  if (!(held & USE_APPLICATION_COMMANDS)) return [];
  const locale = state.control?.members.find((each) => each.id === state.me?.id)?.locale;
  const named = (each) => ({ ...inTheirWords(each, locale), type: each.type ?? 1, application: entry.applications.get(each.application_id)?.name ?? "App" });
  return entry.list
    .filter((each) => allowed(each, channel, held))
    .map(named)
    .sort((a, b) => a.application.localeCompare(b.application) || a.name.localeCompare(b.name));
}

function allowed(command, channel, held) {
  if (isDM(channel)) return command.dm_permission !== false && (!command.contexts || command.contexts.some((each) => each !== 0));
  if (command.contexts && !command.contexts.includes(0)) return false;
  const parent = state.channels.get(channel.parent_id);
  if (command.nsfw && !channel.nsfw && !parent?.nsfw) return false;
  const needed = command.default_member_permissions;
  if (needed === null || needed === undefined) return true;
  const bits = BigInt(needed) || MANAGE_GUILD;
  return (held & bits) === bits;
}

/** Whether the index of a channel has arrived. @param {string} channelId */
export function commandsLoaded(channelId) {
  const channel = state.channels.get(channelId);
  return Boolean(channel && state.commands.get(place(channel))?.loaded);
}
