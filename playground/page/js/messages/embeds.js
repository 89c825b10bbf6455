/** Embeds: every field that Discord draws. */

import { local } from "../net/uploads.js";
import { mosaic } from "../components/media.js";
import { fullTime, stamp } from "../text/time.js";
import { line, markdown } from "../text/render.js";
import { cls, h } from "../ui/dom.js";
import { hex } from "../ui/people.js";

/** All embeds of a message; those that share a link show their pictures together. @param {any[]} list @param {{guildId?: string}} context */
export function embeds(list, context) {
  const merged = [];
  for (const each of list) {
    const home = each.url && each.image && merged.find((other) => other.url === each.url && other.image);
    if (home) home.pictures.push(each.image);
    else merged.push({ ...each, pictures: each.image ? [each.image] : [] });
  }
  return merged.map((each, index) => embed(each, context, index));
}

const away = { target: "_blank", rel: "noopener noreferrer nofollow" };
const linked = (url, content, className) =>
  url ? h("a", { href: url, class: className, ...away }, content) : h("span", { class: className }, content);
const asMedia = (each) => ({
  url: each.proxy_url && /\/cdn\//.test(each.proxy_url) ? each.proxy_url : each.url,
  alt: each.description ?? "",
  width: each.width,
  height: each.height,
  type: each.content_type,
});

function embed(each, context, index) {
  if (each.type === "image" && each.thumbnail && !each.title && !each.description) {
    return h("div", { key: `e${index}`, class: "embed-plain" }, mosaic([asMedia(each.thumbnail)]));
  }
  const colour = each.color ? { "--embed": hex(each.color) } : {};
  return h(
    "article",
    {
      key: `e${index}`,
      class: cls("embed", each.thumbnail && "with-thumbnail"),
      style: colour,
      "aria-label": each.title ? `Embed: ${each.title}` : "Embed",
    },
    h(
      "div",
      { class: "embed-text" },
      each.provider?.name && h("div", { class: "embed-provider" }, linked(each.provider.url, each.provider.name)),
      each.author && author(each.author),
      each.title && h("div", { class: "embed-title" }, linked(each.url, line(each.title, context))),
      each.description && h("div", { class: "embed-description" }, markdown(each.description, context)),
      each.fields?.length > 0 && h("div", { class: "embed-fields" }, fields(each.fields, context)),
    ),
    each.thumbnail && h("div", { class: "embed-thumbnail" }, mosaic([asMedia(each.thumbnail)], { most: { width: 80, height: 80 } })),
    each.pictures.length > 0 &&
      h("div", { class: "embed-image" }, mosaic(each.pictures.map(asMedia), { most: { width: 400, height: 300 } })),
    each.video?.url &&
      !each.pictures.length &&
      h("video", { class: "embed-image", src: local(each.video.url), controls: true, preload: "metadata" }),
    (each.footer || each.timestamp) && footer(each),
  );
}

function author({ name, url, icon_url: iconUrl }) {
  return h(
    "div",
    { class: "embed-author" },
    iconUrl && h("img", { src: local(iconUrl), alt: "", width: 24, height: 24 }),
    linked(url, name),
  );
}

/** Up to three inline fields stand in one row; the row is shared out evenly. */
function fields(list, context) {
  const rows = [];
  for (const each of list) {
    const row = rows.at(-1);
    if (each.inline && row?.inline && row.items.length < 3) row.items.push(each);
    else rows.push({ inline: each.inline, items: [each] });
  }
  return rows.flatMap((row) =>
    row.items.map((each) =>
      h(
        "div",
        { class: "embed-field", style: { "grid-column": row.inline ? `span ${12 / row.items.length}` : "1 / -1" } },
        h("div", { class: "embed-field-name" }, line(each.name, context)),
        h("div", { class: "embed-field-value" }, markdown(each.value, context)),
      ),
    ),
  );
}

function footer(each) {
  const time = each.timestamp ? Date.parse(each.timestamp) : null;
  return h(
    "div",
    { class: "embed-footer" },
    each.footer?.icon_url && h("img", { src: local(each.footer.icon_url), alt: "", width: 20, height: 20 }),
    each.footer?.text && h("span", null, each.footer.text),
    each.footer?.text && time && h("span", { "aria-hidden": "true" }, "•"),
    time && h("time", { datetime: each.timestamp, title: fullTime(time) }, stamp(time)),
  );
}
