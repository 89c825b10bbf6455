/** Who is typing. */

import { store } from "../core/store.js";
import { h } from "../ui/dom.js";
import { nameOf } from "../ui/people.js";

const { state } = store;

/** @param {any} channel */
export function typingLine(channel) {
  const users = [...(state.typing.get(channel.id) ?? [])]
    .filter(([, until]) => until > Date.now())
    .map(([id]) => state.users.get(id))
    .filter(Boolean);
  const names = users.map((user) => h("strong", null, nameOf(user, channel.guild_id)));
  const words = {
    0: null,
    1: [names[0], " is typing…"],
    2: [names[0], " and ", names[1], " are typing…"],
    3: [names[0], ", ", names[1], " and ", names[2], " are typing…"],
  };
  const line = users.length > 3 ? "Several people are typing…" : words[users.length];
  return h(
    "div",
    { class: "typing", role: "status" },
    line && [h("span", { class: "dots", "aria-hidden": "true" }, h("i"), h("i"), h("i")), h("span", null, line)],
  );
}
