/** The composer: where messages are written, files gathered and commands begun. */

import { api } from "../net/api.js";
import { on, wish } from "../core/bus.js";
import { commandsLoaded, loadCommands } from "../net/commands.js";
import { find, history } from "../core/history.js";
import { ATTACH_FILES, isDM, permissionsIn, whyNotWrite } from "../core/permissions.js";
import { store } from "../core/store.js";
import { fileLimit, size } from "../net/uploads.js";
import { edit, rights } from "../messages/actions.js";
import { isGated } from "../messages/list.js";
import { putAway } from "../shell/welcome.js";
import { withEmoji } from "../text/emoji-data.js";
import { h, render } from "../ui/dom.js";
import { openEmojiPicker } from "../ui/emoji-picker.js";
import { icon } from "../ui/icons.js";
import { openMenu } from "../ui/menu.js";
import { nameOf } from "../ui/people.js";
import { toast } from "../ui/toast.js";
import { createCommandForm } from "./command-form.js";
import { completions, expand } from "./completions.js";
import { sendMessage } from "./send.js";
import { asSuggestions, exact, leaves, matching } from "./slash.js";
import { createSuggest } from "./suggest.js";
import { tray, waiting } from "./tray.js";
import { typingLine } from "./typing.js";

const { state } = store;
const MOST = 2000;
const MOST_FILES = 10;

