/** The members of a server by role, with who is here. */

import { permissionsIn, VIEW_CHANNEL, isDM, rolePermissions, ADMINISTRATOR } from "../core/permissions.js";
import { wish } from "../core/bus.js";
import { store } from "../core/store.js";
import { h, render } from "../ui/dom.js";
import { icon } from "../ui/icons.js";
import { onMenu } from "../ui/menu.js";
import { avatar, colourOf, nameOf, statusOf, tag } from "../ui/people.js";
import { oneStop, rove } from "../ui/roving.js";
import { setSide } from "./layout.js";

const { state } = store;

/** @param {HTMLElement} root */
export function mountMembers(root) {
  function draw() {
    const channel = state.channels.get(state.view.channelId);
    const guild = state.guilds.get(state.view.guildId);
    root.hidden = state.layout.side !== "members" || !guild || !channel || isDM(channel);
    if (root.hidden) return;
    render(root, [
      h(
        "div",
        { key: "head", class: "side-head" },
        h("h2", null, "Members"),
        h(
          "button",
          { type: "button", class: "icon-button", "aria-label": "Close member list", onclick: () => setSide(null) },
          icon("close"),
        ),
      ),
      h(
        "div",
        { key: "list", class: "side-scroll" },
        groups(guild, channel).map((group) => section(group, guild)),
      ),
    ]);
    oneStop(root, ".member");
  }
  rove(root, ".member");
  store.watch(["layout", "view", "members", "guilds", "control", "channels", "me"], draw);
  draw();
}

function groups(guild, channel) {
  const hoisted = [...guild.roles.values()].filter((role) => role.hoist && role.id !== guild.id).sort((a, b) => b.position - a.position);
  const named = hoisted.map((role) => ({ name: role.name, key: role.id, members: [] }));
  const online = { name: "Online", key: "online", members: [] };
  const offline = { name: "Offline", key: "offline", members: [] };
  for (const member of guild.members.values()) {
    const user = state.users.get(member.user.id) ?? member.user;
    if (!sees(guild, member, channel)) continue;
    const status = statusOf(guild.id, user);
    const at = hoisted.findIndex((role) => member.roles.includes(role.id));
    const home = status === "offline" ? offline : at >= 0 ? named[at] : online;
    home.members.push({ user, status });
  }
  const byName = (a, b) => nameOf(a.user, guild.id).localeCompare(nameOf(b.user, guild.id));
  return [...named, online, offline]
    .filter((group) => group.members.length)
    .map((group) => ({ ...group, members: group.members.sort(byName) }));
}

/** Whether a member sees the channel: asked of the same rules that hold for the acting member. */
function sees(guild, member, channel) {
  if (guild.owner_id === member.user.id || rolePermissions(guild, member) & ADMINISTRATOR) return true;
  return Boolean(permissionsIn({ ...state, me: member.user }, channel) & VIEW_CHANNEL);
}

function section(group, guild) {
  const id = `members-${group.key}`;
  return h(
    "section",
    { key: group.key, "aria-labelledby": id },
    h("h3", { id }, `${group.name} — ${group.members.length}`),
    group.members.map(({ user, status }) => row(user, status, guild)),
  );
}

function row(user, status, guild) {
  const menu = onMenu((anchor) => wish("menu", { user, guildId: guild.id, anchor }));
  return h(
    "button",
    {
      key: user.id,
      type: "button",
      class: `member ${status === "offline" ? "away" : ""}`,
      tabindex: "-1",
      "aria-label": `${nameOf(user, guild.id)}${user.bot ? ", app" : ""}${guild.owner_id === user.id ? ", owner" : ""}, ${status}`,
      onclick: (event) => wish("profile", { user, guildId: guild.id, anchor: event.currentTarget }),
      ...menu,
    },
    avatar(user, { size: 32, status, guildId: guild.id }),
    h(
      "span",
      { class: "member-name", style: { color: status === "offline" ? "" : (colourOf(guild.id, user.id) ?? "") } },
      nameOf(user, guild.id),
    ),
    tag(user),
    guild.owner_id === user.id && h("span", { class: "crown", title: "Server owner" }, icon("crown")),
  );
}
