/** The channels of a server with their threads, or the direct messages. */

import { api, sentence } from "../net/api.js";
import { isDM, isThread } from "../core/permissions.js";
import { compare } from "../core/snowflake.js";
import { isUnread } from "../core/reads.js";
import { open } from "../core/session.js";
import { store } from "../core/store.js";
import { channelIcon } from "../components/choices.js";
import { cls, h, render } from "../ui/dom.js";
import { icon } from "../ui/icons.js";
import { avatar, nameOf, statusOf } from "../ui/people.js";
import { oneStop, rove } from "../ui/roving.js";
import { toast } from "../ui/toast.js";

const { state } = store;
const folded = new Set();

/** Opens the direct messages with a user. @param {string} userId */
export async function message(userId) {
  try {
    const channel = await api.openDM(userId);
    if (!state.channels.has(channel.id)) state.channels.set(channel.id, channel);
    open(channel.id);
  } catch (error) {
    toast(sentence(error), "error");
  }
}

/** @param {HTMLElement} root */
export function mountChannels(root) {
  function draw() {
    const guild = state.guilds.get(state.view.guildId);
    render(root, guild ? server(guild) : direct());
    oneStop(root, ".channel", root.querySelector("[aria-current=page]"));
  }
  root.addEventListener(
    "click",
    (event) => {
      if (event.target.closest(".channel")) document.getElementById("drawer").dataset.chose = "1";
    },
    true,
  );
  rove(root, ".channel, .category");
  store.watch(["guilds", "channels", "view", "messages", "members", "control", "me"], draw);
  draw();
}

const byPosition = (a, b) => (a.position ?? 0) - (b.position ?? 0) || compare(a.id, b.id);

function server(guild) {
  const own = [...state.channels.values()].filter((each) => each.guild_id === guild.id);
  const categories = own.filter((each) => each.type === 4).sort(byPosition);
  const under = (parent) =>
    own.filter((each) => each.type !== 4 && !isThread(each) && (each.parent_id ?? null) === parent).sort(byPosition);
  const loose = own
    .filter((each) => each.type !== 4 && !isThread(each) && !categories.some((category) => category.id === each.parent_id))
    .sort(byPosition);
  return [
    h("div", { key: `title-${guild.id}`, class: "sidebar-title" }, h("h2", null, guild.name)),
    h(
      "div",
      { key: `list-${guild.id}`, class: "channel-scroll" },
      loose.map((each) => row(each, own)),
      categories.filter((each) => under(each.id).length).map((category) => group(category, under(category.id), own)),
    ),
  ];
}

function group(category, channels, own) {
  const closed = folded.has(category.id);
  const shown = closed ? channels.filter((each) => each.id === state.view.channelId || isUnread(each)) : channels;
  const toggle = () => {
    if (closed) folded.delete(category.id);
    else folded.add(category.id);
    store.changed("channels");
  };
  return h(
    "section",
    { key: category.id, "aria-label": category.name },
    h(
      "button",
      { type: "button", class: cls("category", closed && "closed"), "aria-expanded": !closed, onclick: toggle },
      category.name,
      icon("chevronDown"),
    ),
    shown.map((each) => row(each, own)),
  );
}

function row(channel, own) {
  const threads = own.filter((each) => isThread(each) && each.parent_id === channel.id);
  const shown = threads
    .filter((each) => !each.thread_metadata?.archived || each.id === state.view.channelId)
    .sort((a, b) => compare(a.id, b.id));
  return h(
    "div",
    { key: channel.id, class: "channel-group" },
    link(channel),
    shown.length > 0 &&
      h(
        "div",
        { class: "threads", role: "group", "aria-label": `Threads of ${channel.name}` },
        shown.map((each) => link(each, true)),
      ),
  );
}

function link(channel, thread = false) {
  const here = state.view.channelId === channel.id;
  const mentions = state.mentions.get(channel.id) ?? 0;
  const unread = !here && isUnread(channel);
  const label = [
    `${channel.name} ${thread ? "(thread)" : "(text channel)"}`,
    channel.nsfw && "age-restricted",
    mentions ? `${mentions} unread mentions` : unread && "unread",
  ]
    .filter(Boolean)
    .join(", ");
  return h(
    "button",
    {
      key: channel.id,
      type: "button",
      class: cls("channel", here && "here", unread && "unread", thread && "thread"),
      "aria-current": here ? "page" : undefined,
      "aria-label": label,
      onclick: () => open(channel.id),
    },
    thread
      ? h("span", { class: "thread-spine", "aria-hidden": "true" })
      : h(
          "span",
          { class: "channel-icon" },
          icon(channelIcon(channel)),
          channel.nsfw && h("span", { class: "nsfw-mark", title: "Age-restricted" }, icon("warning")),
        ),
    h("span", { class: "channel-name" }, channel.name),
    mentions > 0 && h("span", { class: "badge" }, mentions),
  );
}

function direct() {
  const list = [...state.channels.values()].filter(isDM).sort((a, b) => compare(b.last_message_id ?? b.id, a.last_message_id ?? a.id));
  const known = new Set(list.flatMap((each) => (each.recipients ?? []).map((user) => user.id)));
  const others = people().filter((user) => user.id !== state.me?.id && !known.has(user.id));
  return [
    h("div", { key: "title-dm", class: "sidebar-title" }, h("h2", null, "Direct Messages")),
    h(
      "div",
      { key: "list-dm", class: "channel-scroll" },
      list.map(conversation),
      others.length > 0 &&
        h(
          "section",
          { "aria-label": "Start a conversation" },
          h("div", { class: "category still" }, "Start a conversation"),
          others.map((user) => person(user, () => message(user.id))),
        ),
    ),
  ];
}

function people() {
  const all = new Map();
  for (const guild of state.guilds.values())
    for (const member of guild.members.values()) all.set(member.user.id, state.users.get(member.user.id));
  return [...all.values()]
    .filter(Boolean)
    .sort((a, b) => Number(Boolean(b.bot)) - Number(Boolean(a.bot)) || nameOf(a).localeCompare(nameOf(b)));
}

function conversation(channel) {
  const user = channel.recipients?.[0] ?? state.me;
  return person(user, () => open(channel.id), channel);
}

function person(user, run, channel) {
  const here = channel && state.view.channelId === channel.id;
  const mentions = channel ? (state.mentions.get(channel.id) ?? 0) : 0;
  return h(
    "button",
    {
      key: channel?.id ?? user.id,
      type: "button",
      class: cls("channel", "person", here && "here", channel && !here && isUnread(channel) && "unread"),
      "aria-current": here ? "page" : undefined,
      "aria-label": `${nameOf(user)}${user.bot ? " (app)" : ""}${mentions ? `, ${mentions} unread` : ""}${channel ? "" : ", message"}`,
      onclick: run,
    },
    avatar(user, { size: 32, status: presence(user) }),
    h("span", { class: "channel-name" }, nameOf(user)),
    mentions > 0 && h("span", { class: "badge" }, mentions),
  );
}

function presence(user) {
  for (const guild of state.guilds.values()) if (guild.members.has(user.id)) return statusOf(guild.id, user);
  return null;
}
