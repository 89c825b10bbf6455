/** Times as people read them. */

import { now } from "../core/store.js";

const DAY = 86400000;
const clock = new Intl.DateTimeFormat(undefined, { hour: "2-digit", minute: "2-digit" });
const longDay = new Intl.DateTimeFormat(undefined, { day: "numeric", month: "long", year: "numeric" });
const shortDay = new Intl.DateTimeFormat(undefined, { dateStyle: "short" });
const full = new Intl.DateTimeFormat(undefined, { dateStyle: "full", timeStyle: "short" });
const relative = new Intl.RelativeTimeFormat("en", { numeric: "auto" });

const midnight = (time) => new Date(time).setHours(0, 0, 0, 0);

/** Whether two moments are on the same day here. @param {number} a @param {number} b */
export const sameDay = (a, b) => midnight(a) === midnight(b);
/** "14:03" @param {number} time */
export const clockTime = (time) => clock.format(time);
/** "23 November 2026" @param {number} time */
export const dayName = (time) => longDay.format(time);
/** The whole of it, for titles. @param {number} time */
export const fullTime = (time) => full.format(time);

/** As a message's header has it: the time alone for today. @param {number} time */
export function stamp(time) {
  const days = Math.round((midnight(now()) - midnight(time)) / DAY);
  if (days === 0) return clockTime(time);
  if (days === 1) return `Yesterday at ${clockTime(time)}`;
  if (days === -1) return `Tomorrow at ${clockTime(time)}`;
  return `${shortDay.format(time)}, ${clockTime(time)}`;
}

/** "in 3 minutes", "2 hours ago". @param {number} time */
function ago(time) {
  const seconds = Math.round((time - now()) / 1000);
  const steps = [
    ["year", 31536000],
    ["month", 2592000],
    ["day", 86400],
    ["hour", 3600],
    ["minute", 60],
  ];
  for (const [unit, length] of steps) if (Math.abs(seconds) >= length) return relative.format(Math.round(seconds / length), unit);
  return relative.format(seconds, "second");
}

const STYLES = {
  t: { timeStyle: "short" },
  T: { timeStyle: "medium" },
  d: { dateStyle: "short" },
  D: { dateStyle: "long" },
  f: { dateStyle: "long", timeStyle: "short" },
  F: { dateStyle: "full", timeStyle: "short" },
  s: { dateStyle: "short", timeStyle: "short" },
  S: { dateStyle: "short", timeStyle: "medium" },
};

/** A `<t:…>` in one of Discord's styles. @param {number} time @param {string} style */
function styled(time, style) {
  return style === "R" ? ago(time) : new Intl.DateTimeFormat(undefined, STYLES[style] ?? STYLES.f).format(time);
}

/**
 * A widget: a `<t:…>` that stays true as time passes. `props`: seconds, style.
 * @param {{seconds: number, style: string}} first
 */
export function timestamp(first) {
  const el = document.createElement("time");
  el.className = "timestamp";
  let props = first;
  const draw = () => {
    const time = props.seconds * 1000;
    if (!Number.isFinite(new Date(time).getTime())) return void (el.textContent = "Invalid date");
    el.dateTime = new Date(time).toISOString();
    el.title = full.format(time);
    const text = styled(time, props.style);
    if (el.textContent !== text) el.textContent = text;
  };
  draw();
  const timer = first.style === "R" ? setInterval(draw, 1000) : 0;
  return { el, update: (next) => ((props = next), draw()), destroy: () => clearInterval(timer) };
}
