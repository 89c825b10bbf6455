/** One message on the page. */

import { outlived } from "../core/events.js";
import { mentionsMe } from "../core/reads.js";
import { open } from "../core/session.js";
import { store } from "../core/store.js";
import { attachments } from "../components/media.js";
import { components } from "../components/layout.js";
import { clockTime, fullTime, stamp } from "../text/time.js";
import { markdown, plain } from "../text/render.js";
import { cls, h } from "../ui/dom.js";
import { icon } from "../ui/icons.js";
import { onMenu } from "../ui/menu.js";
import { avatar, nameOf, tag } from "../ui/people.js";
import { dismiss, edit, messageMenu, reply, rights, toolbar } from "./actions.js";
import { editor } from "./editor.js";
import { embeds } from "./embeds.js";
import { header, nameButton, profile } from "./header.js";
import { reactions } from "./reactions.js";

const { state } = store;
const LOADING = 128;
const EPHEMERAL = 64;
const SYSTEM = { 6: "pinned a message to this channel.", 7: "joined the server.", 18: "started a thread:" };

/**
 * @param {any} message
 * @param {{guildId?: string, grouped: boolean, active: boolean, editing: boolean}} context
 */
export function messageView(message, context) {
  const { guildId, grouped } = context;
  const time = Date.parse(message.timestamp);
  const system = SYSTEM[message.type];
  const menu = onMenu((place) => messageMenu(message, place));
  return h(
    "div",
    {
      key: message.screenKey,
      role: "article",
      class: cls(
        "message",
        !grouped && "first",
        !message.local && mentionsMe(message) && message.author.id !== state.me.id && "mentioned",
        Boolean(message.flags & EPHEMERAL) && "ephemeral",
        message.local && `local-${message.local}`,
        context.active && "active",
        context.editing && "being-edited",
        state.replyTo?.id === message.id && "replied-to",
      ),
      "data-message-id": message.id,
      "aria-label": spoken(message, guildId, time),
      tabindex: "-1",
      ...menu,
      onpointerover: (event) => event.pointerType === "mouse" && activate(message.screenKey),
      onpointerleave: (event) => event.pointerType === "mouse" && !event.currentTarget.contains(document.activeElement) && activate(null),
      onfocusin: (event) => event.target.matches(":focus-visible") && activate(message.screenKey),
      onkeydown: (event) => event.target === event.currentTarget && shortcut(event, message),
    },
    header(message, guildId),
    system
      ? systemLine(message, system, guildId, time)
      : [
          grouped ? h("span", { key: "gutter", class: "gutter-time", "aria-hidden": "true" }, clockTime(time)) : face(message, guildId),
          h(
            "div",
            { key: "body", class: "message-body" },
            !grouped && nameLine(message, guildId, time),
            context.editing ? h(editor, { key: "editor", message }) : content(message, guildId),
            rest(message, guildId),
          ),
        ],
    context.active && !context.editing && message.local !== "pending" && toolbar(message),
  );
}

function activate(id) {
  if (state.active === id || (id === null && document.querySelector(".popover"))) return;
  state.active = id;
  store.changed("active");
}

function shortcut(event, message) {
  const can = rights(message);
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "e" && can.edit) edit(message);
  else if (event.key === "r" && can.reply) reply(message);
  else if (event.key === "Enter") messageMenu(message, event.currentTarget);
  else return;
  event.preventDefault();
}

function spoken(message, guildId, time) {
  const words = plain(
    [message.content, ...textsOf(message.components), ...(message.embeds ?? []).map((each) => each.title ?? each.description)]
      .filter(Boolean)
      .join("\n"),
    guildId,
  );
  const files = message.attachments?.length
    ? `${message.attachments.length} ${message.attachments.length === 1 ? "attachment" : "attachments"}`
    : "";
  const thinking = message.flags & LOADING ? "is thinking" : "";
  const seen = message.flags & EPHEMERAL ? "only you can see this" : "";
  return [nameOf(message.author, guildId), clockTime(time), message.reason, thinking, words, files, seen].filter(Boolean).join(", ");
}

