/** The first minutes: a card that says what to type, until it is put away. */

import { wish } from "../core/bus.js";
import { commandsFor, commandsLoaded } from "../net/commands.js";
import { store } from "../core/store.js";
import { h } from "../ui/dom.js";
import { icon } from "../ui/icons.js";
import { setSide } from "./layout.js";

const { state } = store;
const KEY = "fourup.welcomed";
let put = false;

function seen() {
  try {
    return put || localStorage.getItem(KEY) === "1";
  } catch {
    return put;
  }
}

/** Puts the card away for good. */
export function putAway() {
  if (seen()) return;
  put = true;
  try {
    localStorage.setItem(KEY, "1");
  } finally {
    store.changed("welcome");
  }
}

/** The command to begin with: pictures when the bot offers them, else its help. */
function firstCommand(channel) {
  const offered = commandsFor(channel.id).filter((each) => each.type === 1);
  return ["imagine", "help"].map((name) => offered.find((each) => each.name === name)).find(Boolean) ?? offered[0];
}

/** @param {any} channel @returns {any} the card, or null once it was put away */
export function welcome(channel) {
  if (seen() || !state.me || !channel.guild_id) return null;
  const command = firstCommand(channel);
  const bot = state.control?.bot;
  return h(
    "section",
    { class: "welcome", "aria-label": "Welcome" },
    h(
      "div",
      { class: "welcome-mark", "aria-hidden": "true" },
      [1, 2, 3, 4].map((tone) => h("i", { class: `cell cell-${tone}` })),
    ),
    h(
      "div",
      { class: "welcome-text" },
      h("h2", null, "This is Discord on your machine"),
      h(
        "p",
        null,
        command
          ? [
              "Type ",
              h("kbd", null, `/${command.name}`),
              " in the box below, or press the button. ",
              command.name === "imagine" ? "Describe a picture and watch it appear." : "The bot answers at once.",
            ]
          : bot && !bot.online
            ? "The bot is not here yet. It will come by itself; its commands then open with the / key."
            : commandsLoaded(channel.id)
              ? "No command may be used in this channel. Try another one on the left."
              : "Looking for the bot's commands…",
      ),
      h(
        "div",
        { class: "welcome-buttons" },
        command &&
          h(
            "button",
            { type: "button", class: "button blurple", onclick: () => wish("command", { name: command.name, id: command.id }) },
            `Try /${command.name}`,
          ),
        h("button", { type: "button", class: "button grey", onclick: () => setSide("panel") }, "Be someone else, or break something"),
      ),
    ),
    h("button", { type: "button", class: "icon-button", "aria-label": "Dismiss the welcome", onclick: putAway }, icon("close")),
  );
}
