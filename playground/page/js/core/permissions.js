/** Permissions: what a member may do in a channel, computed with BigInt as Discord documents it. */

import { now } from "./store.js";

export const ADD_REACTIONS = 1n << 6n;
export const ADMINISTRATOR = 1n << 3n;
export const MANAGE_GUILD = 1n << 5n;
export const VIEW_CHANNEL = 1n << 10n;
const SEND_MESSAGES = 1n << 11n;
export const MANAGE_MESSAGES = 1n << 13n;
export const ATTACH_FILES = 1n << 15n;
export const USE_APPLICATION_COMMANDS = 1n << 31n;
export const MANAGE_THREADS = 1n << 34n;
export const CREATE_PUBLIC_THREADS = 1n << 35n;
const SEND_MESSAGES_IN_THREADS = 1n << 38n;

const ALL = (1n << 60n) - 1n;
const DM = SEND_MESSAGES | ATTACH_FILES | ADD_REACTIONS | VIEW_CHANNEL | USE_APPLICATION_COMMANDS;

/** Public and private threads and announcement threads. @param {any} channel */
export const isThread = (channel) => channel && (channel.type === 10 || channel.type === 11 || channel.type === 12);
/** A direct message or a group of them. @param {any} channel */
export const isDM = (channel) => channel && (channel.type === 1 || channel.type === 3);

/**
 * The permissions of the acting member in a channel.
 * @param {any} state
 * @param {any} channel
 * @returns {bigint}
 */
export function permissionsIn(state, channel) {
  if (isDM(channel)) return DM;
  const guild = state.guilds.get(channel.guild_id);
  const member = guild?.members.get(state.me.id);
  if (!guild || !member) return 0n;
  if (guild.owner_id === state.me.id) return ALL;
  const base = rolePermissions(guild, member);
  if (base & ADMINISTRATOR) return ALL;
  const source = isThread(channel) ? (state.channels.get(channel.parent_id) ?? channel) : channel;
  return silenced(withOverwrites(base, source, guild, member), member);
}

/** What the roles give in the whole server. */
export function rolePermissions(guild, member) {
  let held = BigInt(guild.roles.get(guild.id)?.permissions ?? "0");
  for (const id of member.roles) held |= BigInt(guild.roles.get(id)?.permissions ?? "0");
  return held;
}

function withOverwrites(base, channel, guild, member) {
  const overwrites = new Map((channel.permission_overwrites ?? []).map((each) => [each.id, each]));
  let held = applied(base, overwrites.get(guild.id));
  let allow = 0n;
  let deny = 0n;
  for (const id of member.roles) {
    const each = overwrites.get(id);
    if (!each) continue;
    allow |= BigInt(each.allow);
    deny |= BigInt(each.deny);
  }
  held = (held & ~deny) | allow;
  return applied(held, overwrites.get(member.user.id));
}

const applied = (held, overwrite) => (overwrite ? (held & ~BigInt(overwrite.deny)) | BigInt(overwrite.allow) : held);

function silenced(held, member) {
  const until = member.communication_disabled_until;
  return until && Date.parse(until) > now() ? held & (VIEW_CHANNEL | (1n << 16n)) : held;
}

/**
 * Why the acting member cannot write here, as a sentence, or null.
 * @param {any} state
 * @param {any} channel
 */
export function whyNotWrite(state, channel) {
  const held = permissionsIn(state, channel);
  const until = state.guilds.get(channel.guild_id)?.members.get(state.me.id)?.communication_disabled_until;
  if (until && Date.parse(until) > now()) return `You are timed out until ${new Date(until).toLocaleString()}.`;
  if (channel.thread_metadata?.locked && !(held & MANAGE_THREADS)) return "This thread is locked by a moderator.";
  const needed = isThread(channel) ? SEND_MESSAGES_IN_THREADS : SEND_MESSAGES;
  return held & needed ? null : "You do not have permission to send messages in this channel.";
}
