/** A member's card and menu: who it is, the roles, a message, the applications' user commands. */

import { on, wish } from "../core/bus.js";
import { commandsFor } from "../net/commands.js";
import { useCommand } from "../net/interactions.js";
import { timeOf } from "../core/snowflake.js";
import { store } from "../core/store.js";
import { dayName } from "../text/time.js";
import { build, h } from "../ui/dom.js";
import { icon } from "../ui/icons.js";
import { openMenu } from "../ui/menu.js";
import { avatar, memberOf, nameOf, roleColour, statusOf, tag } from "../ui/people.js";
import { float } from "../ui/popover.js";
import { copy } from "../ui/toast.js";
import { message } from "./channels.js";

const { state } = store;

function userCommands(user) {
  return commandsFor(state.view.channelId)
    .filter((each) => each.type === 2)
    .map((command) => ({
      label: command.name,
      icon: "bot",
      hint: command.application,
      run: () => useCommand(state.view.channelId, command, { target: user.id }),
    }));
}

function showMenu({ user, anchor, guildId }) {
  const apps = userCommands(user);
  openMenu(
    [
      { label: "Profile", icon: "user", run: () => showProfile({ user, anchor, guildId }) },
      { label: "Mention", icon: "at", run: () => wish("insert", `<@${user.id}> `) },
      user.id !== state.me.id && { label: "Message", icon: "message", run: () => message(user.id) },
      { label: "Apps", icon: "apps", items: apps.length ? apps : [{ label: "No apps offer anything here" }] },
      null,
      { label: "Copy User ID", icon: "id", run: () => copy(user.id, "User ID") },
    ].filter((each) => each !== false),
    anchor,
    { label: `Actions for ${nameOf(user, guildId)}` },
  );
}

function showProfile({ user, guildId, anchor }) {
  const back = /** @type {HTMLElement} */ (document.activeElement);
  const known = state.users.get(user.id) ?? user;
  const guild = state.guilds.get(guildId);
  const roles = (memberOf(guildId, user.id)?.roles ?? [])
    .map((id) => guild.roles.get(id))
    .filter(Boolean)
    .sort((a, b) => b.position - a.position);
  const root = build(
    h(
      "div",
      { class: "profile", role: "dialog", "aria-label": `Profile of ${nameOf(known, guildId)}`, tabindex: "-1" },
      h("div", { class: `profile-band ${known.bot ? "bot" : ""}` }),
      h(
        "div",
        { class: "profile-body" },
        h("div", { class: "profile-face" }, avatar(known, { size: 80, status: guild ? statusOf(guildId, known) : null, guildId })),
        h("h2", null, nameOf(known, guildId), tag(known)),
        h("p", { class: "profile-user" }, known.username),
        h("h3", null, known.bot ? "Made" : "Member since"),
        h("p", null, dayName(timeOf(known.id))),
        roles.length > 0 && [
          h("h3", null, "Roles"),
          h(
            "ul",
            { class: "profile-roles" },
            roles.map((role) =>
              h("li", null, h("span", { class: "dot", style: { "background-color": roleColour(role) ?? "" } }), role.name),
            ),
          ),
        ],
        h(
          "div",
          { class: "profile-buttons" },
          known.id !== state.me.id &&
            h(
              "button",
              { type: "button", class: "button blurple", onclick: () => (close(), message(known.id)) },
              icon("message"),
              "Message",
            ),
          h(
            "button",
            {
              type: "button",
              class: "button grey",
              "aria-haspopup": "menu",
              onclick: () => (close(), showMenu({ user: known, guildId, anchor })),
            },
            icon("dots"),
            "More",
          ),
        ),
      ),
    ),
  );
  const side = anchor instanceof Element && anchor.closest("#members") ? "left" : "right";
  const close = float(root, anchor, { side, onClose: (why) => why === "escape" && back?.focus({ preventScroll: true }) });
  (root.querySelector(".button") ?? root).focus({ preventScroll: true });
}

/** Answers the wishes for cards and menus of members. */
export function mountProfiles() {
  on("profile", showProfile);
  on("menu", showMenu);
}
