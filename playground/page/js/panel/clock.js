/** The playground's clock, and what goes over the wire. */

import { control } from "../net/control.js";
import { store } from "../core/store.js";
import { cls, h } from "../ui/dom.js";
import { attempt, section } from "./parts.js";

const { state } = store;
const STEPS = [
  ["30 s", 30],
  ["15 min", 900],
  ["1 day", 86400],
];

function ahead(seconds) {
  if (seconds < 1) return "It shows this machine's time.";
  const parts = [
    [Math.floor(seconds / 86400), "day"],
    [Math.floor((seconds % 86400) / 3600), "hour"],
    [Math.floor((seconds % 3600) / 60), "minute"],
    [Math.floor(seconds % 60), "second"],
  ];
  return `It is ${parts
    .filter(([count]) => count)
    .map(([count, unit]) => `${count} ${unit}${count === 1 ? "" : "s"}`)
    .join(" ")} ahead.`;
}

/** "Clock". */
export function clockSection() {
  return section(
    "Clock",
    "clock",
    h("p", { class: "panel-note" }, ahead(state.control.clock.ahead), " Interactions end after 15 minutes, links to files after a day."),
    h(
      "div",
      { class: "panel-buttons" },
      STEPS.map(([name, seconds]) =>
        h(
          "button",
          {
            key: name,
            type: "button",
            class: "button grey small",
            "aria-label": `Move the clock forward ${name}`,
            onclick: () => attempt(control.advance(seconds)),
          },
          `+ ${name}`,
        ),
      ),
    ),
  );
}

/** "Wire". */
export function wireSection() {
  return section(
    "Wire",
    "wire",
    h("p", { class: "panel-note" }, "What the bot and the members ask of Discord's REST interface, newest first."),
    h(
      "ol",
      { class: "wire", tabindex: "0", "aria-label": "Exchanges" },
      state.wire.slice(0, 60).map(row),
      !state.wire.length && h("li", { class: "panel-note" }, "Nothing yet."),
    ),
  );
}

/** A path with its ids cut to their last four digits; the whole of it is in the row's title. */
const short = (path) => path.replace(/\d{13,}(\d{4})/g, "…$1").replace(/\?.*/, "");

function row(each) {
  const failed = each.status >= 400;
  return h(
    "li",
    { key: each.key, class: cls("wire-row", failed && "failed"), title: `${each.who ?? ""} ${each.method} ${each.path}` },
    h("span", { class: "wire-method" }, each.method),
    h("span", { class: "wire-path" }, short(each.path)),
    h("span", { class: "wire-status" }, each.status),
    h("span", { class: "wire-ms" }, `${Math.round(each.ms)} ms`),
    h("span", { class: "wire-who" }, each.who),
  );
}
