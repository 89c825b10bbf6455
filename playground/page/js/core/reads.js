/** What the acting member has read: unread channels, mentions, and where the new messages begin. */

import { compare } from "./snowflake.js";
import { store } from "./store.js";

const { state } = store;
const place = () => `fourup.reads.${state.me.id}`;

function save() {
  try {
    localStorage.setItem(place(), JSON.stringify(state.reads));
  } catch {
    return;
  }
}

/** Reads the marks of this member; a channel never seen counts as read up to now. */
export function startReads() {
  try {
    state.reads = JSON.parse(localStorage.getItem(place()) ?? "{}");
  } catch {
    state.reads = {};
  }
  for (const channel of state.channels.values()) {
    if (!(channel.id in state.reads) && channel.last_message_id) state.reads[channel.id] = channel.last_message_id;
  }
  save();
}

/** Whether a channel holds messages that the member has not seen. @param {any} channel */
export function isUnread(channel) {
  const last = channel.last_message_id;
  const read = state.reads[channel.id];
  return Boolean(last) && (!read || compare(last, read) > 0);
}

/** Marks a channel as read up to its newest message. @param {string} channelId */
export function markRead(channelId) {
  const last = state.messages
    .get(channelId)
    ?.items.filter((each) => !each.local)
    .at(-1)?.id;
  const newest = state.channels.get(channelId)?.last_message_id;
  const id = [last, newest].filter(Boolean).sort(compare).at(-1);
  if (!id || (state.reads[channelId] === id && !state.mentions.get(channelId))) return;
  state.reads[channelId] = id;
  state.mentions.delete(channelId);
  save();
  store.changed("channels");
}

/** Whether a message speaks to the acting member. @param {any} message */
export function mentionsMe(message) {
  if (message.mention_everyone || message.mentions?.some((user) => user.id === state.me.id)) return true;
  const guildId = state.channels.get(message.channel_id)?.guild_id;
  const roles = state.guilds.get(guildId)?.members.get(state.me.id)?.roles ?? [];
  return (message.mention_roles ?? []).some((id) => roles.includes(id));
}

/** Counts a new message where it waits unseen; one's own are always read. @param {any} message */
export function noteMessage(message) {
  const shown = state.view.channelId === message.channel_id;
  const open = shown && document.hasFocus();
  if (message.author.id === state.me.id) {
    state.reads[message.channel_id] = message.id;
    if (shown) state.view.since = null;
    return save();
  }
  if (shown && !open) state.view.since ??= state.reads[message.channel_id] ?? null;
  const direct = !state.channels.get(message.channel_id)?.guild_id;
  if (!open && (direct || mentionsMe(message))) {
    state.mentions.set(message.channel_id, (state.mentions.get(message.channel_id) ?? 0) + 1);
  }
}
