/** Pictures that never flash: a new one is fetched and decoded before it takes the old one's place. */

import { local } from "../net/uploads.js";

/**
 * A widget: an image that fills its frame. `props`: src, alt, width, height, className, onready.
 * @param {{src: string, alt: string, width?: number, height?: number, className?: string, onready?: (img: HTMLImageElement) => void}} first
 */
export function picture(first) {
  const el = document.createElement("span");
  el.className = "picture";
  let shown = null;
  let wanted = "";
  let props = first;

  function describe(img) {
    img.alt = props.alt ?? "";
    img.className = props.className ?? "";
    img.draggable = false;
    if (props.width) img.width = props.width;
    if (props.height) img.height = props.height;
  }

  function failed(src) {
    if (src !== wanted) return;
    el.classList.remove("loading");
    if (shown) return;
    el.classList.add("broken");
    el.setAttribute("role", "img");
    el.setAttribute("aria-label", `${props.alt || "Picture"} (could not be loaded)`);
  }

  function show(img, src) {
    if (src !== wanted) return;
    describe(img);
    if (shown) shown.replaceWith(img);
    else el.append(img);
    shown = img;
    el.classList.remove("loading", "broken");
    el.removeAttribute("role");
    el.removeAttribute("aria-label");
    props.onready?.(img);
  }

  function want(src) {
    wanted = src;
    const img = new Image();
    img.src = src;
    if (!shown) {
      el.classList.add("loading");
      describe(img);
    }
    img.decode().then(
      () => show(img, src),
      () => (img.complete && img.naturalWidth ? show(img, src) : failed(src)),
    );
  }

  want(local(first.src));
  return {
    el,
    update(next) {
      props = next;
      const src = local(next.src);
      if (src !== wanted) want(src);
      else if (shown) describe(shown);
    },
    destroy() {
      wanted = "";
    },
  };
}
