/** What is offered while an option is filled in: from the page's own knowledge, or from the bot as one types. */

import { store } from "../core/store.js";
import { autocomplete } from "../net/interactions.js";
import { fileLimit } from "../net/uploads.js";
import { h } from "../ui/dom.js";
import { TYPE, isEmpty, kindWords, mustChoose, nested, offered, reading, typedValue } from "./field.js";

const { state } = store;
const DEBOUNCE = 250;

/**
 * @param {{root: HTMLElement, leaf: import("./slash.js").Leaf, channelId: string, suggest: any, fields: () => import("./field.js").Field[],
 *   take: (field: any, option: any, how: string) => void}} form
 */
export function createOptionOffers({ root, leaf, channelId, suggest, fields, take }) {
  let current = null;
  let timer = 0;
  let asked = 0;
  const channel = () => state.channels.get(channelId);

  function offer(field, fresh = false) {
    current = field;
    clearTimeout(timer);
    const { option } = field;
    const head = [
      h("strong", null, option.name),
      option.description !== "…" && h("span", null, option.description),
      h("small", null, kindWords(option)),
    ];
    const label = `Options for ${option.name}`;
    const show = (options, note, keep = false) =>
      suggest.show({
        label,
        head,
        options,
        note,
        keep,
        active: mustChoose(option) && options.length && field.value === null ? 0 : -1,
        onpick: (each, how) => take(field, each, how),
      });
    if (option.autocomplete) {
      if (fresh) show([], "Loading options…");
      timer = setTimeout(() => ask(field, show), fresh ? 0 : DEBOUNCE);
    } else show(offered(option, channel(), field.value === null ? field.text : ""), field.error ? null : undefined);
  }

  async function ask(field, show) {
    const turn = ++asked;
    const found = await autocomplete(channelId, leaf.command, nested(leaf.path, sent(field)));
    if (turn !== asked || current !== field || !root.isConnected) return;
    if (!found) return show([], "Loading options failed.");
    show(
      found.map((each) => ({ value: each.value, label: each.name })),
      found.length ? undefined : "No options match your search.",
    );
  }

  /** What the bot is told while one types: the others as far as they are right, this one as it stands. */
  function sent(focused) {
    return fields()
      .filter((field) => field === focused || (!isEmpty(field) && field.option.type !== TYPE.ATTACHMENT))
      .flatMap((field) => {
        const head = { type: field.option.type, name: field.option.name };
        if (field === focused) return [{ ...head, value: typedValue(field), focused: true }];
        const { value, error } = reading(field, channel(), fileLimit(state, channel()));
        return error ? [] : [{ ...head, value }];
      });
  }

  return {
    offer,
    /** Whether the caret is in this option. */
    isCurrent: (field) => current === field,
    /** An answer still on its way comes too late. */
    settle: () => (asked += 1),
    leave() {
      clearTimeout(timer);
      current = null;
      suggest.hide();
    },
  };
}
