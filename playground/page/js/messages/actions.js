/** What one can do with a message: the toolbar on hover, the context menu, and the deeds behind them. */

import { api, sentence } from "../net/api.js";
import { wish } from "../core/bus.js";
import { commandsFor } from "../net/commands.js";
import { change, drop } from "../core/history.js";
import { useCommand } from "../net/interactions.js";
import { ADD_REACTIONS, CREATE_PUBLIC_THREADS, MANAGE_MESSAGES, isDM, isThread, permissionsIn, whyNotWrite } from "../core/permissions.js";
import { open } from "../core/session.js";
import { store } from "../core/store.js";
import { plain } from "../text/render.js";
import { ask, confirm } from "../ui/dialog.js";
import { h } from "../ui/dom.js";
import { openEmojiPicker } from "../ui/emoji-picker.js";
import { icon } from "../ui/icons.js";
import { openMenu } from "../ui/menu.js";
import { copy, toast } from "../ui/toast.js";

const { state } = store;
const attempt = (work) => Promise.resolve(work).catch((error) => toast(sentence(error), "error"));
const EPHEMERAL = 64;

/** What the acting member may do with a message. @param {any} message */
export function rights(message) {
  const channel = state.channels.get(message.channel_id);
  const held = channel ? permissionsIn(state, channel) : 0n;
  const own = message.author.id === state.me.id;
  const passing = Boolean(message.local) || Boolean(message.flags & EPHEMERAL);
  const written = message.type === 0 || message.type === 19;
  return {
    dismiss: passing,
    react: !passing && Boolean(held & ADD_REACTIONS),
    reply: !passing && !whyNotWrite(state, channel) && (written || message.type === 20 || message.type === 23),
    edit: own && !passing && written,
    remove: !passing && (own || (!isDM(channel) && Boolean(held & MANAGE_MESSAGES))),
    thread: !passing && !isDM(channel) && !isThread(channel) && !message.thread && Boolean(held & CREATE_PUBLIC_THREADS),
    apps: !passing,
  };
}

/** Starts a reply. @param {any} message */
export function reply(message) {
  state.replyTo = { channelId: message.channel_id, id: message.id, ping: true };
  store.changed("reply");
  wish("focus-composer");
}

/** Starts editing in place. @param {any} message */
export function edit(message) {
  state.editing = message.id;
  store.changed("editing");
}

/** Adds or takes back one's reaction. @param {any} message @param {any} emoji */
export function react(message, emoji) {
  const mine = (message.reactions ?? []).some(
    (each) => each.me && (emoji.id ? each.emoji.id === emoji.id : each.emoji.name === emoji.name),
  );
  attempt(mine ? api.unreact(message.channel_id, message.id, emoji) : api.react(message.channel_id, message.id, emoji));
}

/** @param {any} message @param {Element|{x: number, y: number}} anchor */
export function pickReaction(message, anchor) {
  openEmojiPicker(anchor, (char) => react(message, { name: char, id: null }));
}

/** Lets a message vanish that only this member sees. @param {any} message */
export const dismiss = (message) => drop(message.channel_id, message.id);

/** Deletes after a question; with Shift held, at once. */
export async function remove(message, atOnce = false) {
  const text = plain(message.content) || "This message has no text.";
  const sure =
    atOnce ||
    (await confirm({
      title: "Delete Message",
      text: [h("p", null, "Are you sure you want to delete this message?"), h("blockquote", { class: "quoted" }, text.slice(0, 300))],
      confirm: "Delete",
      danger: true,
    }));
  if (sure) attempt(api.remove(message.channel_id, message.id));
}

async function startThread(message) {
  const name = await ask({ title: "Create Thread", label: "Thread name", value: plain(message.content).slice(0, 50), confirm: "Create" });
  if (!name) return;
  const made = await attempt(api.thread(message.channel_id, message.id, name));
  if (!made) return;
  if (!state.channels.has(made.id)) state.channels.set(made.id, { ...made, guild_id: state.view.guildId });
  change(message.channel_id, message.id, () => ({ thread: made }));
  open(made.id);
}

function appsMenu(message) {
  const commands = commandsFor(message.channel_id).filter((each) => each.type === 3);
  const items = commands.map((command) => ({
    label: command.name,
    icon: "bot",
    hint: command.application,
    run: () => useCommand(message.channel_id, command, { target: message.id }),
  }));
  return { label: "Apps", icon: "apps", items: items.length ? items : [{ label: "No apps offer anything here" }] };
}

/** The context menu of a message. @param {any} message @param {Element|{x: number, y: number}} anchor */
export function messageMenu(message, anchor) {
  const can = rights(message);
  const place = anchor instanceof Element ? anchor : { ...anchor };
  openMenu(
    [
      can.react && { label: "Add Reaction", icon: "smile", run: () => pickReaction(message, place) },
      can.edit && { label: "Edit Message", icon: "pencil", run: () => edit(message) },
      can.reply && { label: "Reply", icon: "reply", run: () => reply(message) },
      can.thread && { label: "Create Thread", icon: "thread", run: () => startThread(message) },
      can.apps && appsMenu(message),
      null,
      message.content && { label: "Copy Text", icon: "copy", run: () => copy(message.content, "Text") },
      { label: "Copy Message ID", icon: "id", run: () => copy(message.id, "Message ID") },
      null,
      can.dismiss && { label: "Dismiss Message", icon: "close", run: () => dismiss(message) },
      can.remove && { label: "Delete Message", icon: "trash", danger: true, run: () => remove(message) },
    ].filter((each) => each !== false && each !== "" && each !== undefined),
    anchor,
    { label: "Message actions" },
  );
}

/** The toolbar at a message's corner. @param {any} message */
export function toolbar(message) {
  const can = rights(message);
  const tool = (name, label, onclick, extra = {}) =>
    h("button", { key: name, type: "button", class: "icon-button", "aria-label": label, title: label, onclick, ...extra }, icon(name));
  return h(
    "div",
    { key: "toolbar", class: "toolbar", role: "toolbar", "aria-label": "Message actions" },
    can.react && tool("smile", "Add Reaction", (event) => pickReaction(message, event.currentTarget)),
    can.edit && tool("pencil", "Edit Message", () => edit(message)),
    can.reply && tool("reply", "Reply", () => reply(message)),
    can.remove && !can.edit && tool("trash", "Delete Message", (event) => remove(message, event.shiftKey), { class: "icon-button danger" }),
    tool("dots", "More actions", (event) => messageMenu(message, event.currentTarget), { "aria-haspopup": "menu" }),
  );
}
