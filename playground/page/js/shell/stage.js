/** What stands where messages would: the age gate, an empty home, a server without channels to see. */

import { confirmAge } from "../core/session.js";
import { openHome, openGuild } from "../core/session.js";
import { store } from "../core/store.js";
import { isGated } from "../messages/list.js";
import { h, render } from "../ui/dom.js";
import { icon } from "../ui/icons.js";
import { welcome } from "./welcome.js";

const { state } = store;

function gate(channel) {
  return h(
    "div",
    { class: "gate" },
    h("span", { class: "gate-icon" }, icon("warning")),
    h("h2", null, "Age-restricted channel"),
    h("p", null, "This channel holds content for adults. Confirm that you are at least 18 to go on."),
    h(
      "div",
      { class: "gate-buttons" },
      h("button", { type: "button", class: "button grey", onclick: () => leave(channel) }, "Go back"),
      h("button", { type: "button", class: "button red", onclick: () => confirmAge(channel.guild_id) }, "I am 18 or older"),
    ),
  );
}

function leave(channel) {
  const other = [...state.channels.values()].find((each) => each.guild_id === channel.guild_id && each.type === 0 && !each.nsfw);
  if (!other) return openHome();
  try {
    sessionStorage.setItem(`fourup.last.${channel.guild_id}`, other.id);
  } finally {
    openGuild(channel.guild_id);
  }
}

const nothing = (words) => h("div", { class: "gate" }, h("span", { class: "gate-icon calm" }, icon("message")), h("p", null, words));

/** @param {HTMLElement} root */
export function mountStage(root) {
  function draw() {
    const channel = state.channels.get(state.view.channelId);
    const gated = channel && isGated(channel);
    root.classList.toggle("fills", !channel || Boolean(gated));
    if (gated) render(root, gate(channel));
    else if (channel) render(root, welcome(channel));
    else if (state.me)
      render(
        root,
        nothing(
          state.view.guildId === "@me"
            ? "Choose somebody on the left to write to, the bot included."
            : "There is no channel here that this member may see.",
        ),
      );
    else render(root, h("div", { class: "gate" }, h("span", { class: "spinner", role: "img", "aria-label": "Loading" })));
  }
  store.watch(["view", "channels", "me", "commands", "welcome", "control"], draw);
  draw();
}
