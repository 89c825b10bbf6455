/** Arrow keys in lists: one stop for Tab, arrows within, Home and End, letters where wanted. */

/**
 * @param {Element} root
 * @param {string} selector  what the arrows go through
 * @param {{horizontal?: boolean, typeahead?: boolean}} [options]
 */
export function rove(root, selector, { horizontal = false, typeahead = false } = {}) {
  const [back, forward] = horizontal ? ["ArrowLeft", "ArrowRight"] : ["ArrowUp", "ArrowDown"];
  root.addEventListener("keydown", (event) => {
    const items = [...root.querySelectorAll(selector)].filter((each) => !each.disabled && each.offsetParent !== null);
    const at = items.indexOf(document.activeElement);
    if (!items.length || at < 0) return;
    const to = {
      [back]: items[at - 1] ?? (typeahead ? items.at(-1) : items[0]),
      [forward]: items[at + 1] ?? (typeahead ? items[0] : items.at(-1)),
      Home: items[0],
      End: items.at(-1),
    }[event.key];
    const typed = typeahead && event.key.length === 1 && startingWith(items, at, event.key);
    const target = to ?? typed;
    if (!target) return;
    event.preventDefault();
    target.focus();
  });
  root.addEventListener("focusin", (event) => {
    const item = event.target.closest(selector);
    if (!item || !root.contains(item)) return;
    for (const each of root.querySelectorAll(selector)) each.tabIndex = each === item ? 0 : -1;
  });
}

function startingWith(items, at, letter) {
  const order = [...items.slice(at + 1), ...items.slice(0, at + 1)];
  return order.find((each) => each.textContent.trim().toLowerCase().startsWith(letter.toLowerCase()));
}

/**
 * Keeps exactly one of a list's items in the order of Tab: the one given, else the one that had it, else the first.
 * @param {Element} root @param {string} selector @param {Element|null} [current]
 */
export function oneStop(root, selector, current = null) {
  const items = [...root.querySelectorAll(selector)];
  const chosen = current ?? items.find((each) => each === document.activeElement) ?? items.find((each) => each.tabIndex === 0) ?? items[0];
  for (const each of items) if (each.tabIndex !== (each === chosen ? 0 : -1)) each.tabIndex = each === chosen ? 0 : -1;
}
