/** The lightbox: pictures of a message at full size, with zoom, arrows and a way to the original. */

import { local } from "../net/uploads.js";
import { h, render } from "../ui/dom.js";
import { openDialog } from "../ui/dialog.js";
import { icon } from "../ui/icons.js";
import { picture } from "./picture.js";

/**
 * Opens pictures, starting at one of them.
 * @param {{url: string, alt: string, name?: string, width?: number, height?: number}[]} pictures
 * @param {number} first
 */
export function openLightbox(pictures, first = 0) {
  let at = first;
  let zoom = 1;
  let pan = { x: 0, y: 0 };
  let drag = null;
  const root = document.createElement("div");
  root.className = "lightbox";
  const { el, close } = openDialog({ title: "Picture", className: "lightbox-dialog", bare: true, body: [h(() => ({ el: root }))] });

  const setZoom = (next) => {
    zoom = Math.max(1, Math.min(8, next));
    if (zoom === 1) pan = { x: 0, y: 0 };
    draw();
  };
  const go = (step) => {
    at = (at + step + pictures.length) % pictures.length;
    zoom = 1;
    pan = { x: 0, y: 0 };
    draw();
  };
  const button = (name, label, onclick, disabled = false) =>
    h("button", { type: "button", class: "icon-button", "aria-label": label, title: label, onclick, disabled }, icon(name));

  function draw() {
    const each = pictures[at];
    render(root, [
      h(
        "div",
        { class: "lightbox-bar" },
        h(
          "span",
          { class: "lightbox-name", "aria-live": "polite" },
          pictures.length > 1 ? `${at + 1} of ${pictures.length}` : (each.name ?? ""),
        ),
        button("zoomOut", "Zoom out", () => setZoom(zoom / 1.5), zoom === 1),
        button("zoomIn", "Zoom in", () => setZoom(zoom * 1.5), zoom === 8),
        h(
          "a",
          {
            class: "icon-button",
            href: local(each.url),
            target: "_blank",
            rel: "noopener",
            "aria-label": "Open original",
            title: "Open original",
          },
          icon("open"),
        ),
        button("close", "Close", close),
      ),
      h(
        "div",
        {
          class: zoom > 1 ? "lightbox-stage zoomed" : "lightbox-stage",
          onclick: (event) => event.target === event.currentTarget && close(),
        },
        h(
          "div",
          {
            key: each.url,
            class: "lightbox-frame",
            style: {
              transform: `translate(${pan.x}px, ${pan.y}px) scale(${zoom})`,
              "--ratio": String((each.width || 1) / (each.height || 1)),
              "--wide": `${Math.max(each.width || 800, 240)}px`,
            },
            ondblclick: () => setZoom(zoom > 1 ? 1 : 2.5),
          },
          h(picture, { src: each.url, alt: each.alt || each.name || "Picture" }),
        ),
      ),
      pictures.length > 1 &&
        h(
          "button",
          { type: "button", class: "lightbox-step back", "aria-label": "Previous picture", onclick: () => go(-1) },
          icon("chevronLeft"),
        ),
      pictures.length > 1 &&
        h("button", { type: "button", class: "lightbox-step", "aria-label": "Next picture", onclick: () => go(1) }, icon("chevronRight")),
      each.alt && h("p", { class: "lightbox-alt" }, each.alt),
    ]);
  }

  root.addEventListener(
    "wheel",
    (event) => {
      event.preventDefault();
      setZoom(zoom * (event.deltaY < 0 ? 1.2 : 1 / 1.2));
    },
    { passive: false },
  );
  const fingers = new Map();
  const apart = () => {
    const [a, b] = [...fingers.values()];
    return Math.hypot(a.x - b.x, a.y - b.y);
  };
  root.addEventListener("pointerdown", (event) => {
    if (event.target.closest("button, a")) return;
    fingers.set(event.pointerId, { x: event.clientX, y: event.clientY });
    drag = fingers.size === 1 ? { x: event.clientX } : { pinch: apart(), zoom };
  });
  root.addEventListener("pointermove", (event) => {
    const last = fingers.get(event.pointerId);
    if (!last) return;
    fingers.set(event.pointerId, { x: event.clientX, y: event.clientY });
    if (drag?.pinch && fingers.size === 2) return setZoom((drag.zoom * apart()) / drag.pinch);
    if (zoom === 1) return;
    pan = { x: pan.x + event.clientX - last.x, y: pan.y + event.clientY - last.y };
    draw();
  });
  const lift = (event) => {
    const across = drag && "x" in drag ? event.clientX - drag.x : 0;
    fingers.delete(event.pointerId);
    if (event.type === "pointerup" && zoom === 1 && pictures.length > 1 && Math.abs(across) > 60) go(across < 0 ? 1 : -1);
    if (!fingers.size) drag = null;
  };
  root.addEventListener("pointerup", lift);
  root.addEventListener("pointercancel", lift);
  el.addEventListener("keydown", (event) => {
    if (event.key === "ArrowRight" && pictures.length > 1) go(1);
    else if (event.key === "ArrowLeft" && pictures.length > 1) go(-1);
    else if (event.key === "+" || event.key === "=") setZoom(zoom * 1.5);
    else if (event.key === "-") setZoom(zoom / 1.5);
    else if (event.key === "0") setZoom(1);
  });
  draw();
}
