/** What stands where a channel begins: its name, what it is for, and what to try first. */

import { wish } from "../core/bus.js";
import { commandsFor } from "../net/commands.js";
import { history } from "../core/history.js";
import { isDM, isThread } from "../core/permissions.js";
import { store } from "../core/store.js";
import { h } from "../ui/dom.js";
import { icon } from "../ui/icons.js";
import { avatar, nameOf } from "../ui/people.js";

const { state } = store;

/** @param {any} channel */
export function openingOf(channel) {
  const other = isDM(channel) ? (channel.recipients?.[0] ?? state.me) : null;
  const face = other ? avatar(other, { size: 80 }) : h("span", { class: "opening-icon" }, icon(isThread(channel) ? "thread" : "hash"));
  return h(
    "div",
    { key: "opening", class: "opening" },
    face,
    h("h2", null, title(channel, other)),
    h("p", null, words(channel, other)),
    tryThis(channel, other),
  );
}

function title(channel, other) {
  if (other) return nameOf(other);
  return isThread(channel) ? channel.name : `Welcome to #${channel.name}!`;
}

function words(channel, other) {
  if (other) return `This is the beginning of your direct message history with ${nameOf(other)}.`;
  if (isThread(channel)) return `Started by ${nameOf(state.users.get(channel.owner_id), channel.guild_id)}`;
  return `This is the start of the #${channel.name} channel. ${channel.topic ?? ""}`;
}

/** In a channel where nothing was said yet: the commands that work here, one press away. */
function tryThis(channel, other) {
  if (history(channel.id).items.length || (other && !other.bot)) return null;
  const offered = commandsFor(channel.id).filter((each) => each.type === 1);
  const first = ["imagine", "help"].map((name) => offered.find((each) => each.name === name)).filter(Boolean);
  if (!first.length)
    return h("p", { class: "opening-hint" }, "Nothing here yet. Say hello, or type ", h("kbd", null, "/"), " to see the commands.");
  return h(
    "div",
    { class: "opening-tries" },
    first.map((command) =>
      h(
        "button",
        { key: command.id, type: "button", class: "try", onclick: () => wish("command", { name: command.name, id: command.id }) },
        h("strong", null, `/${command.name}`),
        h("span", null, command.description),
      ),
    ),
  );
}
