/** The reactions under a message. */

import { api } from "../net/api.js";
import { cls, h } from "../ui/dom.js";
import { icon } from "../ui/icons.js";
import { emojiNode, nameOf } from "../ui/people.js";
import { pickReaction, react, rights } from "./actions.js";

/** @param {any} message */
export function reactions(message) {
  const can = rights(message);
  return h(
    "div",
    { key: "reactions", class: "reactions", role: "group", "aria-label": "Reactions" },
    message.reactions.map((each) => one(message, each, can)),
    can.react &&
      h(
        "button",
        {
          key: "add",
          type: "button",
          class: "reaction add",
          "aria-label": "Add another reaction",
          title: "Add Reaction",
          onclick: (event) => pickReaction(message, event.currentTarget),
        },
        icon("smile"),
      ),
  );
}

function one(message, { emoji, count, me }, can) {
  const label = `${emoji.name}, ${count} ${count === 1 ? "reaction" : "reactions"}`;
  return h(
    "button",
    {
      key: emoji.id ?? emoji.name,
      type: "button",
      class: cls("reaction", me && "mine"),
      "aria-pressed": Boolean(me),
      "aria-label": label,
      disabled: !me && !can.react,
      onclick: () => react(message, emoji),
      onpointerenter: (event) => who(event.currentTarget, message, emoji),
    },
    h("span", { "aria-hidden": "true" }, emojiNode(emoji)),
    h("span", { key: `count-${count}`, class: "reaction-count" }, count),
  );
}

/** Names those who reacted once the pointer rests on it. */
async function who(el, message, emoji) {
  try {
    const users = await api.reactors(message.channel_id, message.id, emoji);
    const names = users.slice(0, 3).map((user) => nameOf(user));
    const more = users.length > 3 ? ` and ${users.length - 3} more` : "";
    el.title = `${names.join(", ")}${more} reacted with ${emoji.id ? `:${emoji.name}:` : emoji.name}`;
  } catch {
    el.title = emoji.name;
  }
}
