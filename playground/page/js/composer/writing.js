/** How the composer looks while a message is written. */

import { find } from "../core/history.js";
import { ATTACH_FILES, isDM, permissionsIn } from "../core/permissions.js";
import { store } from "../core/store.js";
import { h } from "../ui/dom.js";
import { openEmojiPicker } from "../ui/emoji-picker.js";
import { icon } from "../ui/icons.js";
import { openMenu } from "../ui/menu.js";
import { nameOf } from "../ui/people.js";
import { tray } from "./tray.js";

const { state } = store;
/** A message holds 2,000 characters. */
export const MOST = 2000;

/**
 * @param {any} here  the channel
 * @param {{draft: any, handlers: any, draw: () => void, submit: () => void, insert: (text: string) => void, takeFiles: (files: File[]) => void, slash: () => void}} composer
 */
export function writingView(here, composer) {
  const { draft, draw } = composer;
  const remove = (each) => {
    draft.files = draft.files.filter((other) => other !== each);
    draw();
  };
  return [
    replyBar(here, draw),
    h(
      "div",
      { key: "frame", class: "frame" },
      tray(draft.files, { remove, redraw: draw }),
      h("div", { key: "line", class: "writing-line" }, line(here, composer)),
    ),
  ];
}

function replyBar(here, draw) {
  const { replyTo } = state;
  const target = replyTo?.channelId === here.id && find(here.id, replyTo.id);
  if (!target) return null;
  const ping = () => {
    replyTo.ping = !replyTo.ping;
    draw();
  };
  const cancel = () => {
    state.replyTo = null;
    store.changed("reply");
  };
  return h(
    "div",
    { key: "reply", class: "reply-bar" },
    h("span", null, "Replying to ", h("strong", null, nameOf(target.author, here.guild_id))),
    h(
      "button",
      { type: "button", class: "ping", "aria-pressed": replyTo.ping, "aria-label": "Mention the author", onclick: ping },
      "@ ",
      replyTo.ping ? "ON" : "OFF",
    ),
    h("button", { type: "button", class: "icon-button", "aria-label": "Cancel reply", onclick: cancel }, icon("close")),
  );
}

function placeName(here) {
  if (isDM(here)) return `@${nameOf(here.recipients?.[0] ?? state.me)}`;
  return here.type >= 10 ? `“${here.name}”` : `#${here.name}`;
}

function line(here, { draft, handlers, submit, insert, takeFiles, slash }) {
  const left = MOST - draft.text.length;
  const label = `Message ${placeName(here)}`;
  const tool = (name, title, className, onclick, more = {}) =>
    h("button", { type: "button", class: `icon-button ${className}`, "aria-label": title, title, onclick, ...more }, icon(name));
  const choose = (event) => {
    takeFiles([...event.target.files]);
    event.target.value = "";
  };
  return [
    tool("plusCircle", "Add a file or a command", "plus", (event) => plusMenu(event, here, slash), { "aria-haspopup": "menu" }),
    h("input", {
      type: "file",
      multiple: true,
      class: "composer-file unseen",
      tabindex: "-1",
      "aria-label": "Files to send",
      onchange: choose,
    }),
    h("textarea", {
      key: `text-${here.id}`,
      class: "writing",
      rows: 1,
      "aria-label": label,
      placeholder: label,
      "aria-autocomplete": "list",
      enterkeyhint: "send",
      value: draft.text,
      ...handlers,
    }),
    left < 200 &&
      h("span", { class: left < 0 ? "counter over" : "counter", role: "status", "aria-label": `${left} characters left` }, left),
    tool("smile", "Choose an emoji", "", (event) => openEmojiPicker(event.currentTarget, insert)),
    tool("send", "Send message", "send", submit, { disabled: left < 0 || (!draft.text.trim() && !draft.files.length) }),
  ];
}

function plusMenu({ currentTarget }, here, slash) {
  const upload = { label: "Upload a File", icon: "upload", run: () => currentTarget.parentNode.querySelector(".composer-file").click() };
  const may = permissionsIn(state, here) & ATTACH_FILES;
  const items = [...(may ? [upload] : []), { label: "Use a Command", icon: "slash", run: slash }];
  openMenu(items, currentTarget, { label: "Add to the message", side: "top" });
}
