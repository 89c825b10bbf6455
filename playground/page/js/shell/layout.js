/** Which parts show: the drawer on phones, and what stands at the right side. */

import { store } from "../core/store.js";
import { narrow } from "../ui/popover.js";

const { state } = store;
const KEY = "fourup.side";
const wide = matchMedia("(min-width: 1000px)");

/** Opens or closes the drawer with servers and channels. @param {boolean} shown */
export function setDrawer(shown) {
  state.layout.drawer = shown;
  store.changed("layout");
}

/** Shows "members", "panel" or nothing at the right side. @param {"members"|"panel"|null} side */
export function setSide(side) {
  state.layout.side = side;
  if (wide.matches) {
    try {
      localStorage.setItem(KEY, side ?? "none");
    } catch {
      return store.changed("layout");
    }
  }
  store.changed("layout");
}

function firstSide() {
  if (!wide.matches) return null;
  try {
    const kept = localStorage.getItem(KEY);
    return kept === "none" ? null : (kept ?? "members");
  } catch {
    return "members";
  }
}

/** Keeps the page's outer parts as the layout says. */
export function mountLayout() {
  const app = document.getElementById("app");
  const drawer = document.getElementById("drawer");
  const veil = document.getElementById("drawer-veil");
  const main = document.getElementById("main");
  state.layout.side = firstSide();

  function draw() {
    const { drawer: shown, side } = state.layout;
    const phone = narrow();
    const sheet = !wide.matches && Boolean(side);
    app.classList.toggle("drawer-open", shown && phone);
    drawer.inert = phone && !shown;
    main.inert = phone && shown;
    veil.hidden = !((phone && shown) || sheet);
    veil.className = sheet ? "over-main" : "";
    app.classList.toggle("sheet-open", sheet);
  }

  veil.addEventListener("click", () => (state.layout.side && !wide.matches ? setSide(null) : setDrawer(false)));
  addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || event.defaultPrevented || document.querySelector("dialog:modal")) return;
    if (state.layout.drawer && narrow()) setDrawer(false);
    else if (state.layout.side && !wide.matches) setSide(null);
  });
  addEventListener("resize", () => store.changed("layout"));
  wide.addEventListener("change", () => setSide(firstSide()));
  swipe();
  store.watch(["layout"], draw);
  store.watch(["view"], () => {
    if (state.view.channelId && narrow() && state.layout.drawer && drawer.dataset.chose) setDrawer(false);
    delete drawer.dataset.chose;
  });
  for (const [link, target] of [
    ["skip-composer", "composer"],
    ["skip-messages", "messages"],
    ["skip-channels", "channels"],
  ]) {
    document.getElementById(link).addEventListener("click", (event) => {
      event.preventDefault();
      const root = document.getElementById(target);
      (root.querySelector("textarea, .scroller, [tabindex='0']") ?? root).focus();
    });
  }
  draw();
}

/** A swipe from the left edge opens the drawer; one to the left closes it. */
function swipe() {
  let start = null;
  addEventListener(
    "touchstart",
    (event) => {
      const { clientX: x, clientY: y } = event.touches[0];
      const inScroller = event.target.closest("pre, .lightbox, .popover, dialog, .tray");
      start = narrow() && !inScroller && (x < 40 || state.layout.drawer) ? { x, y } : null;
    },
    { passive: true },
  );
  addEventListener(
    "touchend",
    (event) => {
      if (!start) return;
      const { clientX: x, clientY: y } = event.changedTouches[0];
      if (Math.abs(x - start.x) > 60 && Math.abs(y - start.y) < 60) setDrawer(x > start.x);
    },
    { passive: true },
  );
}
