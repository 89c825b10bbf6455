/** Things that float at a control: placed beside it on wide screens, a sheet from below on phones. */

const EDGE = 8;
/** @type {{el: HTMLElement, anchor: any, close: (why?: string) => void}[]} */
const open = [];

/** Whether the screen is a phone's. */
export const narrow = () => matchMedia("(max-width: 720px)").matches;

/**
 * Shows an element at an anchor until it is closed: by Esc, a click elsewhere, or the returned function.
 * @param {HTMLElement} el
 * @param {Element|{x: number, y: number}} anchor
 * @param {{side?: "top"|"bottom"|"left"|"right", align?: "start"|"end"|"stretch", sheet?: boolean, light?: boolean, onClose?: (why: string) => void}} [options]
 * @returns {(why?: string) => void}
 */
export function float(el, anchor, { side = "bottom", align = "start", sheet = true, light = true, onClose } = {}) {
  const host = (anchor instanceof Element && anchor.closest("dialog")) || document.querySelector("dialog:modal") || document.body;
  const asSheet = sheet && narrow();
  el.classList.add("popover");
  el.classList.toggle("sheet", asSheet);
  const veil = asSheet ? document.createElement("div") : null;
  if (veil) {
    veil.className = "veil";
    host.append(veil);
  }
  host.append(el);
  let box = boxOf(anchor);
  const place = () => {
    if (!el.isConnected || asSheet) return;
    if (!(anchor instanceof Element) || anchor.isConnected) box = boxOf(anchor);
    position(el, box, anchor instanceof Element ? 4 : 0, side, align);
  };
  place();
  const watcher = new ResizeObserver(place);
  watcher.observe(el);
  if (anchor instanceof Element) watcher.observe(anchor);
  const entry = { el, anchor, close };
  const outside = (event) => {
    const inside = el.contains(event.target) || (anchor instanceof Element && anchor.contains(event.target));
    const above = open.slice(open.indexOf(entry) + 1).some((each) => each.el.contains(event.target));
    if (light && !inside && !above) close("outside");
  };
  function close(why = "done") {
    if (!open.includes(entry)) return;
    open.splice(open.indexOf(entry), 1);
    watcher.disconnect();
    removeEventListener("pointerdown", outside, true);
    removeEventListener("resize", place);
    removeEventListener("scroll", place, true);
    veil?.remove();
    el.remove();
    onClose?.(why);
  }
  open.push(entry);
  addEventListener("pointerdown", outside, true);
  addEventListener("resize", place);
  addEventListener("scroll", place, true);
  return close;
}

addEventListener(
  "keydown",
  (event) => {
    if (event.key !== "Escape" || !open.length || event.defaultPrevented) return;
    event.preventDefault();
    event.stopPropagation();
    open.at(-1).close("escape");
  },
  true,
);

const boxOf = (anchor) => (anchor instanceof Element ? anchor.getBoundingClientRect() : new DOMRect(anchor.x, anchor.y, 0, 0));

/** An anchor that went away leaves its last place behind. */
function position(el, box, gap, side, align) {
  if (align === "stretch") el.style.width = `${box.width}px`;
  const { offsetWidth: width, offsetHeight: height } = el;
  const room = { top: box.top, bottom: innerHeight - box.bottom, left: box.left, right: innerWidth - box.right };
  let at = side;
  const upright = side === "top" || side === "bottom";
  const need = upright ? height : width;
  const other = { top: "bottom", bottom: "top", left: "right", right: "left" }[side];
  if (room[side] < need + EDGE && room[other] > room[side]) at = other;
  let x = upright ? (align === "end" ? box.right - width : box.left) : at === "right" ? box.right + gap : box.left - width - gap;
  let y = upright ? (at === "top" ? box.top - height - gap : box.bottom + gap) : align === "end" ? box.bottom - height : box.top;
  x = Math.max(EDGE, Math.min(x, innerWidth - width - EDGE));
  y = Math.max(EDGE, Math.min(y, innerHeight - height - EDGE));
  el.style.left = `${x}px`;
  el.style.top = `${y}px`;
}
