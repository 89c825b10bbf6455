/** How people look: names, colours of roles, avatars, tags. */

import { local } from "../net/uploads.js";
import { store } from "../core/store.js";
import { legible } from "./colour.js";
import { cls, h } from "./dom.js";

const { state } = store;
const HUES = ["#5865f2", "#3f8f63", "#b5722a", "#c0467c", "#8a5fd0", "#2b88a8", "#b8503f", "#5f7d2f"];

/** The member of a server that a user is. */
export const memberOf = (guildId, userId) => state.guilds.get(guildId)?.members.get(userId);

/** The name that others see. @param {any} user @param {string} [guildId] */
export function nameOf(user, guildId) {
  return memberOf(guildId, user?.id)?.nick ?? user?.global_name ?? state.users.get(user?.id)?.global_name ?? user?.username ?? "Unknown";
}

/** The colour of the highest coloured role, or null. @param {string} guildId @param {string} userId */
export function colourOf(guildId, userId) {
  const guild = state.guilds.get(guildId);
  const roles = (guild?.members.get(userId)?.roles ?? []).map((id) => guild.roles.get(id)).filter((role) => role && roleColour(role));
  const top = roles.sort((a, b) => b.position - a.position)[0];
  return top ? roleColour(top) : null;
}

/** A role's colour as CSS has it, or null. @param {any} role */
export function roleColour(role) {
  const value = role.color || role.colors?.primary_color || 0;
  return value ? legible(value) : null;
}

/** @param {number} value */
export const hex = (value) => `#${value.toString(16).padStart(6, "0")}`;

function hueOf(user) {
  const sum = [...(user?.username ?? "")].reduce((total, letter) => (total * 39 + letter.codePointAt(0)) % 9973, 0);
  return HUES[sum % HUES.length];
}

/** The letters that stand for a name. @param {string} name @param {number} most */
export function initials(name, most = 1) {
  const words = name
    .replace(/[^\p{L}\p{N}\s]/gu, "")
    .split(/\s+/)
    .filter(Boolean);
  return (
    words
      .slice(0, most)
      .map((word) => [...word][0].toUpperCase())
      .join("") || "?"
  );
}

/**
 * A round picture of a user; decoration, since the name always stands beside it.
 * @param {any} user
 * @param {{size?: number, status?: string|null, guildId?: string}} [options]
 */
export function avatar(user, { size = 40, status = null, guildId } = {}) {
  const known = state.users.get(user?.id) ?? user;
  return h(
    "span",
    { class: "avatar", style: { width: `${size}px`, height: `${size}px`, "font-size": `${size * 0.45}px` }, "aria-hidden": "true" },
    known?.avatar
      ? h("img", { src: local(`/cdn/avatars/${known.id}/${known.avatar}.png?size=128`), alt: "", width: size, height: size })
      : h(
          "span",
          { class: cls("avatar-face", known?.bot && "avatar-bot"), style: { "background-color": known?.bot ? "" : hueOf(known) } },
          known?.bot ? botFace() : initials(nameOf(known, guildId)),
        ),
    status && h("span", { class: `status status-${status}` }),
  );
}

function botFace() {
  const cell = (x, y, tone) => h("rect", { x, y, width: 8.5, height: 8.5, rx: 2.4, class: `tile tile-${tone}` });
  return h("svg", { viewBox: "0 0 40 40", class: "bot-face" }, cell(10.5, 10.5, 1), cell(21, 10.5, 2), cell(10.5, 21, 3), cell(21, 21, 4));
}

/** The APP tag of a bot. @param {any} user */
export function tag(user) {
  return user?.bot ? h("span", { class: "app-tag", role: "img", "aria-label": "App" }, "APP") : null;
}

/** "online", "idle", "dnd" or "offline" in a server. */
export function statusOf(guildId, user) {
  if (user.bot && state.control?.bot?.user_id === user.id) return state.control.bot.online ? "online" : "offline";
  return state.guilds.get(guildId)?.presences.get(user.id) ?? (user.id === state.me?.id ? "online" : "offline");
}

/** The custom emoji, or the character. @param {any} emoji */
export function emojiNode(emoji, className = "emoji") {
  if (!emoji.id) return h("span", { class: className, role: "img", "aria-label": emoji.name }, emoji.name);
  const suffix = emoji.animated ? "gif" : "png";
  return h("img", { class: className, src: `/cdn/emojis/${emoji.id}.${suffix}`, alt: `:${emoji.name}:`, title: `:${emoji.name}:` });
}
