/** What each gateway event changes in the store. */

import { drop, find, history, loadNewest, put } from "./history.js";
import { interactionEvent } from "../net/interactions.js";
import { isThread } from "./permissions.js";
import { noteMessage, startReads } from "./reads.js";
import { now, store } from "./store.js";

const { state } = store;

function addUser(user) {
  if (user?.id) state.users.set(user.id, { ...state.users.get(user.id), ...user });
}

function addChannel(channel, guildId) {
  const known = state.channels.get(channel.id);
  state.channels.set(channel.id, { ...known, ...channel, ...(guildId ? { guild_id: guildId } : {}) });
  channel.recipients?.forEach(addUser);
}

function addGuild(guild) {
  const members = (guild.members ?? []).filter((each) => each.user);
  members.forEach((each) => addUser(each.user));
  state.guilds.set(guild.id, {
    ...guild,
    roles: new Map((guild.roles ?? []).map((role) => [role.id, role])),
    members: new Map(members.map((member) => [member.user.id, member])),
    presences: new Map((guild.presences ?? []).map((each) => [each.user.id, each.status])),
  });
  [...(guild.channels ?? []), ...(guild.threads ?? [])].forEach((channel) => addChannel(channel, guild.id));
}

function removeGuild({ id }) {
  state.guilds.delete(id);
  for (const channel of [...state.channels.values()]) if (channel.guild_id === id) state.channels.delete(channel.id);
}

function ready(data) {
  for (const id of [...state.guilds.keys()]) removeGuild({ id });
  state.me = data.user;
  state.sessionId = data.session_id;
  addUser(data.user);
  data.guilds.filter((guild) => !guild.unavailable).forEach(addGuild);
  (data.private_channels ?? []).forEach((channel) => addChannel(channel));
  state.commands.clear();
  startReads();
  for (const [id, run] of state.messages) run.loaded && loadNewest(id);
  store.changed("me", "guilds", "channels", "members", "view", "commands", "messages");
}

function typing({ channel_id: channelId, user_id: userId, member }) {
  if (member?.user) addUser(member.user);
  if (userId === state.me.id) return;
  if (!state.typing.has(channelId)) state.typing.set(channelId, new Map());
  state.typing.get(channelId).set(userId, Date.now() + 9500);
  setTimeout(() => store.changed("typing"), 9600);
  store.changed("typing");
}

function reaction(event, step) {
  const message = find(event.channel_id, event.message_id);
  if (!message) return;
  const same = (each) => (event.emoji.id ? each.emoji.id === event.emoji.id : each.emoji.name === event.emoji.name);
  const mine = event.user_id === state.me.id;
  const list = [...(message.reactions ?? [])];
  const at = list.findIndex(same);
  const before = list[at] ?? { emoji: event.emoji, count: 0, me: false };
  if (mine && before.me === step > 0) return;
  const after = { ...before, count: before.count + step, me: mine ? step > 0 : before.me };
  if (at < 0) list.push(after);
  else list[at] = after;
  put({ ...message, reactions: list.filter((each) => each.count > 0) });
}

function clearReactions(event, keep) {
  const message = find(event.channel_id, event.message_id);
  if (message) put({ ...message, reactions: (message.reactions ?? []).filter(keep) });
}

function addMember(member) {
  const guild = state.guilds.get(member.guild_id);
  if (!guild) return;
  addUser(member.user);
  guild.members.set(member.user.id, { ...guild.members.get(member.user.id), ...member });
}

function withRole({ guild_id: guildId, role }) {
  state.guilds.get(guildId)?.roles.set(role.id, role);
}

