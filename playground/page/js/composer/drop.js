/** Dropping files anywhere on the page. */

import { wish } from "../core/bus.js";
import { store } from "../core/store.js";
import { h, render } from "../ui/dom.js";
import { icon } from "../ui/icons.js";

const { state } = store;

/** @param {HTMLElement} root */
export function mountDrop(root) {
  let depth = 0;
  const hasFiles = (event) => [...(event.dataTransfer?.types ?? [])].includes("Files");
  const carriesFiles = (event) => hasFiles(event) && !document.querySelector("dialog:modal");
  const show = (shown) => {
    root.hidden = !shown;
    if (!shown) return;
    const channel = state.channels.get(state.view.channelId);
    const pill = document.querySelector(".command-form .command-chip")?.textContent;
    render(
      root,
      h(
        "div",
        { class: "drop-card" },
        icon("upload"),
        h("strong", null, pill ? `Drop into ${pill}` : `Upload to ${channel?.name ? `#${channel.name}` : "this conversation"}`),
        h("span", null, pill ? "It fills the next empty option for a file." : "You can add a message before sending."),
      ),
    );
  };
  addEventListener("dragenter", (event) => carriesFiles(event) && (event.preventDefault(), (depth += 1), show(true)));
  addEventListener("dragover", (event) => hasFiles(event) && event.preventDefault());
  addEventListener("dragleave", (event) => carriesFiles(event) && ((depth = Math.max(0, depth - 1)), depth || show(false)));
  addEventListener("drop", (event) => {
    if (hasFiles(event)) event.preventDefault();
    if (!carriesFiles(event)) return;
    depth = 0;
    show(false);
    wish("drop", [...event.dataTransfer.files]);
  });
}
