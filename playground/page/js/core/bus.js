/** Wishes that one part of the page has of another, by name, so that neither imports the other. */

const listeners = new Map();

/** @param {"jump"|"to-newest"|"profile"|"command"|"insert"|"mention"|"menu"|"drop"|"focus-composer"} name @param {(detail: any) => void} listener */
export function on(name, listener) {
  listeners.set(name, listener);
}

/** @param {string} name @param {any} [detail] */
export function wish(name, detail) {
  listeners.get(name)?.(detail);
}
