/** Dialogs: they hold the focus, close with Esc and give the focus back. */

import { build, h, uid } from "./dom.js";
import { icon } from "./icons.js";

const STOPS = "a[href], button:not([disabled]), input:not([disabled]), textarea:not([disabled]), select:not([disabled]), [tabindex='0']";

/**
 * Shows a modal dialog.
 * @param {{title: string, className?: string, bare?: boolean, body: any, footer?: any, onCancel?: () => boolean|void, onClose?: () => void}} options
 * @returns {{el: HTMLDialogElement, close: () => void}}
 */
export function openDialog({ title, className = "", bare = false, body, footer, onCancel, onClose }) {
  const back = /** @type {HTMLElement} */ (document.activeElement);
  const heading = uid("dialog-title");
  const head = h(
    "header",
    { class: "dialog-head" },
    h("h2", { id: heading }, title),
    h("button", { type: "button", class: "icon-button", "aria-label": "Close", onclick: () => cancel() }, icon("close")),
  );
  const el = build(
    h(
      "dialog",
      { class: `dialog ${className}`, ...(bare ? { "aria-label": title } : { "aria-labelledby": heading }) },
      bare ? body : [head, h("div", { class: "dialog-body" }, body), footer && h("footer", { class: "dialog-foot" }, footer)],
    ),
  );
  const cancel = () => onCancel?.() !== false && close();
  const close = () => {
    if (!el.isConnected) return;
    el.close();
    el.remove();
    onClose?.();
    if (back?.isConnected) back.focus({ preventScroll: true });
  };
  el.addEventListener("cancel", (event) => {
    event.preventDefault();
    cancel();
  });
  el.addEventListener("pointerdown", (event) => event.target === el && cancel());
  el.addEventListener("keydown", (event) => event.key === "Tab" && wrap(el, event));
  document.body.append(el);
  el.showModal();
  return { el, close };
}

function wrap(el, event) {
  const stops = [...el.querySelectorAll(STOPS)].filter((each) => each.offsetParent !== null && each.tabIndex >= 0);
  if (!stops.length) return;
  const edge = event.shiftKey ? stops[0] : stops.at(-1);
  if (document.activeElement !== edge) return;
  event.preventDefault();
  (event.shiftKey ? stops.at(-1) : stops[0]).focus();
}

/**
 * Asks yes or no.
 * @param {{title: string, text: any, confirm: string, danger?: boolean}} question
 * @returns {Promise<boolean>}
 */
export function confirm({ title, text, confirm: label, danger = false }) {
  return new Promise((resolve) => {
    let answer = false;
    const dialog = openDialog({
      title,
      className: "small",
      body: text,
      footer: [
        h("button", { type: "button", class: "button plain", onclick: () => dialog.close() }, "Cancel"),
        h(
          "button",
          { type: "button", class: danger ? "button red" : "button blurple", onclick: () => ((answer = true), dialog.close()) },
          label,
        ),
      ],
      onClose: () => resolve(answer),
    });
    dialog.el.querySelector(".dialog-foot .button:last-child").focus();
  });
}

/**
 * Asks for one line.
 * @param {{title: string, label: string, value?: string, max?: number, confirm: string}} question
 * @returns {Promise<string|null>}
 */
export function ask({ title, label, value = "", max = 100, confirm: action }) {
  return new Promise((resolve) => {
    let answer = null;
    const field = uid("ask");
    const submit = (event) => {
      event.preventDefault();
      answer = el.querySelector("input").value.trim() || null;
      close();
    };
    const { el, close } = openDialog({
      title,
      className: "small",
      body: h(
        "form",
        { id: `${field}-form`, onsubmit: submit },
        h("label", { class: "field-label", for: field }, label),
        h("input", { id: field, class: "text-input", value, maxlength: max, required: true, autocomplete: "off" }),
      ),
      footer: [
        h("button", { type: "button", class: "button plain", onclick: () => close() }, "Cancel"),
        h("button", { type: "submit", form: `${field}-form`, class: "button blurple" }, action),
      ],
      onClose: () => resolve(answer),
    });
    el.querySelector("input").focus();
    el.querySelector("input").select();
  });
}
