/** Editing one's message in place: Enter saves, Esc leaves it as it was, nothing left asks to delete. */

import { api, sentence } from "../net/api.js";
import { wish } from "../core/bus.js";
import { store } from "../core/store.js";
import { h, render } from "../ui/dom.js";
import { toast } from "../ui/toast.js";
import { remove } from "./actions.js";

const { state } = store;

/** A widget. @param {{message: any}} props */
export function editor({ message }) {
  const el = document.createElement("div");
  el.className = "editor";
  let text = message.content;

  function stop() {
    state.editing = null;
    store.changed("editing");
    wish("focus-composer");
  }

  async function save() {
    const content = text.trim();
    if (!content && !message.attachments?.length) {
      stop();
      return remove(message);
    }
    if (content === message.content) return stop();
    try {
      await api.edit(message.channel_id, message.id, { content });
      stop();
    } catch (error) {
      toast(sentence(error), "error");
    }
  }

  function grow(box) {
    box.style.height = "auto";
    box.style.height = `${box.scrollHeight}px`;
  }

  function onkeydown(event) {
    event.stopPropagation();
    if (event.isComposing) return;
    if (event.key === "Escape") stop();
    else if (event.key === "Enter" && !event.shiftKey) save();
    else return;
    event.preventDefault();
  }

  render(el, [
    h("textarea", {
      class: "editor-text",
      "aria-label": "Edit message",
      rows: 1,
      maxlength: 2000,
      value: text,
      oninput: (event) => ((text = event.target.value), grow(event.target)),
      onkeydown,
    }),
    h(
      "div",
      { class: "editor-foot" },
      "escape to ",
      h("button", { type: "button", class: "link", onclick: stop }, "cancel"),
      " • enter to ",
      h("button", { type: "button", class: "link", onclick: save }, "save"),
    ),
  ]);
  queueMicrotask(() => {
    const box = el.querySelector("textarea");
    box.focus({ preventScroll: false });
    box.setSelectionRange(text.length, text.length);
    grow(box);
  });
  return { el, update: () => {} };
}
