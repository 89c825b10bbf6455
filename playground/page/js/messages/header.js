/** What stands above a message: the message that it answers, or who used which command. */

import { wish } from "../core/bus.js";
import { find } from "../core/history.js";
import { store } from "../core/store.js";
import { plain } from "../text/render.js";
import { h } from "../ui/dom.js";
import { icon } from "../ui/icons.js";
import { avatar, colourOf, nameOf, tag } from "../ui/people.js";

const { state } = store;

/** Opens a user's card at the thing pressed. */
export const profile = (user, guildId) => (event) => wish("profile", { user, guildId, anchor: event.currentTarget });

/** A user's name that opens the card, and the menu by right click. */
export function nameButton(user, guildId, className) {
  return h(
    "button",
    {
      type: "button",
      class: className,
      style: { color: colourOf(guildId, user.id) ?? "" },
      onclick: profile(user, guildId),
      oncontextmenu: (event) => {
        event.preventDefault();
        event.stopPropagation();
        wish("menu", { user, guildId, anchor: { x: event.clientX, y: event.clientY } });
      },
    },
    nameOf(user, guildId),
  );
}

/** What stands above: the message replied to, or who used which command. */
export function header(message, guildId) {
  const used = message.interaction ?? message.interaction_metadata;
  if ((message.type === 20 || message.type === 23) && used) {
    const name = message.interaction?.name ?? message.interaction_metadata?.name ?? "a command";
    const user = state.users.get(used.user.id) ?? used.user;
    return h(
      "div",
      { key: "header", class: "message-header" },
      h("span", { class: "spine", "aria-hidden": "true" }),
      avatar(user, { size: 16, guildId }),
      nameButton(user, guildId, "header-name"),
      h("span", null, "used"),
      h("span", { class: "command-name" }, icon(message.type === 20 ? "slash" : "apps"), message.type === 20 ? `/${name}` : name),
    );
  }
  return message.type === 19 && message.message_reference ? replied(message, guildId) : null;
}

function replied(message, guildId) {
  const original = find(message.channel_id, message.message_reference.message_id) ?? message.referenced_message;
  const spine = h("span", { class: "spine", "aria-hidden": "true" });
  if (!original) return h("div", { key: "header", class: "message-header gone" }, spine, icon("reply"), "Original message was deleted");
  const pinged = message.mentions?.some((user) => user.id === original.author.id);
  const words =
    plain(original.content ?? "", guildId) || (original.attachments?.length ? "Click to see attachment" : "Click to see message");
  return h(
    "div",
    { key: "header", class: "message-header" },
    spine,
    avatar(original.author, { size: 16, guildId }),
    tag(original.author),
    h(
      "span",
      { class: "header-name", style: { color: colourOf(guildId, original.author.id) ?? "" } },
      `${pinged ? "@" : ""}${nameOf(original.author, guildId)}`,
    ),
    h(
      "button",
      {
        type: "button",
        class: "reply-text",
        "aria-label": `Jump to the message by ${nameOf(original.author, guildId)}: ${words.slice(0, 80)}`,
        onclick: () => wish("jump", { channelId: message.channel_id, id: original.id }),
      },
      words.slice(0, 200),
    ),
  );
}
