// Fingers on buttons: a tap right after a quick stroke counts too.

/**
 * Browsers take the end of a quick stroke for a fling, and a tap within the next third of a second for what stops it: no
 * click follows (seen in Chromium). So the finger that is lifted from a button is the press.
 */
export function hearTaps(page) {
  page.addEventListener("touchend", (event) => {
    const [touch] = event.changedTouches;
    const button = event.target.closest?.("button");
    const under = document.elementFromPoint(touch.clientX, touch.clientY)?.closest("button");
    if (button && button === under && !button.disabled && !event.touches.length && event.cancelable) {
      event.preventDefault(); // the browser's own click would be a second press
      button.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true, detail: 1 }));
    } else event.target.closest?.("textarea")?.focus();
  });
}
