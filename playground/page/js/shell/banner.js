/** One calm line when the connection is away, and while a member's window is still logging in. */

import { store } from "../core/store.js";
import { h, render } from "../ui/dom.js";

const { state } = store;
const WORDS = {
  connecting: "Connecting…",
  reconnecting: "The connection is away. What you see stays; new messages come when it is back.",
};

/** @param {HTMLElement} root */
export function mountBanner(root) {
  let timer = 0;
  const show = () => {
    const { state: name, detail } = state.connection;
    const words = name === "refused" ? detail : WORDS[name];
    render(
      root,
      words &&
        h(
          "div",
          { class: `banner ${name}` },
          h("span", { class: "banner-dot", "aria-hidden": "true" }),
          h("span", null, words, " "),
          name === "reconnecting" && h("small", null, detail),
        ),
    );
  };
  store.watch(["connection"], () => {
    clearTimeout(timer);
    if (state.connection.state === "connecting") timer = setTimeout(show, 800);
    else show();
  });
}
