/** The playground's side panel: whom to act as, the bot, faults, the clock, the wire. */

import { store } from "../core/store.js";
import { h, render } from "../ui/dom.js";
import { icon } from "../ui/icons.js";
import { setSide } from "../shell/layout.js";
import { botSection } from "./bot.js";
import { clockSection, wireSection } from "./clock.js";
import { faultSection } from "./faults.js";
import { peopleSection } from "./people.js";

const { state } = store;

/** @param {HTMLElement} root */
export function mountPanel(root) {
  function draw() {
    root.hidden = state.layout.side !== "panel";
    if (root.hidden) return;
    render(root, [
      h(
        "div",
        { key: "head", class: "side-head" },
        h("h2", null, "Playground"),
        h(
          "button",
          { type: "button", class: "icon-button", "aria-label": "Close playground panel", onclick: () => setSide(null) },
          icon("close"),
        ),
      ),
      h(
        "div",
        { key: "body", class: "side-scroll panel-body" },
        state.control
          ? [peopleSection(), botSection(), faultSection(), clockSection(), wireSection()]
          : h("p", { class: "panel-note" }, "Waiting for the playground…"),
      ),
    ]);
  }
  store.watch(["layout", "control", "me", "panel"], draw);
  store.watch(["wire"], () => state.layout.side === "panel" && draw());
  draw();
}