/** @type {Record<string, [(data: any) => void, string[]]>} */
const EVENTS = {
  READY: [ready, ["connection"]],
  GUILD_CREATE: [addGuild, ["guilds", "channels", "members"]],
  GUILD_UPDATE: [(d) => Object.assign(state.guilds.get(d.id) ?? {}, { name: d.name, premium_tier: d.premium_tier }), ["guilds"]],
  GUILD_DELETE: [removeGuild, ["guilds", "channels", "members", "view"]],
  CHANNEL_CREATE: [(d) => addChannel(d, d.guild_id), ["channels", "view"]],
  CHANNEL_UPDATE: [(d) => addChannel(d, d.guild_id), ["channels", "view"]],
  CHANNEL_DELETE: [(d) => state.channels.delete(d.id), ["channels", "view"]],
  THREAD_CREATE: [(d) => addChannel(d, d.guild_id), ["channels", "messages"]],
  THREAD_UPDATE: [(d) => addChannel(d, d.guild_id), ["channels", "view", "messages"]],
  THREAD_DELETE: [(d) => state.channels.delete(d.id), ["channels", "view", "messages"]],
  THREAD_LIST_SYNC: [(d) => d.threads.forEach((each) => addChannel(each, d.guild_id)), ["channels"]],
  GUILD_MEMBER_ADD: [addMember, ["members"]],
  GUILD_MEMBER_UPDATE: [addMember, ["members", "channels", "view"]],
  GUILD_MEMBER_REMOVE: [(d) => state.guilds.get(d.guild_id)?.members.delete(d.user.id), ["members"]],
  GUILD_ROLE_CREATE: [withRole, ["members", "channels"]],
  GUILD_ROLE_UPDATE: [withRole, ["members", "channels", "view"]],
  GUILD_ROLE_DELETE: [(d) => state.guilds.get(d.guild_id)?.roles.delete(d.role_id), ["members", "channels"]],
  PRESENCE_UPDATE: [(d) => state.guilds.get(d.guild_id)?.presences.set(d.user.id, d.status), ["members"]],
  USER_UPDATE: [addUser, ["members", "me"]],
  MESSAGE_CREATE: [created, ["messages", "channels"]],
  MESSAGE_UPDATE: [(d) => find(d.channel_id, d.id) && put(d), []],
  MESSAGE_DELETE: [(d) => drop(d.channel_id, d.id), []],
  MESSAGE_DELETE_BULK: [(d) => d.ids.forEach((id) => drop(d.channel_id, id)), []],
  MESSAGE_REACTION_ADD: [(d) => reaction(d, 1), []],
  MESSAGE_REACTION_REMOVE: [(d) => reaction(d, -1), []],
  MESSAGE_REACTION_REMOVE_ALL: [(d) => clearReactions(d, () => false), []],
  MESSAGE_REACTION_REMOVE_EMOJI: [(d) => clearReactions(d, (each) => each.emoji.name !== d.emoji.name), []],
  TYPING_START: [typing, []],
  GUILD_APPLICATION_COMMAND_INDEX_UPDATE: [() => state.commands.clear(), ["commands"]],
};

function created(message) {
  const channel = state.channels.get(message.channel_id);
  if (channel && !(message.flags & 64)) {
    const count = isThread(channel) ? { message_count: (channel.message_count ?? 0) + 1 } : {};
    state.channels.set(channel.id, { ...channel, last_message_id: message.id, ...count });
  }
  state.typing.get(message.channel_id)?.delete(message.author.id);
  noteMessage(message);
  if (history(message.channel_id).loaded || message.flags & 64) put(message);
  store.changed("typing");
}

/**
 * Applies one event of the gateway.
 * @param {string} type
 * @param {any} data
 */
export function dispatch(type, data) {
  if (interactionEvent(type, data)) return;
  const entry = EVENTS[type];
  if (!entry) return;
  entry[0](data);
  store.changed(...entry[1]);
}

setInterval(() => {
  for (const [channel, users] of state.typing) {
    for (const [user, until] of users) if (until < Date.now()) users.delete(user);
    if (!users.size) state.typing.delete(channel);
  }
}, 5000);

/** Whether a thinking message has outlived its 15 minutes. */
export const outlived = (message) => now() - Date.parse(message.timestamp) > 15 * 60 * 1000;