/** The texts within components. */
const textsOf = (list) => (list ?? []).flatMap((each) => (each.type === 10 ? [each.content] : textsOf(each.components)));

function face(message, guildId) {
  return h(
    "button",
    {
      key: "avatar",
      type: "button",
      class: "avatar-button",
      tabindex: "-1",
      "aria-hidden": "true",
      onclick: profile(message.author, guildId),
    },
    avatar(message.author, { size: 40, guildId }),
  );
}

function nameLine(message, guildId, time) {
  return h(
    "div",
    { key: "name", class: "name-line" },
    nameButton(message.author, guildId, "author"),
    tag(message.author),
    h("time", { datetime: message.timestamp, title: fullTime(time) }, stamp(time)),
  );
}

function systemLine(message, words, guildId, time) {
  return h(
    "div",
    { key: "body", class: "system-line" },
    icon(message.type === 18 ? "thread" : message.type === 7 ? "arrowRight" : "info", message.type === 7 ? "joined" : ""),
    h(
      "span",
      null,
      nameButton(message.author, guildId, "author"),
      " ",
      words,
      message.type === 18 && [" ", h("strong", null, message.content)],
    ),
    h("time", { datetime: message.timestamp, title: fullTime(time) }, stamp(time)),
  );
}

const dots = () => h("span", { class: "dots", "aria-hidden": "true" }, h("i"), h("i"), h("i"));

function content(message, guildId) {
  if (message.local === "pending" && (message.type === 20 || message.type === 23)) {
    return h("div", { key: "content", class: "content thinking" }, dots(), `Sending command…`);
  }
  if (message.local === "failed")
    return h(
      "div",
      { key: "content", class: "content failed", role: "alert" },
      message.content && h("div", { class: "unsent" }, message.content),
      icon("warning"),
      message.reason,
    );
  if (message.flags & LOADING) {
    if (outlived(message)) return h("div", { key: "content", class: "content failed" }, icon("warning"), "The application did not respond");
    return h("div", { key: "content", class: "content thinking" }, dots(), `${nameOf(message.author, guildId)} is thinking…`);
  }
  if (!message.content && !message.edited_timestamp) return null;
  const edited = message.edited_timestamp && (message.content || message.flags & EPHEMERAL);
  if (!message.content && !edited) return null;
  return h(
    "div",
    { key: "content", class: "content" },
    markdown(message.content, { guildId, jumbo: true }),
    edited && h("span", { class: "edited", title: fullTime(Date.parse(message.edited_timestamp)) }, "(edited)"),
  );
}

function rest(message, guildId) {
  const context = { guildId };
  const failure = state.failed.get(message.id);
  return [
    message.local === "pending" &&
      message.progress !== undefined &&
      h("progress", { key: "progress", class: "upload-progress", max: 1, value: message.progress, "aria-label": "Uploading" }),
    message.attachments?.length > 0 && h("div", { key: "attachments", class: "attachments" }, attachments(message.attachments)),
    message.embeds?.length > 0 && h("div", { key: "embeds", class: "embeds" }, embeds(message.embeds, context)),
    components(message, context),
    failure && h("div", { key: "failure", class: "failure", role: "alert" }, icon("warning"), failure),
    message.reactions?.length > 0 && reactions(message),
    threadCard(message),
    (message.flags & EPHEMERAL || message.local === "failed") &&
      h(
        "div",
        { key: "ephemeral", class: "ephemeral-note" },
        icon("eye"),
        "Only you can see this · ",
        message.retry && [h("button", { type: "button", class: "link", onclick: message.retry }, "Try again"), " · "],
        h("button", { type: "button", class: "link", onclick: () => dismiss(message) }, "Dismiss message"),
      ),
  ];
}

function threadCard(message) {
  const thread = state.channels.get(message.thread?.id) ?? message.thread;
  if (!thread) return null;
  const count = thread.message_count ?? 0;
  return h(
    "button",
    { key: "thread", type: "button", class: "thread-card", onclick: () => open(thread.id) },
    icon("thread"),
    h(
      "span",
      null,
      h("strong", null, thread.name),
      h("span", { class: "thread-count" }, `${count} ${count === 1 ? "message" : "messages"} ›`),
    ),
  );
}
