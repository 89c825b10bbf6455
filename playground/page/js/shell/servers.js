/** The rail of servers. */

import { isDM } from "../core/permissions.js";
import { isUnread } from "../core/reads.js";
import { openGuild, openHome } from "../core/session.js";
import { store } from "../core/store.js";
import { cls, h, render } from "../ui/dom.js";
import { initials } from "../ui/people.js";
import { oneStop, rove } from "../ui/roving.js";

const { state } = store;
const TONES = ["#5865f2", "#a3552e", "#2b7a6b", "#8a4a9e", "#4d6a8f"];

/** @param {HTMLElement} root */
export function mountServers(root) {
  function draw() {
    const channels = [...state.channels.values()];
    const direct = channels.filter(isDM);
    render(
      root,
      h(
        "ul",
        { class: "server-list" },
        entry({
          id: "@me",
          name: "Direct Messages",
          face: home(),
          run: openHome,
          unread: direct.some(isUnread),
          mentions: count(direct),
          last: true,
        }),
        [...state.guilds.values()].map((guild, index) => {
          const own = channels.filter((each) => each.guild_id === guild.id);
          return entry({
            id: guild.id,
            name: guild.name,
            face: h("span", { class: "server-face", style: { "--tone": TONES[index % TONES.length] } }, initials(guild.name, 2)),
            run: () => openGuild(guild.id),
            unread: own.some(isUnread),
            mentions: count(own),
          });
        }),
      ),
    );
    oneStop(root, ".server", root.querySelector("[aria-current=true]"));
  }
  rove(root, ".server");
  store.watch(["guilds", "channels", "view", "messages"], draw);
  draw();
}

const count = (channels) => channels.reduce((sum, each) => sum + (state.mentions.get(each.id) ?? 0), 0);

function entry({ id, name, face, run, unread, mentions, last }) {
  const here = state.view.guildId === id;
  const note = mentions ? `, ${mentions} unread ${mentions === 1 ? "mention" : "mentions"}` : unread && !here ? ", unread messages" : "";
  return h(
    "li",
    { key: id },
    h(
      "button",
      {
        type: "button",
        class: cls("server", here && "here", unread && "unread"),
        "aria-label": `${name}${note}`,
        "aria-current": here ? "true" : undefined,
        title: name,
        onclick: run,
      },
      h("span", { class: "pill-mark", "aria-hidden": "true" }),
      face,
      mentions > 0 && h("span", { class: "badge", "aria-hidden": "true" }, mentions),
    ),
    last && h("span", { class: "rail-line", "aria-hidden": "true" }),
  );
}

function home() {
  const cell = (x, y, tone) => h("rect", { x, y, width: 8, height: 8, rx: 2.2, class: `tile tile-${tone}` });
  return h(
    "span",
    { class: "server-face home" },
    h("svg", { viewBox: "0 0 32 32", "aria-hidden": "true" }, cell(7, 7, 1), cell(17, 7, 2), cell(7, 17, 3), cell(17, 17, 4)),
  );
}
