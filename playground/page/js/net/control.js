/** The playground's own controls: whom to act as, the bot's process, faults, the clock, the wire. */

import { store } from "../core/store.js";

const { state } = store;

async function call(method, path, body) {
  const answer = await fetch(`/control${path}`, {
    method,
    headers: body === undefined ? {} : { "Content-Type": "application/json" },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  const json = answer.status === 204 ? null : await answer.json().catch(() => null);
  if (!answer.ok) throw new Error(json?.message ?? json?.error ?? `The playground answered ${answer.status}.`);
  return json;
}

/** Notes how far the playground's clock is from this machine's, in milliseconds. */
function timed(news) {
  return news.clock ? { ...news, clock: { ...news.clock, offset: Date.parse(news.clock.now) - Date.now() } } : news;
}

/** Fetches the whole state. */
export async function refresh() {
  state.control = timed(await call("GET", "/state"));
  store.changed("control", "members");
}

export const control = {
  addFault: (fault) => call("POST", "/faults", fault),
  removeFault: (id) => call("DELETE", `/faults/${id}`),
  clearFaults: () => call("DELETE", "/faults"),
  advance: (seconds) => call("POST", "/clock", { advance: seconds }),
  bot: (what) => call("POST", "/bot", { do: what }),
  setMember: (id, change) => call("PATCH", `/members/${id}`, change),
  addMember: (name) => call("POST", "/members", { name }),
};

/**
 * Follows the playground's events while the page is in view: a browser opens six connections to a server at most,
 * and windows in the background would take them all.
 */
export function follow() {
  let source = null;
  const tend = () => {
    if (document.visibilityState === "visible") source ??= listen();
    else {
      source?.close();
      source = null;
    }
  };
  document.addEventListener("visibilitychange", tend);
  tend();
}

function listen() {
  const source = new EventSource("/control/events");
  source.addEventListener("state", (event) => {
    state.control = { ...state.control, ...timed(JSON.parse(event.data)) };
    store.changed("control", "members");
  });
  source.addEventListener("exchange", (event) => {
    state.wire = [{ ...JSON.parse(event.data), key: event.lastEventId || crypto.randomUUID?.() || Math.random() }, ...state.wire].slice(
      0,
      200,
    );
    store.changed("wire");
  });
  source.onopen = () => refresh().catch(() => {});
  return source;
}
