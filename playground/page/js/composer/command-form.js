/** A command being filled in: its name, its options as fields in the composer, and what is still wrong. */

import { autocomplete, useCommand } from "../net/interactions.js";
import { sentence } from "../net/api.js";
import { store } from "../core/store.js";
import { fileLimit, upload } from "../net/uploads.js";
import { h, render } from "../ui/dom.js";
import { icon } from "../ui/icons.js";
import { openMenu } from "../ui/menu.js";
import { TYPE, blankField, isEmpty, kindWords, mustChoose, offered, reading, typedValue } from "./option-field.js";
import { pill } from "./option-pill.js";
import { face, readOptions } from "./slash.js";

const { state } = store;
const DEBOUNCE = 250;

/**
 * @param {HTMLElement} root
 * @param {{leaf: import("./slash.js").Leaf, rest: string, channelId: string, suggest: any, done: () => void}} setup
 */
export function createCommandForm(root, { leaf, rest, channelId, suggest, done, sent: whenSent }) {
  const ordered = [...leaf.options].sort((a, b) => Number(Boolean(b.required)) - Number(Boolean(a.required)));
  const given = readOptions(rest, ordered);
  /** @type {import("./option-field.js").Field[]} */
  let fields = ordered.filter((each) => each.required || given.has(each.name)).map((each) => ({ ...blankField(each), text: given.get(each.name) ?? "" }));
  let current = null;
  let timer = 0;
  let asked = 0;
  let sending = null;
  const channel = () => state.channels.get(channelId);
  const limit = () => fileLimit(state, channel());
  const missing = () => ordered.filter((each) => !fields.some((field) => field.option === each));

  const inputOf = (field) => root.querySelector(`[data-option="${CSS.escape(field.option.name)}"]`);
  const focus = (field) => {
    draw();
    queueMicrotask(() => (field ? inputOf(field) : root.querySelector(".more-options, .send-command"))?.focus());
  };

  function add(option) {
    const field = blankField(option);
    fields = [...fields, field];
    focus(field);
  }

  function remove(field) {
    const at = fields.indexOf(field);
    if (field.option.required) return;
    fields = fields.filter((each) => each !== field);
    suggest.hide();
    focus(fields[Math.max(0, at - 1)] ?? null);
  }

  function offer(field, fresh = false) {
    current = field;
    clearTimeout(timer);
    const { option } = field;
    const head = [h("strong", null, option.name), option.description !== "…" && h("span", null, option.description), h("small", null, kindWords(option))];
    const label = `Options for ${option.name}`;
    const show = (options, note, keep = false) => suggest.show({ label, head, options, note, keep, active: mustChoose(option) && options.length && field.value === null ? 0 : -1, onpick: (each, how) => take(field, each, how) });
    if (option.autocomplete) {
      if (fresh) show([], "Loading options…");
      timer = setTimeout(() => ask(field, show), fresh ? 0 : DEBOUNCE);
    } else show(offered(option, channel(), field.value === null ? field.text : ""), field.error ? null : undefined);
  }

  async function ask(field, show) {
    const turn = ++asked;
    const found = await autocomplete(channelId, leaf.command, nested(sent(field)));
    if (turn !== asked || current !== field || !root.isConnected) return;
    if (!found) return show([], "Loading options failed.");
    show(found.map((each) => ({ value: each.value, label: each.name })), found.length ? undefined : "No options match your search.");
  }

  /** What the bot is told while one types: the others as far as they are right, this one as it stands. */
  function sent(focused) {
    return fields.filter((field) => field === focused || (!isEmpty(field) && field.option.type !== TYPE.ATTACHMENT)).flatMap((field) => {
      const head = { type: field.option.type, name: field.option.name };
      if (field === focused) return [{ ...head, value: typedValue(field), focused: true }];
      const { value, error } = reading(field, channel(), limit());
      return error ? [] : [{ ...head, value }];
    });
  }

  const nested = (options) => leaf.path.reduceRight((inner, step) => [{ ...step, options: inner }], options);

  function take(field, option, how) {
    field.text = option.label;
    field.value = option.value;
    field.error = null;
    asked += 1;
    if (how !== "Tab") suggest.hide();
    const next = fields.find((each) => isEmpty(each) && each.option.required);
    const beside = how === "Tab" ? fields[fields.indexOf(field) + 1] : null;
    focus(next ?? beside ?? field);
    if (!next && !beside) suggest.hide();
  }

  function changed(field, text) {
    Object.assign(field, { text, value: null, error: null });
    draw();
    offer(field);
  }

  function setFile(field, file) {
    const { error } = file ? reading({ ...field, file }, channel(), limit()) : { error: null };
    Object.assign(field, { file, error: error ?? null });
    draw();
  }

  function keys(field, event) {
    if (event.isComposing) return;
    if (suggest.key(event)) return;
    if (event.key === "Enter" && !event.shiftKey) {
      event.preventDefault();
      submit();
    } else if (event.key === "Escape") {
      event.preventDefault();
      done();
    } else if (event.key === "Backspace" && isEmpty(field)) {
      if (!field.option.required) remove(field);
      else if (fields.every(isEmpty)) done();
      else return;
      event.preventDefault();
    }
  }

  function left(field) {
    if (current !== field) return;
    clearTimeout(timer);
    current = null;
    suggest.hide();
    const { value, error } = reading(field, channel(), limit());
    if (!isEmpty(field)) {
      field.error = error ?? null;
      if (!error && mustChoose(field.option)) field.value = value;
    }
    draw();
  }

  async function submit() {
    if (sending) return;
    const readings = fields.map((field) => [field, reading(field, channel(), limit())]);
    readings.forEach(([field, result]) => (field.error = result.error ?? null));
    const wrong = readings.find(([, result]) => result.error);
    if (wrong) return focus(wrong[0]);
    const filled = readings.filter(([, result]) => "value" in result);
    const files = filled.filter(([field]) => field.option.type === TYPE.ATTACHMENT);
    sending = { part: files.length ? 0 : null, abort: new AbortController() };
    suggest.hide();
    draw();
    try {
      const attachments = await upload(channelId, files.map(([, result]) => ({ file: result.value })), (part) => ((sending.part = part), draw()), sending.abort.signal);
      const options = filled.map(([field, result]) => ({ type: field.option.type, name: field.option.name, value: field.option.type === TYPE.ATTACHMENT ? files.findIndex(([each]) => each === field) : result.value }));
      useCommand(channelId, leaf.command, { name: leaf.name, options: nested(options), attachments });
      whenSent();
      done();
    } catch (error) {
      sending = null;
      const field = files[0]?.[0];
      if (field && error.name !== "AbortError") field.error = sentence(error);
      focus(field ?? fields[0]);
    }
  }

  function offerMore(anchor) {
    openMenu(missing().map((option) => ({ label: option.name, hint: option.description, run: () => add(option) })), anchor, { label: "Optional options", side: "top", align: "end" });
  }

  function draw() {
    const wrong = fields.find((field) => field.error);
    const optional = missing().length;
    render(root, h("div", { class: "command-form", role: "group", "aria-label": `Command /${leaf.name}` },
      wrong && h("p", { key: "wrong", class: "command-error", role: "alert" }, icon("warning"), h("strong", null, wrong.option.name), " ", wrong.error),
      sending?.part !== null && sending && h("div", { key: "sending", class: "command-sending" }, h("progress", { max: 1, value: sending.part, "aria-label": "Uploading" }), h("span", null, `Uploading ${Math.round(sending.part * 100)} %`),
        h("button", { type: "button", class: "link", onclick: () => sending.abort.abort() }, "Cancel")),
      h("div", { key: "line", class: "command-line" },
        h("span", { key: "chip", class: "command-chip" }, h("span", { "aria-hidden": "true" }, face(leaf.command)), h("span", null, `/${leaf.name}`)),
        h("div", { key: "pills", class: "pills" }, fields.map((field) => pill(field, {
          suggest, changed, setFile, keys, left, remove, busy: Boolean(sending), isCurrent: current === field,
          focused: (each) => offer(each, true),
        })), optional > 0 && h("button", { key: "more", type: "button", class: "more-options", "aria-haspopup": "menu", "aria-label": `Add an option, ${optional} optional`, onclick: (event) => offerMore(event.currentTarget) }, `+${optional} optional`)),
        h("div", { key: "tools", class: "command-tools" },
          h("button", { type: "button", class: "icon-button", "aria-label": "Cancel command", title: "Cancel", onclick: done }, icon("close")),
          h("button", { type: "button", class: "icon-button send-command", "aria-label": "Send command", title: "Send", disabled: Boolean(sending), onclick: submit }, icon("send"))))));
  }

  root.onkeydown = (event) => {
    if (event.key === "Escape" && !event.defaultPrevented && !suggest.key(event)) done();
    if (event.key === "Enter" && event.target.closest(".pill-file") && fields.some((field) => field.file && inputOf(field) === event.target)) {
      event.preventDefault();
      submit();
    }
  };
  focus(fields.find(isEmpty) ?? fields.at(-1) ?? null);

  return {
    /** Puts files into the option at hand, else the first empty one, else an optional one. @returns {boolean} whether there was one */
    takeFiles(files) {
      for (const file of files) {
        const empty = (field) => field.option.type === TYPE.ATTACHMENT && !field.file;
        let field = current && empty(current) && fields.includes(current) ? current : fields.find(empty);
        if (!field) {
          const option = missing().find((each) => each.type === TYPE.ATTACHMENT);
          if (!option) return file !== files[0];
          field = blankField(option);
          fields = [...fields, field];
        }
        setFile(field, file);
        focus(fields.find((each) => isEmpty(each) && each.option.required) ?? field);
      }
      return true;
    },
    takesFiles: () => ordered.some((each) => each.type === TYPE.ATTACHMENT),
    refresh: draw,
  };
}
