/** The list of messages: dividers, grouping, staying at the newest, loading older ones, jumping. */

import { sentence } from "../net/api.js";
import { on } from "../core/bus.js";
import { find, history, loadBackTo, loadNewest, loadOlder } from "../core/history.js";
import { isDM, isThread } from "../core/permissions.js";
import { markRead } from "../core/reads.js";
import { compare } from "../core/snowflake.js";
import { store } from "../core/store.js";
import { dayName, sameDay } from "../text/time.js";
import { h, memo, render } from "../ui/dom.js";
import { icon } from "../ui/icons.js";
import { nameOf } from "../ui/people.js";
import { rove } from "../ui/roving.js";
import { toast } from "../ui/toast.js";
import { openingOf } from "./opening.js";
import { messageView } from "./message.js";

const { state } = store;
const TOGETHER = 7 * 60 * 1000;

/** Puts the list into its place. @param {HTMLElement} root */
export function mountMessages(root) {
  const scroller = document.createElement("div");
  const log = document.createElement("div");
  const foot = document.createElement("div");
  scroller.className = "scroller";
  scroller.tabIndex = 0;
  scroller.setAttribute("aria-label", "Messages");
  scroller.setAttribute("role", "region");
  log.className = "log";
  log.setAttribute("role", "log");
  log.setAttribute("aria-live", "polite");
  foot.className = "jump-foot";
  scroller.append(log);
  root.append(scroller, foot);

  let channelId = null;
  let atEnd = true;
  let kept = memo();
  let people = 0;
  let anchor = null;
  let lastTop = 0;

  const toEnd = () => {
    scroller.scrollTop = scroller.scrollHeight;
    lastTop = scroller.scrollTop;
    atEnd = true;
  };

  /** Only a move upwards leaves the newest message; content that grows below does not. */
  function look() {
    const near = scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < 60;
    if (near) atEnd = true;
    else if (scroller.scrollTop < lastTop - 1) atEnd = false;
    lastTop = scroller.scrollTop;
  }

  function stay() {
    if (scroller.scrollTop < lastTop - 1) look();
    if (atEnd) toEnd();
  }

  function draw() {
    const channel = state.channels.get(state.view.channelId);
    if (channelId !== (channel?.id ?? null)) {
      channelId = channel?.id ?? null;
      kept = memo();
      atEnd = true;
      lastTop = 0;
    }
    const gated = channel && isGated(channel);
    root.hidden = !channel || gated;
    if (!channel || gated) return render(log, []);
    const run = history(channel.id);
    log.setAttribute("aria-label", `Messages in ${isDM(channel) ? "this conversation" : channel.name}`);
    log.setAttribute("aria-busy", String(!run.loaded));
    if (scroller.scrollTop < lastTop - 1) look();
    remember();
    render(log, [top(run, channel), rows(run, channel)]);
    settle(run);
    drawFoot(run);
  }

  /** Notes which message stands where, so that adding above does not move it. */
  function remember() {
    const first = [...log.querySelectorAll(".message")].find((each) => each.offsetTop + each.offsetHeight > scroller.scrollTop);
    anchor = first ? { el: first, top: first.offsetTop - scroller.scrollTop } : null;
  }

  function settle() {
    if (atEnd) {
      toEnd();
      if (document.hasFocus() && channelId) markRead(channelId);
    } else if (anchor?.el.isConnected) scroller.scrollTop = anchor.el.offsetTop - anchor.top;
  }

  function top(run, channel) {
    if (run.error && !run.loaded) {
      return h(
        "div",
        { key: "error", class: "log-error" },
        icon("warning"),
        h("p", null, sentence(run.error)),
        h("button", { type: "button", class: "button grey", onclick: () => loadNewest(channel.id) }, "Try again"),
      );
    }
    if (!run.loaded || (run.older && run.items.length))
      return h(
        "div",
        { key: "ghosts", class: "ghosts", "aria-hidden": "true" },
        [3, 5, 2, 4].map((width) => ghost(width)),
      );
    return openingOf(channel);
  }

  const ghost = (width) =>
    h(
      "div",
      { class: "ghost" },
      h("span", { class: "ghost-face" }),
      h("span", { class: "ghost-lines" }, h("i", { class: `w${width}` }), h("i", { class: `w${width + 2}` })),
    );

  function rows(run, channel) {
    const out = [];
    let before = null;
    let marked = !state.view.since;
    for (const message of run.items) {
      const time = Date.parse(message.timestamp);
      const newDay = !before || !sameDay(Date.parse(before.timestamp), time);
      const isNew = !marked && !message.local && message.author.id !== state.me.id && compare(message.id, state.view.since) > 0;
      if (isNew) marked = true;
      if (newDay || isNew) out.push(divider(message, time, newDay, isNew));
      const grouped = Boolean(before) && !newDay && !isNew && together(before, message, time);
      out.push(cached(message, channel, grouped));
      before = message;
    }
    return out;
  }

  function divider(message, time, newDay, isNew) {
    return h(
      "div",
      {
        key: `divider-${message.screenKey}`,
        class: `divider${isNew ? " new" : ""}`,
        role: "separator",
        "aria-label": `${isNew ? "New messages" : ""} ${newDay ? dayName(time) : ""}`.trim(),
      },
      newDay && h("span", { class: "divider-day" }, dayName(time)),
      isNew && h("span", { class: "divider-new" }, "New"),
    );
  }

  function cached(message, channel, grouped) {
    const active = state.active === message.screenKey;
    const editing = state.editing === message.id;
    const busy = [...state.busy.keys()].filter((key) => key.startsWith(`${message.id}:`)).join();
    const original = message.message_reference && find(channel.id, message.message_reference.message_id);
    const parts = [
      message,
      grouped,
      active,
      editing,
      busy,
      state.failed.get(message.id),
      original,
      people,
      state.replyTo?.id === message.id,
      message.thread && state.channels.get(message.thread.id),
    ];
    return kept(message.screenKey, parts, () => messageView(message, { guildId: channel.guild_id, grouped, active, editing }));
  }

  function drawFoot(run) {
    const unseen = run.items.filter((each) => !each.local && state.reads[channelId] && compare(each.id, state.reads[channelId]) > 0).length;
    foot.hidden = atEnd;
    render(
      foot,
      !atEnd &&
        h(
          "button",
          { type: "button", class: "jump", onclick: () => (toEnd(), markRead(channelId), drawFoot(run)) },
          h("span", null, unseen ? `${unseen} new ${unseen === 1 ? "message" : "messages"}` : "You're viewing older messages"),
          h("strong", null, "Jump to newest", icon("arrowDown")),
        ),
    );
  }

  scroller.addEventListener(
    "scroll",
    () => {
      if (!channelId) return;
      look();
      const run = history(channelId);
      if (atEnd && run.loaded && document.hasFocus()) markRead(channelId);
      if (scroller.scrollTop < 400 && run.loaded && run.older && !run.loading) loadOlder(channelId);
      drawFoot(run);
    },
    { passive: true },
  );
  new ResizeObserver(stay).observe(log);
  new ResizeObserver(stay).observe(scroller);
  addEventListener("focus", () => channelId && atEnd && markRead(channelId));
  rove(log, ".message");
  scroller.addEventListener("keydown", (event) => {
    if (event.target !== scroller || event.key !== "ArrowUp") return;
    event.preventDefault();
    [...log.querySelectorAll(".message")].at(-1)?.focus();
  });
  log.addEventListener("focusout", (event) => {
    if (!log.contains(event.relatedTarget) && !document.querySelector(".popover") && !log.querySelector(".message:hover")) {
      state.active = null;
      store.changed("active");
    }
  });
  on("jump", jump);
  on("to-newest", toEnd);

  async function jump({ channelId: where, id }) {
    if (!(await loadBackTo(where, id))) return toast("That message is too far back.", "error");
    await Promise.resolve();
    const el = log.querySelector(`[data-message-id="${id}"]`);
    if (!el) return;
    atEnd = false;
    el.scrollIntoView({ block: "center", behavior: matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth" });
    el.classList.add("flash");
    el.focus({ preventScroll: true });
    setTimeout(() => el.classList.remove("flash"), 2000);
  }

  store.watch(["messages", "view", "active", "editing", "reply", "connection", "commands"], draw);
  store.watch(["members", "me", "channels", "guilds"], () => {
    people += 1;
    draw();
  });
  draw();
}

/** Whether a channel waits behind the age gate. @param {any} channel */
export function isGated(channel) {
  const nsfw = channel.nsfw || (isThread(channel) && state.channels.get(channel.parent_id)?.nsfw);
  return Boolean(nsfw) && !state.ageConfirmed.has(channel.guild_id);
}

function together(before, message, time) {
  const plainType = (each) => [0, 19, 20, 23].includes(each.type);
  return (
    before.author.id === message.author.id &&
    message.type === 0 &&
    plainType(before) &&
    time - Date.parse(before.timestamp) < TOGETHER &&
    Boolean(before.flags & 64) === Boolean(message.flags & 64) &&
    !message.message_reference &&
    nameOf(before.author) === nameOf(message.author)
  );
}
