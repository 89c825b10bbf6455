/** Dark, light, or as the system has it. */

import { store } from "../core/store.js";

const KEY = "fourup.theme";
const wantsLight = matchMedia("(prefers-color-scheme: light)");

function chosen() {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

/** The theme that shows now. @returns {"dark"|"light"} */
export const theme = () => /** @type {any} */ (chosen() ?? (wantsLight.matches ? "light" : "dark"));

function apply() {
  document.documentElement.dataset.theme = theme();
  document.querySelector("meta[name=theme-color]").setAttribute("content", theme() === "dark" ? "#121214" : "#f3f3f4");
}

/** Applies the theme, now and whenever the system's changes. */
export function startTheme() {
  apply();
  wantsLight.addEventListener("change", () => {
    apply();
    store.changed("members");
  });
}

/** Changes to the other theme and remembers it. */
export function switchTheme() {
  try {
    localStorage.setItem(KEY, theme() === "dark" ? "light" : "dark");
  } catch {
    document.documentElement.dataset.theme = theme() === "dark" ? "light" : "dark";
    return;
  }
  apply();
  store.changed("members");
}
