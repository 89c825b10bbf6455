/** Who one is in this window, and the way to become somebody else. */

import { become, members } from "../core/session.js";
import { store } from "../core/store.js";
import { h, render } from "../ui/dom.js";
import { icon } from "../ui/icons.js";
import { openMenu } from "../ui/menu.js";
import { avatar, nameOf } from "../ui/people.js";
import { setDrawer, setSide } from "./layout.js";
import { switchTheme, theme } from "./theme.js";
import { narrow } from "../ui/popover.js";

const { state } = store;

function choose(anchor) {
  openMenu(
    members().map((each) => ({
      label: each.global_name ?? each.username,
      hint: each.title,
      icon: each.id === state.me?.id ? "check" : "user",
      run: () => become(each.username),
    })),
    anchor,
    { label: "Act as", side: "top" },
  );
}

/** @param {HTMLElement} root */
export function mountUserArea(root) {
  function draw() {
    const { me } = state;
    const online = state.connection.state === "ready";
    render(root, [
      h(
        "button",
        {
          key: "me",
          type: "button",
          class: "me",
          "aria-haspopup": "menu",
          disabled: !me,
          "aria-label": me ? `Act as another member. You are ${nameOf(me)}` : "Connecting",
          onclick: (event) => choose(event.currentTarget),
        },
        me && avatar(me, { size: 32, status: online ? "online" : "offline" }),
        h(
          "span",
          { class: "me-text" },
          h("strong", null, me ? nameOf(me) : "Connecting…"),
          h("small", null, me ? (members().find((each) => each.id === me.id)?.title ?? me.username) : ""),
        ),
      ),
      h(
        "button",
        {
          key: "theme",
          type: "button",
          class: "icon-button",
          "aria-label": theme() === "dark" ? "Switch to the light theme" : "Switch to the dark theme",
          title: "Theme",
          onclick: () => (switchTheme(), draw()),
        },
        icon(theme() === "dark" ? "sun" : "moon"),
      ),
      h(
        "button",
        {
          key: "panel",
          type: "button",
          class: "icon-button",
          "aria-label": "Playground panel",
          title: "Playground",
          onclick: () => (narrow() && setDrawer(false), setSide(state.layout.side === "panel" ? null : "panel")),
        },
        icon("sliders"),
      ),
    ]);
  }
  store.watch(["me", "connection", "control"], draw);
  draw();
}
