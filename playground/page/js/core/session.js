/** Whom this window acts as, and what it looks at. */

import { actAs } from "../net/api.js";
import { refresh } from "../net/control.js";
import { dispatch } from "./events.js";
import { Gateway } from "../net/gateway.js";
import { history, loadNewest } from "./history.js";
import { isThread } from "./permissions.js";
import { isUnread, markRead } from "./reads.js";
import { store } from "./store.js";

const { state } = store;
const KEY = "fourup.as";
let gateway = null;

const remembered = {
  get: (storage, key) => {
    try {
      return storage.getItem(key);
    } catch {
      return null;
    }
  },
  set: (storage, key, value) => {
    try {
      storage.setItem(key, value);
    } catch {
      return;
    }
  },
};

/** The members that one may act as. */
export const members = () => state.control?.members ?? [];

/** Logs in as the member that the address, this window or the playground's order names. */
export async function start() {
  await refresh();
  const wanted = new URLSearchParams(location.search).get("as") ?? remembered.get(sessionStorage, KEY);
  const member = members().find((each) => each.username === wanted) ?? members().find((each) => each.username === "ada") ?? members()[0];
  enter(member);
}

/** Becomes another member in this window. @param {string} username */
export function become(username) {
  const address = new URL(location.href);
  if (address.searchParams.has("as")) {
    address.searchParams.set("as", username);
    window.history.replaceState(null, "", address);
  }
  const at = { ...state.view };
  enter(members().find((each) => each.username === username));
  state.view = { ...at, since: null };
}

function enter(member) {
  gateway?.close();
  remembered.set(sessionStorage, KEY, member.username);
  actAs(member.token);
  store.reset();
  gateway = new Gateway(member.token, {
    dispatch: (type, data) => {
      dispatch(type, data);
      if (type === "READY") settle();
    },
    status: (name, detail) => {
      state.connection = { state: name, detail };
      store.changed("connection");
    },
  });
  gateway.connect();
}

/** The channels of a server that can be written in, in the order of the list. @param {string} guildId */
function textChannels(guildId) {
  const all = [...state.channels.values()].filter((each) => each.guild_id === guildId && !isThread(each));
  const place = (each) => [each.parent_id ? (state.channels.get(each.parent_id)?.position ?? 0) + 1 : 0, each.position ?? 0];
  return all.filter((each) => each.type === 0 || each.type === 5).sort((a, b) => place(a)[0] - place(b)[0] || place(a)[1] - place(b)[1]);
}

function settle() {
  const linked = location.hash.match(/^#\/channels\/(@me|\d+)\/?(\d+)?/);
  const wanted = state.view.channelId ?? linked?.[2];
  if (wanted && state.channels.has(wanted)) return open(wanted);
  if ((state.view.guildId ?? linked?.[1]) === "@me") return openHome();
  const guild = state.guilds.get(state.view.guildId ?? linked?.[1]) ?? [...state.guilds.values()][0];
  if (guild) openGuild(guild.id);
  else openHome();
}

/** Shows a server: the channel seen there last, else its first. @param {string} guildId */
export function openGuild(guildId) {
  const last = remembered.get(sessionStorage, `fourup.last.${guildId}`);
  const channel = state.channels.get(last) ?? textChannels(guildId)[0];
  if (channel) return open(channel.id);
  look(guildId, null);
}

/** Shows the direct messages without one being open. */
export function openHome() {
  const last = state.channels.get(remembered.get(sessionStorage, "fourup.last.@me"));
  if (last) return open(last.id);
  look("@me", null);
}

function look(guildId, channelId) {
  const channel = state.channels.get(channelId);
  state.view = { guildId, channelId, since: channel && isUnread(channel) ? (state.reads[channelId] ?? null) : null };
  state.replyTo = null;
  state.editing = null;
  state.active = null;
  window.history.replaceState(null, "", `#/channels/${guildId}${channelId ? `/${channelId}` : ""}`);
  store.changed("view", "messages", "channels", "members", "reply", "editing", "typing");
}

/** Shows a channel, a thread or a direct message. @param {string} channelId */
export function open(channelId) {
  const channel = state.channels.get(channelId);
  if (!channel) return;
  const guildId = channel.guild_id ?? "@me";
  remembered.set(sessionStorage, `fourup.last.${guildId}`, channelId);
  look(guildId, channelId);
  if (history(channelId).loaded) markRead(channelId);
  else loadNewest(channelId);
}

/** Confirms one's age for this server, for as long as the page is open. @param {string} guildId */
export function confirmAge(guildId) {
  state.ageConfirmed.add(guildId);
  store.changed("view", "messages");
}
