/** The page's own icons: 24 by 24, drawn with strokes in the colour of the text. */

import { h } from "./dom.js";

const PATHS = {
  hash: "M10 3 8 21 M16 3l-2 18 M4 9h17 M3 15h17",
  hashLock: "M9 4 7 20 M14 4l-.6 5 M4 9h11 M3 15h10 M15 16h6v5h-6z M16.5 16v-2a1.5 1.5 0 0 1 3 0v2",
  warning: "M12 4 2.5 20h19z M12 10v5 M12 17.6v.2",
  thread: "M4 5h16v11h-6l-4 4v-4H4z M8 9h8 M8 12.5h5",
  megaphone: "M4 10v4h3l8 4V6l-8 4z M18 9a4 4 0 0 1 0 6",
  at: "M16 12a4 4 0 1 1-8 0 4 4 0 0 1 8 0zm0 0v1.5a2.5 2.5 0 0 0 5 0V12a9 9 0 1 0-4 7.5",
  chevronDown: "m6 9 6 6 6-6",
  chevronRight: "m9 6 6 6-6 6",
  chevronLeft: "m15 6-6 6 6 6",
  plus: "M12 5v14 M5 12h14",
  plusCircle: "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18z M12 8v8 M8 12h8",
  close: "M6 6l12 12 M18 6 6 18",
  check: "m5 12.5 5 5L19.5 7",
  members: "M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7z M2.5 20a6.5 6.5 0 0 1 13 0 M16 4.5a3.5 3.5 0 0 1 0 6.5 M18 14a6.5 6.5 0 0 1 3.5 6",
  sliders: "M4 7h9 M19 7h1 M4 17h1 M11 17h9 M16 4.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5z M8 14.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5z",
  menu: "M4 6h16 M4 12h16 M4 18h16",
  smile: "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18z M8 14a4.5 4.5 0 0 0 8 0 M9 9.2v.4 M15 9.2v.4",
  reply: "M10 6 4 12l6 6 M4 12h9a7 7 0 0 1 7 7",
  pencil: "M4 20l1-5L16 4l4 4L9 19z M14 6l4 4",
  trash: "M4 7h16 M9 7V4h6v3 M6 7l1 13h10l1-13 M10 11v5 M14 11v5",
  dots: "M5 12h.01 M12 12h.01 M19 12h.01",
  copy: "M9 9h11v11H9z M5 15H4V4h11v1",
  id: "M3 5h18v14H3z M7 9v6 M11 9v6h1.5a3 3 0 0 0 0-6z",
  apps: "M4 4h7v7H4z M13 4h7v7h-7z M4 13h7v7H4z M16.5 13.5v6 M13.5 16.5h6",
  file: "M6 3h8l4 4v14H6z M14 3v4h4",
  upload: "M12 16V4 M7 9l5-5 5 5 M4 16v4h16v-4",
  download: "M12 4v12 M7 11l5 5 5-5 M4 20h16",
  open: "M14 4h6v6 M20 4l-9 9 M18 14v6H4V6h6",
  eye: "M2 12s4-7 10-7 10 7 10 7-4 7-10 7S2 12 2 12z M12 9a3 3 0 1 0 0 6 3 3 0 0 0 0-6z",
  eyeOff: "M4 4l16 16 M9.5 5.4A10 10 0 0 1 12 5c6 0 10 7 10 7a17 17 0 0 1-3 3.6 M6 7.6A17 17 0 0 0 2 12s4 7 10 7a9.6 9.6 0 0 0 4.5-1.2",
  send: "M4 12 3.5 4.5 21 12 3.5 19.500z M4 12h8",
  bolt: "M13 3 5 14h6l-1 7 8-11h-6z",
  bot: "M5 9h14v10H5z M12 5v4 M12 4v.5 M9 13v1.5 M15 13v1.5 M2.5 13v3 M21.5 13v3",
  clock: "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18z M12 7v5l3.5 2",
  wire: "M3 8h13 M13 4l4 4-4 4 M21 16H8 M11 12l-4 4 4 4",
  user: "M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8z M4 21a8 8 0 0 1 16 0",
  refresh: "M20 11a8 8 0 0 0-14-4.500L4 9 M4 4v5h5 M4 13a8 8 0 0 0 14 4.500L20 15 M20 20v-5h-5",
  stop: "M6 6h12v12H6z",
  play: "M7 4l13 8-13 8z",
  arrowDown: "M12 4v16 M5 13l7 7 7-7",
  arrowRight: "M4 12h16 M13 5l7 7-7 7",
  sun: "M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8z M12 2v2 M12 20v2 M2 12h2 M20 12h2 M5 5l1.4 1.4 M17.6 17.6 19 19 M5 19l1.4-1.4 M17.6 6.4 19 5",
  moon: "M20 14.500A8.5 8.5 0 0 1 9.5 4 8.5 8.5 0 1 0 20 14.500z",
  zoomIn: "M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13z M15.5 15.5 21 21 M10.5 7.500v6 M7.5 10.500h6",
  zoomOut: "M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13z M15.5 15.5 21 21 M7.5 10.500h6",
  search: "M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13z M15.5 15.5 21 21",
  message: "M4 4h16v12H9l-5 4z",
  image: "M4 5h16v14H4z M4 16l5-5 4 4 3-3 4 4 M15 8.500v.2",
  slash: "M5 4h14v16H5z M14 8l-4 8",
  info: "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18z M12 11v6 M12 7.500v.2",
  archive: "M3 5h18v4H3z M5 9v11h14V9 M10 13h4",
  role: "M12 3l8 3v6c0 5-3.5 8-8 9-4.5-1-8-4-8-9V6z",
  crown: "M4 18h16 M4 15 3 7l5 4 4-6 4 6 5-4-1 8z",
};

/**
 * An icon; decoration only, so controls carry their own names.
 * @param {keyof typeof PATHS} name
 * @param {string} [className]
 */
export function icon(name, className = "") {
  return h(
    "svg",
    { class: `icon ${className}`, viewBox: "0 0 24 24", "aria-hidden": "true", focusable: "false" },
    h("path", { d: PATHS[name] }),
  );
}
