/** The bot: whether it is here, how its process fares, and the switches for it. */

import { control } from "../net/control.js";
import { store } from "../core/store.js";
import { cls, h } from "../ui/dom.js";
import { icon } from "../ui/icons.js";
import { attempt, section } from "./parts.js";

const { state } = store;
const WORDS = { unsupervised: "Started by hand", starting: "Starting…", running: "Running", stopped: "Stopped", crashed: "Crashed" };

/** "Bot". */
export function botSection() {
  const { online, process } = state.control.bot;
  const supervised = process.state !== "unsupervised";
  const stopped = process.state === "stopped" || process.state === "crashed";
  const act = (what, name, sign) =>
    h("button", { key: what, type: "button", class: "button grey small", onclick: () => attempt(control.bot(what)) }, icon(sign), name);
  return section(
    "Bot",
    "bot",
    h(
      "p",
      { class: "bot-line", role: "status" },
      h("span", { class: cls("bot-dot", online ? "on" : "off"), "aria-hidden": "true" }),
      h("strong", null, online ? "Online" : "Offline"),
      h(
        "span",
        { class: "bot-process" },
        ` · ${WORDS[process.state] ?? process.state}${process.pid ? `, process ${process.pid}` : ""}${process.restarts ? `, restarted ${process.restarts}×` : ""}`,
      ),
    ),
    process.detail && h("p", { class: "panel-note" }, process.detail),
    supervised
      ? h(
          "div",
          { class: "panel-buttons" },
          stopped ? act("start", "Start", "play") : [act("restart", "Restart", "refresh"), act("stop", "Stop", "stop")],
        )
      : !process.detail && h("p", { class: "panel-note" }, "Its process is not looked after from here."),
  );
}
