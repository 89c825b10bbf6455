/** The emoji picker: search, groups, arrow keys; what was used last comes first. */

import { EMOJI } from "../text/emoji-data.js";
import { build, h, render } from "./dom.js";
import { float, narrow } from "./popover.js";

const KEY = "fourup.emoji";
const COLUMNS = 8;

function recent() {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? "[]").slice(0, 16);
  } catch {
    return [];
  }
}

function remember(char) {
  try {
    localStorage.setItem(KEY, JSON.stringify([char, ...recent().filter((each) => each !== char)].slice(0, 16)));
  } catch {
    return;
  }
}

/** What a search finds: whole words first, then beginnings, then the rest. @param {string} query */
function search(query) {
  const rank = (each) => {
    const words = each.words.split(/[ _]/);
    return words.includes(query) ? (each.words.split(" ").includes(query) ? 0 : 1) : words.some((word) => word.startsWith(query)) ? 2 : 3;
  };
  const bare = (text) => text.replace(/[\s_]/g, "");
  const found = EMOJI.flatMap((each) => each.emoji).filter((each) => bare(each.words).includes(bare(query)) || each.char === query);
  return found
    .map((each) => [rank(each), each])
    .sort((a, b) => a[0] - b[0])
    .map(([, each]) => each);
}

/**
 * Opens the picker.
 * @param {Element|{x: number, y: number}} anchor
 * @param {(char: string) => void} onpick
 */
export function openEmojiPicker(anchor, onpick) {
  const back = /** @type {HTMLElement} */ (document.activeElement);
  const root = build(h("div", { class: "emoji-picker", role: "dialog", "aria-label": "Emoji picker" }));
  let query = "";
  const close = float(root, anchor, {
    side: "top",
    align: "end",
    onClose: (why) => why === "escape" && back?.focus({ preventScroll: true }),
  });

  function choose(char) {
    remember(char);
    close();
    if (back?.isConnected) back.focus({ preventScroll: true });
    onpick(char);
  }

  function groups() {
    const words = query.toLowerCase().replace(/:/g, "");
    if (words) return [{ group: "Found", emoji: search(words) }];
    const known = new Map(EMOJI.flatMap((each) => each.emoji).map((each) => [each.char, each]));
    const last = recent()
      .map((char) => known.get(char))
      .filter(Boolean);
    return last.length ? [{ group: "Last used", emoji: last }, ...EMOJI] : EMOJI;
  }

  function onkeydown(event) {
    const cells = [...root.querySelectorAll(".emoji-cell")];
    const at = cells.indexOf(document.activeElement);
    if (event.key === "Enter" && at < 0 && cells[0]) {
      event.preventDefault();
      return cells[0].click();
    }
    const step = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: COLUMNS, ArrowUp: -COLUMNS }[event.key];
    if (!step || (at < 0 && event.key !== "ArrowDown")) return;
    event.preventDefault();
    if (at < 0) cells[0]?.focus();
    else if (at + step < 0) root.querySelector("input").focus();
    else cells[Math.min(at + step, cells.length - 1)]?.focus();
  }

  function draw() {
    render(
      root,
      h(
        "div",
        { class: "emoji-inner", onkeydown },
        h("input", {
          class: "listbox-search",
          type: "search",
          "aria-label": "Search emoji",
          placeholder: "Find the perfect emoji",
          autocomplete: "off",
          oninput: (event) => ((query = event.target.value), draw()),
        }),
        h(
          "div",
          { class: "emoji-scroll", tabindex: "-1" },
          groups().map(({ group, emoji }) =>
            h(
              "section",
              { key: group, "aria-label": group },
              h("h3", null, group),
              h(
                "div",
                { class: "emoji-grid" },
                emoji.map((each) =>
                  h(
                    "button",
                    {
                      key: each.char,
                      type: "button",
                      class: "emoji-cell",
                      title: `:${each.name}:`,
                      "aria-label": each.name.replace(/_/g, " "),
                      onclick: () => choose(each.char),
                    },
                    each.char,
                  ),
                ),
              ),
              !emoji.length && h("p", { class: "listbox-empty" }, "No emoji by that name"),
            ),
          ),
        ),
      ),
    );
  }

  draw();
  root.querySelector(narrow() ? ".emoji-scroll" : "input").focus({ preventScroll: true });
}