/** @param {HTMLElement} root */
export function mountComposer(root) {
  const above = document.createElement("div");
  const box = document.createElement("div");
  const below = document.createElement("div");
  above.className = "suggest-place";
  box.className = "composer-box";
  below.className = "composer-below";
  root.append(above, box, below);
  /** @type {Map<string, {text: string, files: any[], chosen: Map<string, string>}>} */
  const drafts = new Map();
  const suggest = createSuggest(above, () => form?.refresh() ?? reflect());
  let form = null;
  let formChannel = null;
  let quiet = false;
  let typedAt = 0;

  const channel = () => state.channels.get(state.view.channelId);
  const area = () => /** @type {HTMLTextAreaElement|null} */ (box.querySelector("textarea.writing"));
  function draft() {
    const id = state.view.channelId;
    if (!drafts.has(id)) drafts.set(id, { text: "", files: [], chosen: new Map() });
    return drafts.get(id);
  }

  function beginCommand(leaf, rest = "") {
    draft().text = "";
    suggest.hide();
    render(box, []);
    formChannel = state.view.channelId;
    const place = document.createElement("div");
    box.append(place);
    form = createCommandForm(place, { leaf, rest, channelId: formChannel, suggest, done: endCommand, sent: () => (putAway(), wish("to-newest")) });
    const files = draft().files.splice(0);
    if (files.length && !form.takeFiles(files.map((each) => each.file))) draft().files.push(...files);
  }

  function endCommand() {
    form = null;
    suggest.hide();
    box.replaceChildren();
    box._vnodes = [];
    draw();
    area()?.focus();
  }

  function offer() {
    const input = area();
    if (!input || quiet || document.activeElement !== input) return suggest.hide();
    const before = input.value.slice(0, input.selectionStart);
    if (/^\/[^\n]*$/.test(input.value)) return offerCommands(input.value.slice(1));
    const found = completions(before, channel());
    if (!found) return suggest.hide();
    suggest.show({ label: found.label, options: found.options, keep: true, onpick: (option) => complete(found.from, before.length, option.value) });
  }

  function offerCommands(typed) {
    const all = leaves(state.view.channelId);
    const whole = exact(all, typed);
    if (whole && typed.length > whole.leaf.name.length) {
      const longer = all.some((each) => each.name.startsWith(`${typed.trimEnd().toLowerCase()} `) || (each !== whole.leaf && each.name.startsWith(typed.toLowerCase())));
      if (!longer) return beginCommand(whole.leaf, whole.rest);
    }
    const options = asSuggestions(matching(all, typed));
    const none = commandsLoaded(state.view.channelId) ? (typed ? null : "No command may be used here.") : "Looking for commands…";
    if (!options.length && !none) return suggest.hide();
    suggest.show({ label: "Commands", options, note: options.length ? undefined : none, onpick: (option) => beginCommand(option.value) });
  }

  function complete(from, to, { shown, raw }) {
    const input = area();
    if (shown !== raw) draft().chosen.set(shown, raw);
    const text = `${input.value.slice(0, from)}${shown} ${input.value.slice(to)}`;
    write(text, from + shown.length + 1);
    suggest.hide();
  }

  function write(text, caret = text.length) {
    draft().text = text;
    draw();
    const input = area();
    input?.focus();
    input?.setSelectionRange(caret, caret);
  }

  function oninput(event) {
    draft().text = event.target.value;
    quiet = false;
    if (draft().text.trim() && !draft().text.startsWith("/") && Date.now() - typedAt > 8000) {
      typedAt = Date.now();
      api.typing(state.view.channelId).catch(() => {});
    }
    draw();
    offer();
  }

  function onkeydown(event) {
    if (event.isComposing) return;
    if (suggest.open && event.key === "Escape") quiet = true;
    if (suggest.key(event)) return;
    if (event.key === "Enter" && !event.shiftKey) {
      event.preventDefault();
      submit();
    } else if (event.key === "ArrowUp" && !event.target.value) editLast(event);
    else if (event.key === "Escape" && state.replyTo) {
      event.preventDefault();
      state.replyTo = null;
      store.changed("reply");
    } else if (event.key === "Escape") wish("to-newest");
  }

  function editLast(event) {
    const own = history(state.view.channelId).items.filter((each) => each.author.id === state.me.id && rights(each).edit).at(-1);
    if (!own) return;
    event.preventDefault();
    edit(own);
  }

  function submit() {
    const now = draft();
    const content = withEmoji(expand(now.text, now.chosen)).trim();
    if (!content && !now.files.length) return;
    if (content.length > MOST) return toast(`A message holds ${MOST} characters; this one has ${content.length}.`, "error");
    const replyTo = state.replyTo?.channelId === state.view.channelId ? state.replyTo : null;
    wish("to-newest");
    sendMessage(state.view.channelId, { content, files: now.files, replyTo });
    drafts.delete(state.view.channelId);
    state.replyTo = null;
    typedAt = 0;
    suggest.hide();
    store.changed("reply");
    draw();
    area()?.focus();
  }

  function takeFiles(files) {
    const here = channel();
    if (!here || whyNotWrite(state, here) || isGated(here) || !files.length) return;
    if (form?.takesFiles()) {
      if (!form.takeFiles(files)) toast("This command takes no more files.", "error");
      return;
    }
    if (!(permissionsIn(state, here) & ATTACH_FILES)) return toast("You do not have permission to attach files here.", "error");
    const limit = fileLimit(state, here);
    const large = files.filter((file) => file.size > limit);
    if (large.length) toast(`${large[0].name} has ${size(large[0].size)}; files here may have up to ${size(limit)}.`, "error");
    const fitting = files.filter((file) => file.size <= limit);
    const room = MOST_FILES - draft().files.length;
    if (fitting.length > room) toast(`A message takes ${MOST_FILES} files.`, "error");
    draft().files.push(...fitting.slice(0, room).map(waiting));
    draw();
    area()?.focus();
  }

  function onpaste(event) {
    const files = [...(event.clipboardData?.files ?? [])];
    if (!files.length) return;
    event.preventDefault();
    takeFiles(files);
  }

  function plusMenu(event) {
    const may = permissionsIn(state, channel()) & ATTACH_FILES;
    openMenu([
      may && { label: "Upload a File", icon: "upload", run: () => box.querySelector(".composer-file").click() },
      { label: "Use a Command", icon: "slash", run: () => (write("/"), offer()) },
    ].filter(Boolean), event.currentTarget, { label: "Add to the message", side: "top" });
  }

  function reflect() {
    const input = area();
    if (!input) return;
    const set = (name, value) => (value === undefined ? input.removeAttribute(name) : input.setAttribute(name, value));
    set("aria-controls", suggest.open ? suggest.id : undefined);
    set("aria-activedescendant", suggest.activeId);
  }

  function replyBar() {
    const target = state.replyTo?.channelId === state.view.channelId && find(state.view.channelId, state.replyTo.id);
    if (!target) return null;
    return h("div", { key: "reply", class: "reply-bar" }, h("span", null, "Replying to ", h("strong", null, nameOf(target.author, channel().guild_id))),
      h("button", { type: "button", class: "ping", "aria-pressed": state.replyTo.ping, title: "Whether the author is mentioned", onclick: () => ((state.replyTo.ping = !state.replyTo.ping), draw()) }, "@ ", state.replyTo.ping ? "ON" : "OFF"),
      h("button", { type: "button", class: "icon-button", "aria-label": "Cancel reply", onclick: () => ((state.replyTo = null), store.changed("reply")) }, icon("close")));
  }

  function writing(here) {
    const now = draft();
    const left = MOST - now.text.length;
    const title = isDM(here) ? `@${nameOf(here.recipients?.[0] ?? state.me)}` : here.name && (here.type >= 10 ? `“${here.name}”` : `#${here.name}`);
    return [
      replyBar(),
      h("div", { key: "frame", class: "frame" },
        tray(now.files, { remove: (each) => ((now.files = now.files.filter((other) => other !== each)), draw()), redraw: draw }),
        h("div", { key: "line", class: "writing-line" },
          h("button", { type: "button", class: "icon-button plus", "aria-label": "Add a file or a command", "aria-haspopup": "menu", onclick: plusMenu }, icon("plusCircle")),
          h("input", { type: "file", multiple: true, class: "composer-file unseen", tabindex: "-1", "aria-label": "Files to send", onchange: (event) => (takeFiles([...event.target.files]), (event.target.value = "")) }),
          h("textarea", { key: `text-${here.id}`, class: "writing", rows: 1, "aria-label": `Message ${title}`, placeholder: `Message ${title}`, "aria-autocomplete": "list", enterkeyhint: "send", value: now.text,
            oninput, onkeydown, onpaste, onclick: offer, onblur: () => suggest.hide(), onfocus: offer }),
          left < 200 && h("span", { class: left < 0 ? "counter over" : "counter", role: "status", "aria-label": `${left} characters left` }, left),
          h("button", { type: "button", class: "icon-button", "aria-label": "Choose an emoji", title: "Emoji", onclick: (event) => openEmojiPicker(event.currentTarget, insert) }, icon("smile")),
          h("button", { type: "button", class: "icon-button send", "aria-label": "Send message", title: "Send", disabled: left < 0 || (!now.text.trim() && !now.files.length), onclick: submit }, icon("send")))),
    ];
  }

  function insert(text) {
    const input = area();
    if (!input) return;
    const at = input.selectionEnd ?? input.value.length;
    write(input.value.slice(0, at) + text + input.value.slice(at), at + text.length);
  }

  function draw() {
    const here = channel();
    root.hidden = !here || isGated(here);
    if (root.hidden) return;
    if (form && formChannel !== here.id) {
      form = null;
      suggest.hide();
      box.replaceChildren();
      box._vnodes = [];
    }
    const reason = whyNotWrite(state, here);
    render(below, typingLine(here));
    if (form) return;
    if (reason) render(box, h("div", { key: "closed", class: "frame closed", role: "note" }, icon("info"), reason));
    else render(box, writing(here));
    const input = area();
    if (input) grow(input);
  }

  function grow(input) {
    input.style.height = "auto";
    input.style.height = `${Math.min(input.scrollHeight, innerHeight * 0.4)}px`;
  }

  async function useByName({ name, id }) {
    const { channelId } = state.view;
    await loadCommands(channelId);
    const leaf = leaves(channelId).find((each) => each.name === name) ?? leaves(channelId).find((each) => each.command.id === id);
    if (leaf && !whyNotWrite(state, channel())) beginCommand(leaf);
    else toast(`/${name} may not be used here.`, "error");
  }

  on("command", useByName);
  on("insert", insert);
  on("drop", takeFiles);
  on("focus-composer", () => queueMicrotask(() => area()?.focus()));
  box.addEventListener("paste", (event) => form && onpaste(event));
  document.addEventListener("keydown", (event) => {
    const free = document.activeElement === document.body || document.activeElement?.closest(".scroller");
    if (free && event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey && !["e", "r", " "].includes(event.key) && !document.querySelector("dialog:modal, .popover")) area()?.focus();
  });
  store.watch(["view", "commands"], () => state.view.channelId && loadCommands(state.view.channelId));
  store.watch(["view", "reply", "channels", "members", "typing", "me"], draw);
  store.watch(["commands"], () => area() === document.activeElement && offer());
  draw();
}
