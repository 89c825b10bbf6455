/** Whom this window acts as, whether that member takes direct messages, and in which language it reads. */

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
    me && languageRow(me),
  );
}

function languageRow(me) {
  return h(
    "div",
    { class: "fault-field" },
    h("label", { for: "member-locale" }, `${me.global_name ?? me.username} reads Discord in`),
    h(
      "select",
      {
        id: "member-locale",
        class: "native-select",
        value: me.locale,
        onchange: (event) => attempt(control.setMember(me.id, { locale: event.target.value }).then(refresh)),
      },
      (state.control.locales ?? []).map((each) => h("option", { key: each, value: each, selected: each === me.locale }, languageName(each))),
    ),
  );
}

/** "日本語 (ja)": by its own name, as Discord lists them. @param {string} locale */
function languageName(locale) {
  return `${new Intl.DisplayNames([locale], { type: "language" }).of(locale)} (${locale})`;
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
