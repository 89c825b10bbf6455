/** The messages of each channel: one unbroken run up to the newest, oldest first. */

import { api } from "../net/api.js";
import { compare } from "./snowflake.js";
import { store } from "./store.js";

const PAGE = 50;
const { state } = store;

/** The channel's messages and how far back they reach. @param {string} channelId */
export function history(channelId) {
  if (!state.messages.has(channelId)) {
    state.messages.set(channelId, { items: [], loaded: false, loading: null, older: true, error: null });
  }
  return state.messages.get(channelId);
}

/** One message of a channel, if it is at hand. */
export const find = (channelId, id) => state.messages.get(channelId)?.items.find((each) => each.id === id);

/**
 * Adds a message or replaces the one that it is: the same id, or the local stand-in with its nonce.
 * What the page knows of it beside (its place on the screen) is kept.
 * @param {any} message
 */
export function put(message) {
  const { items } = history(message.channel_id);
  if (message.author && !message.webhook_id)
    state.users.set(message.author.id, { ...state.users.get(message.author.id), ...message.author });
  const same = items.findIndex((each) => each.id === message.id);
  const standIn = items.findIndex((each) => each.local && message.nonce && each.nonce === String(message.nonce));
  const known = items[same] ?? items[standIn];
  const merged = { ...(same >= 0 ? items[same] : {}), ...message, screenKey: known?.screenKey ?? message.id };
  const rest = items.filter((_, index) => index !== same && index !== standIn);
  let at = rest.length;
  while (at > 0 && compare(rest[at - 1].id, merged.id) > 0) at -= 1;
  rest.splice(at, 0, merged);
  history(message.channel_id).items = rest;
  store.changed("messages");
}

/** Takes a message away. */
export function drop(channelId, id) {
  const run = history(channelId);
  run.items = run.items.filter((each) => each.id !== id);
  for (const each of run.items) {
    if (each.referenced_message?.id === id) run.items[run.items.indexOf(each)] = { ...each, referenced_message: null };
  }
  store.changed("messages");
}

/** Changes a message by a function of it. */
export function change(channelId, id, edit) {
  const message = find(channelId, id);
  if (message) put({ ...message, ...edit(message) });
}

function merge(run, found) {
  const ids = new Set(found.map((each) => each.id));
  const kept = run.items.filter((each) => !ids.has(each.id));
  const keys = new Map(run.items.map((each) => [each.id, each.screenKey]));
  const fresh = found.map((each) => ({ ...each, screenKey: keys.get(each.id) ?? each.id }));
  run.items = [...kept, ...fresh].sort((a, b) => compare(a.id, b.id));
  for (const each of found) if (each.author) state.users.set(each.author.id, { ...state.users.get(each.author.id), ...each.author });
}

function load(channelId, query, settle) {
  const run = history(channelId);
  run.loading ??= api
    .messages(channelId, { limit: PAGE, ...query })
    .then((found) => {
      settle(run, found);
      run.error = null;
    })
    .catch((error) => (run.error = error))
    .finally(() => {
      run.loading = null;
      store.changed("messages");
    });
  store.changed("messages");
  return run.loading;
}

/** Fetches the newest messages: on opening a channel, and again after a connection that could not be resumed. */
export function loadNewest(channelId) {
  return load(channelId, {}, (run, found) => {
    const oldest = found.at(-1)?.id;
    const ids = new Set(found.map((each) => each.id));
    const gone = (each) => !ids.has(each.id) && !each.local && !(each.flags & 64) && oldest && compare(each.id, oldest) > 0;
    const apart = run.items.length && found.length === PAGE && compare(run.items.at(-1).id, oldest) < 0;
    run.items = apart ? [] : run.items.filter((each) => !gone(each));
    merge(run, found);
    if (!run.loaded || apart) run.older = found.length === PAGE;
    run.loaded = true;
  });
}

/** Fetches the page before the oldest message at hand. */
export function loadOlder(channelId) {
  const run = history(channelId);
  const oldest = run.items.find((each) => !each.local);
  if (!run.older || !oldest) return Promise.resolve();
  return load(channelId, { before: oldest.id }, (into, found) => {
    merge(into, found);
    into.older = found.length === PAGE;
  });
}

/** Loads back to a message, ten pages at most. @returns {Promise<boolean>} whether it is there now */
export async function loadBackTo(channelId, id) {
  for (let page = 0; page < 10 && !find(channelId, id) && history(channelId).older; page++) await loadOlder(channelId);
  return Boolean(find(channelId, id));
}
