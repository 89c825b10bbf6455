/** Menus: at a pointer, at a button or from a key; with groups, submenus and arrow keys. */

import { build, cls, h } from "./dom.js";
import { icon } from "./icons.js";
import { float, narrow } from "./popover.js";
import { rove } from "./roving.js";

/**
 * @typedef {object} Item
 * @property {string} label
 * @property {string} [icon]
 * @property {boolean} [danger]
 * @property {string} [hint]
 * @property {() => void} [run]
 * @property {(Item|null)[]} [items]  a submenu
 */

/**
 * Opens a menu; null in the list draws a line.
 * @param {(Item|null)[]} items
 * @param {Element|{x: number, y: number}} anchor
 * @param {{label?: string, side?: any, align?: any, back?: HTMLElement, onClose?: () => void}} [options]
 */
export function openMenu(items, anchor, { label = "Menu", side = "bottom", align = "start", back, onClose } = {}) {
  const returnTo = back ?? /** @type {HTMLElement} */ (document.activeElement);
  let sub = null;
  const entries = items.filter((each, index) => each || (index > 0 && items[index - 1] && index < items.length - 1));
  const el = build(
    h(
      "div",
      { class: "menu", role: "menu", "aria-label": label },
      entries.map((each) => (each ? row(each) : h("div", { class: "menu-line", role: "separator" }))),
    ),
  );
  const close = float(el, anchor, {
    side,
    align,
    onClose: (why) => {
      sub?.();
      onClose?.();
      if (why !== "outside" && returnTo?.isConnected) returnTo.focus({ preventScroll: true });
    },
  });
  rove(el, "[role=menuitem]", { typeahead: true });
  el.querySelector("[role=menuitem]")?.focus({ preventScroll: true });

  function row(item) {
    const nested = Boolean(item.items);
    return h(
      "button",
      {
        type: "button",
        role: "menuitem",
        class: cls("menu-item", item.danger && "danger"),
        tabindex: "-1",
        "aria-haspopup": nested ? "menu" : undefined,
        onclick: (event) => (nested ? enter(item, event.currentTarget) : choose(item)),
        onpointerenter: (event) => {
          if (event.pointerType !== "mouse") return;
          event.currentTarget.focus({ preventScroll: true });
          sub?.();
          sub = null;
          if (nested && !narrow()) enter(item, event.currentTarget, false);
        },
        onkeydown: (event) => {
          if (event.key === "ArrowRight" && nested) enter(item, event.currentTarget);
          if (event.key === "ArrowLeft" && back) close();
          if (event.key === "Tab") close();
        },
      },
      h("span", { class: "menu-label" }, item.label),
      item.hint && h("span", { class: "menu-hint" }, item.hint),
      nested ? icon("chevronRight") : item.icon ? icon(item.icon) : null,
    );
  }

  function choose(item) {
    close();
    item.run?.();
  }

  function enter(item, at, focus = true) {
    sub?.();
    const inner = item.items.map((each) => each && { ...each, run: () => (close(), each.run?.()) });
    if (narrow()) {
      close("outside");
      openMenu(inner, anchor, { label: item.label });
      return;
    }
    sub = openMenu(inner, at, { label: item.label, side: "right", align: "start", back: at });
    if (!focus) at.focus({ preventScroll: true });
  }

  return close;
}

/** Where a context menu belongs: at the pointer, or at the element when a key asked for it. */
function menuPlace(event) {
  const byKey = event.clientX === 0 && event.clientY === 0;
  const box = event.currentTarget.getBoundingClientRect();
  return byKey ? { x: box.left + 72, y: box.top + 24 } : { x: event.clientX, y: event.clientY };
}

/** The finger that opened a menu is lifted over it: that click is nobody's. */
function swallowClick() {
  const stop = (event) => {
    event.preventDefault();
    event.stopPropagation();
  };
  const done = () => setTimeout(() => removeEventListener("click", stop, true), 350);
  addEventListener("click", stop, true);
  addEventListener("touchend", done, { once: true });
  addEventListener("touchcancel", done, { once: true });
}

/** The finger that rests, and since when; one for the page, since what it rests on may be drawn anew meanwhile. */
let start = null;
let timer = 0;
const cancel = () => clearTimeout(timer);

/**
 * Handlers that open a menu by right click, by the menu key and by a long press.
 * @param {(place: {x: number, y: number}) => void} show
 */
export function onMenu(show) {
  return {
    oncontextmenu: (event) => {
      if (event.target.closest("a[href], textarea, input") || String(getSelection())) return;
      event.preventDefault();
      cancel();
      if (start?.shown) return;
      if (start) swallowClick();
      show(menuPlace(event));
    },
    onpointerdown: (event) => {
      if (event.pointerType !== "touch") return void (start = null);
      start = { x: event.clientX, y: event.clientY, shown: false };
      timer = setTimeout(() => {
        start.shown = true;
        swallowClick();
        navigator.vibrate?.(10);
        show({ x: start.x, y: start.y });
      }, 450);
    },
    onpointermove: (event) => {
      if (start && Math.hypot(event.clientX - start.x, event.clientY - start.y) > 8) cancel();
    },
    onpointerup: cancel,
    onpointercancel: cancel,
  };
}
