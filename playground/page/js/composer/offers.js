/** What is offered while one writes: commands after a slash, else members, channels and emoji at the caret. */

import { asSuggestions, exact, leaves, matching } from "../command/slash.js";
import { store } from "../core/store.js";
import { commandsLoaded } from "../net/commands.js";
import { completions } from "./completions.js";

const { state } = store;

/**
 * @param {{suggest: any, area: () => HTMLTextAreaElement|null, draft: () => any, write: (text: string, caret?: number) => void,
 *   begin: (leaf: any, rest?: string) => void}} composer
 */
export function createOffers({ suggest, area, draft, write, begin }) {
  let quiet = false;

  function offer() {
    const input = area();
    if (!input || quiet || document.activeElement !== input) return suggest.hide();
    const before = input.value.slice(0, input.selectionStart);
    if (/^\/[^\n]*$/.test(input.value)) return offerCommands(input.value.slice(1));
    const found = completions(before, state.channels.get(state.view.channelId));
    if (!found) return suggest.hide();
    suggest.show({
      label: found.label,
      options: found.options,
      keep: true,
      onpick: (option) => complete(found.from, before.length, option.value),
    });
  }

  function offerCommands(typed) {
    const all = leaves(state.view.channelId);
    const whole = exact(all, typed);
    if (whole && typed.length > whole.leaf.name.length) {
      const longer = all.some(
        (each) =>
          each.name.startsWith(`${typed.trimEnd().toLowerCase()} `) || (each !== whole.leaf && each.name.startsWith(typed.toLowerCase())),
      );
      if (!longer) return begin(whole.leaf, whole.rest);
    }
    const options = asSuggestions(matching(all, typed));
    const none = commandsLoaded(state.view.channelId) ? (typed ? null : "No command may be used here.") : "Looking for commands…";
    if (!options.length && !none) return suggest.hide();
    suggest.show({ label: "Commands", options, note: options.length ? undefined : none, onpick: (option) => begin(option.value) });
  }

  function complete(from, to, { shown, raw }) {
    const input = area();
    if (shown !== raw) draft().chosen.set(shown, raw);
    const text = `${input.value.slice(0, from)}${shown} ${input.value.slice(to)}`;
    write(text, from + shown.length + 1);
    suggest.hide();
  }

  return {
    offer,
    /** Offers nothing more until something else is typed. */
    hush: () => (quiet = true),
    speak: () => (quiet = false),
  };
}
