/** The composer: where messages are written, files gathered and commands begun. */

import { api } from "../net/api.js";
import { on, wish } from "../core/bus.js";
import { loadCommands } from "../net/commands.js";
import { history } from "../core/history.js";
import { whyNotWrite } from "../core/permissions.js";
import { store } from "../core/store.js";
import { createCommandForm } from "../command/form.js";
import { leaves } from "../command/slash.js";
import { edit, rights } from "../messages/actions.js";
import { isGated } from "../messages/list.js";
import { putAway } from "../shell/welcome.js";
import { withEmoji } from "../text/emoji-data.js";
import { h, render } from "../ui/dom.js";
import { icon } from "../ui/icons.js";
import { toast } from "../ui/toast.js";
import { admit } from "./attach.js";
import { expand } from "./completions.js";
import { createOffers } from "./offers.js";
import { sendMessage } from "./send.js";
import { createSuggest } from "./suggest.js";
import { typingLine } from "./typing.js";
import { MOST, writingView } from "./writing.js";

const { state } = store;

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
  let typedAt = 0;

  const channel = () => state.channels.get(state.view.channelId);
  const offers = createOffers({
    suggest,
    area: () => area(),
    draft: () => draft(),
    write: (...args) => write(...args),
    begin: (...args) => beginCommand(...args),
  });
  const handlers = {
    oninput,
    onkeydown,
    onpaste,
    onclick: () => offers.offer(),
    onfocus: () => offers.offer(),
    onblur: () => suggest.hide(),
  };
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
    form = createCommandForm(place, {
      leaf,
      rest,
      channelId: formChannel,
      suggest,
      done: endCommand,
      sent: () => (putAway(), wish("to-newest")),
    });
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

  function write(text, caret = text.length) {
    draft().text = text;
    draw();
    const input = area();
    input?.focus();
    input?.setSelectionRange(caret, caret);
  }

  function oninput(event) {
    draft().text = event.target.value;
    offers.speak();
    if (draft().text.trim() && !draft().text.startsWith("/") && Date.now() - typedAt > 8000) {
      typedAt = Date.now();
      api.typing(state.view.channelId).catch(() => {});
    }
    draw();
    offers.offer();
  }

  function onkeydown(event) {
    if (event.isComposing) return;
    if (suggest.open && event.key === "Escape") offers.hush();
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
    const own = history(state.view.channelId)
      .items.filter((each) => each.author.id === state.me.id && rights(each).edit)
      .at(-1);
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
    const { taken, complaint } = admit(here, draft().files, files);
    if (complaint) toast(complaint, "error");
    draft().files.push(...taken);
    draw();
    area()?.focus();
  }

  function onpaste(event) {
    const files = [...(event.clipboardData?.files ?? [])];
    if (!files.length) return;
    event.preventDefault();
    takeFiles(files);
  }

  function reflect() {
    const input = area();
    if (!input) return;
    const set = (name, value) => (value === undefined ? input.removeAttribute(name) : input.setAttribute(name, value));
    set("aria-controls", suggest.open ? suggest.id : undefined);
    set("aria-activedescendant", suggest.activeId);
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
    else
      render(
        box,
        writingView(here, { draft: draft(), handlers, draw, submit, insert, takeFiles, slash: () => (write("/"), offers.offer()) }),
      );
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
    if (
      free &&
      event.key.length === 1 &&
      !event.ctrlKey &&
      !event.metaKey &&
      !event.altKey &&
      !["e", "r", " "].includes(event.key) &&
      !document.querySelector("dialog:modal, .popover")
    )
      area()?.focus();
  });
  store.watch(["view", "commands"], () => state.view.channelId && loadCommands(state.view.channelId));
  store.watch(["view", "reply", "channels", "members", "typing", "me"], draw);
  store.watch(["commands"], () => area() === document.activeElement && offers.offer());
  draw();
}
