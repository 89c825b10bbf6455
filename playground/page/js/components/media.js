/** Pictures, films and files as messages lay them out: one large, several as a mosaic, the rest as cards. */

import { local, size } from "../net/uploads.js";
import { build, cls, h, render } from "../ui/dom.js";
import { icon } from "../ui/icons.js";
import { openLightbox } from "./lightbox.js";
import { picture } from "./picture.js";

const ROWS = { 2: [2], 3: [3], 4: [2, 2], 5: [2, 3], 6: [3, 3], 7: [1, 3, 3], 8: [2, 3, 3], 9: [3, 3, 3], 10: [1, 3, 3, 3] };

/**
 * @typedef {{url: string, name?: string, alt?: string, width?: number, height?: number, spoiler?: boolean, type?: string}} Media
 */

/**
 * One to ten pictures or films.
 * @param {Media[]} items
 * @param {{most?: {width: number, height: number}, key?: string}} [options]  the frame of a single picture
 */
export function mosaic(items, { most = { width: 550, height: 350 }, key } = {}) {
  const pictures = items.filter((each) => !isFilm(each));
  const shown = pictures.map((each) => ({ url: each.url, alt: each.alt ?? "", name: each.name, width: each.width, height: each.height }));
  const openAt = (item) => () => openLightbox(shown, pictures.indexOf(item));
  if (items.length === 1)
    return h("div", { key, class: "mosaic one" }, tile(items[0], openAt(items[0]), frame(items[0], most), 0, "", most));
  const spans =
    items.length === 3 ? ["main", "side", "side"] : (ROWS[items.length] ?? []).flatMap((count) => Array(count).fill(`of-${count}`));
  return h(
    "div",
    { key, class: cls("mosaic", `n${items.length}`) },
    items.map((each, index) => tile(each, openAt(each), {}, index, spans[index])),
  );
}

const isFilm = (item) => item.type?.startsWith("video/") || /\.(mp4|webm|mov)(\?|$)/i.test(item.url ?? "");

/** By address, of pictures whose message does not say how large they are: embeds name an address and nothing else. */
const sizes = new Map();

function frame(item, most) {
  const { width, height } = item.width && item.height ? item : (sizes.get(item.url) ?? {});
  if (!width || !height) return { width: `${Math.min(300, most.width)}px`, "aspect-ratio": "1" };
  const scale = Math.min(1, most.width / width, most.height / height);
  return { width: `${Math.max(40, Math.round(width * scale))}px`, "aspect-ratio": `${width} / ${height}` };
}

/** The frame takes the shape of its picture as soon as that is known. */
function fitted(item, most) {
  return (img) => {
    sizes.set(item.url, { width: img.naturalWidth, height: img.naturalHeight });
    const box = img.closest(".tile-frame");
    for (const [name, value] of Object.entries(frame(item, most))) box?.style.setProperty(name, value);
  };
}

function tile(item, open, style, index, span = "", most = undefined) {
  const onready = most && !(item.width && item.height) ? fitted(item, most) : undefined;
  const label = item.alt || item.name || "Picture";
  const content = isFilm(item)
    ? h("video", { src: local(item.url), controls: true, preload: "metadata", "aria-label": label })
    : h(
        "button",
        { type: "button", class: "picture-button", "aria-label": `Open picture: ${label}`, onclick: open },
        h(picture, { src: item.url, alt: item.alt || item.name || "Picture", width: item.width, height: item.height, onready }),
      );
  return h(
    "div",
    { key: `tile-${index}`, class: cls("tile-frame", span), style },
    h(hidden, { on: item.spoiler, children: content }),
    item.alt && !isFilm(item) && h("span", { class: "alt-badge", title: item.alt, "aria-hidden": "true" }, "ALT"),
  );
}

/**
 * A widget: covers what it holds with "Spoiler" until it is pressed. `props`: on, children.
 * @param {{on: boolean, children: any}} first
 */
export function hidden(first) {
  const el = document.createElement("div");
  let covered = Boolean(first.on);
  let props = first;
  function draw() {
    el.className = cls("cover", covered && "covered");
    render(el, [
      h("div", { class: "cover-content", key: "content", ref: (node) => (node.inert = covered) }, props.children),
      covered &&
        h(
          "button",
          { key: "cover", type: "button", class: "cover-button", "aria-label": "Spoiler, show", onclick: reveal },
          h("span", null, "SPOILER"),
        ),
    ]);
    const content = el.querySelector(".cover-content");
    if (content) content.inert = covered;
  }
  function reveal() {
    covered = false;
    draw();
    el.querySelector("button, a, [tabindex]")?.focus({ preventScroll: true });
  }
  draw();
  return { el, update: (next) => ((props = next), draw()) };
}

/**
 * A file that is not shown itself.
 * @param {{url: string, name: string, size?: number, type?: string, spoiler?: boolean}} file
 */
export function fileCard(file) {
  const kind = file.type ?? "";
  const card = h(
    "div",
    { class: "file-card" },
    icon("file", "file-icon"),
    h(
      "span",
      { class: "file-text" },
      h("a", { href: local(file.url), target: "_blank", rel: "noopener", download: file.name }, file.name),
      file.size !== undefined && h("span", { class: "file-size" }, size(file.size)),
    ),
    h(
      "a",
      { class: "icon-button", href: local(file.url), download: file.name, "aria-label": `Download ${file.name}`, title: "Download" },
      icon("download"),
    ),
    kind.startsWith("audio/") && h("audio", { controls: true, preload: "metadata", src: local(file.url), "aria-label": file.name }),
  );
  return file.spoiler ? h(hidden, { on: true, children: card }) : card;
}

/** A message's attachments: what can be seen as a mosaic, the rest as cards. @param {any[]} attachments */
export function attachments(attachments) {
  const seen = attachments.filter((each) => /^(image\/(?!svg)|video\/)/.test(each.content_type ?? "") || (each.width && each.height));
  const rest = attachments.filter((each) => !seen.includes(each));
  return [
    seen.length > 0 && mosaic(seen.slice(0, 10).map(asMedia), { key: "mosaic" }),
    rest.map((each) =>
      fileCard({
        url: each.url,
        name: each.title ? `${each.title}` : each.filename,
        size: each.size,
        type: each.content_type,
        spoiler: isSpoiler(each),
      }),
    ),
  ];
}

const isSpoiler = (attachment) => attachment.filename?.startsWith("SPOILER_") || Boolean((attachment.flags ?? 0) & 8);
const asMedia = (each) => ({
  url: each.url,
  name: each.filename,
  alt: each.description ?? "",
  width: each.width,
  height: each.height,
  spoiler: isSpoiler(each),
  type: each.content_type,
});

/** Builds a detached preview of a chosen file. @param {File} file */
export function filePreview(file) {
  if (!/^image\//.test(file.type)) return build(h("span", { class: "file-preview" }, icon("file")));
  const img = document.createElement("img");
  const url = URL.createObjectURL(file);
  img.src = url;
  img.alt = "";
  img.onload = () => URL.revokeObjectURL(url);
  return img;
}
