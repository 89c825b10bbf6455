/** A command being filled in: its name, its options as fields in the composer, and what is still wrong. */

import { useCommand } from "../net/interactions.js";
import { sentence } from "../net/api.js";
import { store } from "../core/store.js";
import { fileLimit, upload } from "../net/uploads.js";
import { render } from "../ui/dom.js";
import { TYPE, blankField, isEmpty, mustChoose, nested, reading } from "./field.js";
import { createOptionOffers } from "./offers.js";
import { readOptions } from "./slash.js";
import { commandView } from "./view.js";

const { state } = store;

/**
 * @param {HTMLElement} root
 * @param {{leaf: import("./slash.js").Leaf, rest: string, channelId: string, suggest: any, done: () => void, sent: () => void}} setup
 */
export function createCommandForm(root, { leaf, rest, channelId, suggest, done, sent: whenSent }) {
  const ordered = [...leaf.options].sort((a, b) => Number(Boolean(b.required)) - Number(Boolean(a.required)));
  const given = readOptions(rest, ordered);
  /** @type {import("./field.js").Field[]} */
  let fields = ordered
    .filter((each) => each.required || given.has(each.name))
    .map((each) => ({ ...blankField(each), text: given.get(each.name) ?? "" }));
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

  const offers = createOptionOffers({ root, leaf, channelId, suggest, fields: () => fields, take });

  function take(field, option, how) {
    field.text = option.label;
    field.value = option.value;
    field.error = null;
    offers.settle();
    if (how !== "Tab") suggest.hide();
    const next = fields.find((each) => isEmpty(each) && each.option.required);
    const beside = how === "Tab" ? fields[fields.indexOf(field) + 1] : null;
    focus(next ?? beside ?? field);
    if (!next && !beside) suggest.hide();
  }

  function changed(field, text) {
    Object.assign(field, { text, value: null, error: null });
    draw();
    offers.offer(field);
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
    if (!offers.isCurrent(field)) return;
    offers.leave();
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
      const attachments = await upload(
        channelId,
        files.map(([, result]) => ({ file: result.value })),
        (part) => ((sending.part = part), draw()),
        sending.abort.signal,
      );
      const options = filled.map(([field, result]) => ({
        type: field.option.type,
        name: field.option.name,
        value: field.option.type === TYPE.ATTACHMENT ? files.findIndex(([each]) => each === field) : result.value,
      }));
      useCommand(channelId, leaf.command, { name: leaf.name, options: nested(leaf.path, options), attachments });
      whenSent();
      done();
    } catch (error) {
      sending = null;
      const field = files[0]?.[0];
      if (field && error.name !== "AbortError") field.error = sentence(error);
      focus(field ?? fields[0]);
    }
  }

  function draw() {
    const wrong = fields.find((field) => field.error);
    const pills = {
      suggest,
      changed,
      setFile,
      keys,
      left,
      remove,
      busy: Boolean(sending),
      isCurrent: offers.isCurrent,
      focused: (each) => offers.offer(each, true),
    };
    render(root, commandView({ leaf, fields, pills, wrong, sending, missing: missing(), add, done, submit }));
  }

  root.onkeydown = (event) => {
    if (event.key === "Escape" && !event.defaultPrevented && !suggest.key(event)) done();
    if (
      event.key === "Enter" &&
      event.target.closest(".pill-file") &&
      fields.some((field) => field.file && inputOf(field) === event.target)
    ) {
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
        let field = fields.find((each) => offers.isCurrent(each) && empty(each)) ?? fields.find(empty);
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
