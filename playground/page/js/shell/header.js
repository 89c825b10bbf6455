/** The bar above the messages: where one is, and what opens at the sides. */

import { api, sentence } from "../net/api.js";
import { wish } from "../core/bus.js";
import { CREATE_PUBLIC_THREADS, MANAGE_THREADS, isDM, isThread, permissionsIn } from "../core/permissions.js";
import { open } from "../core/session.js";
import { store } from "../core/store.js";
import { channelIcon } from "../components/choices.js";
import { line } from "../text/render.js";
import { ask } from "../ui/dialog.js";
import { cls, h, render } from "../ui/dom.js";
import { icon } from "../ui/icons.js";
import { avatar, nameOf, statusOf, tag } from "../ui/people.js";
import { toast } from "../ui/toast.js";
import { setDrawer, setSide } from "./layout.js";

const { state } = store;

async function newThread(channel) {
  const name = await ask({ title: "Create Thread", label: "Thread name", confirm: "Create" });
  if (!name) return;
  try {
    const made = await api.thread(channel.id, null, name);
    if (!state.channels.has(made.id)) state.channels.set(made.id, { ...made, guild_id: channel.guild_id });
    open(made.id);
  } catch (error) {
    toast(sentence(error), "error");
  }
}

async function archive(channel) {
  const archived = !channel.thread_metadata?.archived;
  try {
    await api.archive(channel.id, archived);
    toast(archived ? "Thread archived. A new message opens it again." : "Thread opened again.");
  } catch (error) {
    toast(sentence(error), "error");
  }
}

function where(channel) {
  if (!channel) return [h("h1", null, state.view.guildId === "@me" ? "Direct Messages" : "Fourup playground")];
  if (isDM(channel)) {
    const user = channel.recipients?.[0] ?? state.me;
    const guild = [...state.guilds.values()].find((each) => each.members.has(user.id));
    return [
      avatar(user, { size: 24, status: guild && statusOf(guild.id, user) }),
      h(
        "h1",
        null,
        h(
          "button",
          {
            type: "button",
            class: "plain-button",
            onclick: (event) => wish("profile", { user, guildId: guild?.id, anchor: event.currentTarget }),
          },
          nameOf(user),
        ),
      ),
      tag(user),
    ];
  }
  const parent = isThread(channel) && state.channels.get(channel.parent_id);
  return [
    parent && h("button", { type: "button", class: "plain-button crumb", onclick: () => open(parent.id) }, icon("hash"), parent.name),
    parent && icon("chevronRight", "crumb-arrow"),
    h("span", { class: "header-icon" }, icon(channelIcon(channel))),
    h("h1", null, channel.name),
    channel.nsfw && h("span", { class: "header-nsfw", title: "Age-restricted" }, icon("warning")),
    channel.topic && h("span", { class: "topic" }, line(channel.topic, { guildId: channel.guild_id })),
  ];
}

function toggle(name, label, on, onclick) {
  return h(
    "button",
    { key: name, type: "button", class: cls("icon-button", on && "on"), "aria-label": label, title: label, "aria-pressed": on, onclick },
    icon(name),
  );
}

/** @param {HTMLElement} root */
export function mountHeader(root) {
  function draw() {
    const channel = state.channels.get(state.view.channelId);
    const held = channel && !isDM(channel) ? permissionsIn(state, channel) : 0n;
    const { side } = state.layout;
    const own = channel && isThread(channel) && (channel.owner_id === state.me?.id || held & MANAGE_THREADS);
    const waiting = [...state.mentions.values()].reduce((sum, each) => sum + each, 0);
    document.title = channel
      ? `${waiting ? `(${waiting}) ` : ""}${isDM(channel) ? `@${nameOf(channel.recipients?.[0] ?? state.me)}` : `#${channel.name}`} | Fourup playground`
      : "Fourup playground";
    render(root, [
      h(
        "button",
        {
          key: "menu",
          type: "button",
          class: "icon-button to-drawer",
          "aria-label": "Open servers and channels",
          onclick: () => setDrawer(true),
        },
        icon("menu"),
        unreadElsewhere() && h("span", { class: "menu-dot", "aria-hidden": "true" }),
      ),
      h("div", { key: `where-${channel?.id}`, class: "where" }, where(channel)),
      h(
        "div",
        { key: "tools", class: "header-tools" },
        channel &&
          !isThread(channel) &&
          !isDM(channel) &&
          Boolean(held & CREATE_PUBLIC_THREADS) &&
          h(
            "button",
            {
              key: "thread",
              type: "button",
              class: "icon-button wide-only",
              "aria-label": "Create thread",
              title: "Create thread",
              onclick: () => newThread(channel),
            },
            icon("thread"),
          ),
        own &&
          h(
            "button",
            {
              key: "archive",
              type: "button",
              class: "icon-button",
              "aria-label": channel.thread_metadata?.archived ? "Open thread again" : "Archive thread",
              title: channel.thread_metadata?.archived ? "Open again" : "Archive",
              onclick: () => archive(channel),
            },
            icon("archive"),
          ),
        channel &&
          !isDM(channel) &&
          toggle("members", side === "members" ? "Hide member list" : "Show member list", side === "members", () =>
            setSide(side === "members" ? null : "members"),
          ),
        toggle("sliders", side === "panel" ? "Hide playground panel" : "Show playground panel", side === "panel", () =>
          setSide(side === "panel" ? null : "panel"),
        ),
      ),
    ]);
  }
  store.watch(["view", "channels", "messages", "layout", "members", "guilds", "me", "control"], draw);
  draw();
}

const unreadElsewhere = () => [...state.mentions.keys()].some((id) => id !== state.view.channelId);
