/** Whom this window acts as, and whether that member takes direct messages. */

import { control, refresh } from "../net/control.js";
import { become, members } from "../core/session.js";
import { store } from "../core/store.js";
import { ask } from "../ui/dialog.js";
import { cls, h } from "../ui/dom.js";
import { icon } from "../ui/icons.js";
import { avatar } from "../ui/people.js";
import { attempt, section, toggle } from "./parts.js";

const { state } = store;

async function newcomer() {
  const name = await ask({ title: "A new member", label: "Name", max: 32, confirm: "Join" });
  if (name) attempt(control.addMember(name).then(refresh), `${name} joined.`);
}

/** "Act as". */
export function peopleSection() {
  const me = members().find((each) => each.id === state.me?.id);
  return section(
    "Act as",
    "user",
    h(
      "div",
      { class: "people", role: "radiogroup", "aria-label": "Act as" },
      members().map((each) => card(each, each.id === me?.id)),
    ),
    h("button", { type: "button", class: "panel-link", onclick: newcomer }, icon("plus"), "Let a new member join"),
    me &&
      toggle(`${me.global_name ?? me.username} accepts direct messages`, me.accepts_dms, (on) =>
        attempt(control.setMember(me.id, { accepts_dms: on }).then(refresh)),
      ),
  );
}

function card(member, on) {
  const name = member.global_name ?? member.username;
  return h(
    "div",
    { key: member.id, class: cls("person-card", on && "on") },
    h(
      "button",
      {
        type: "button",
        role: "radio",
        class: "person-main",
        "aria-checked": on,
        "aria-label": `${name}, ${member.title}`,
        onclick: () => on || become(member.username),
      },
      avatar(member, { size: 32 }),
      h("span", { class: "me-text" }, h("strong", null, name), h("small", null, member.title)),
    ),
    h(
      "a",
      {
        class: "icon-button",
        href: `?as=${encodeURIComponent(member.username)}`,
        target: "_blank",
        "aria-label": `Open a window as ${name}`,
        title: "In a new window",
      },
      icon("open"),
    ),
  );
}
