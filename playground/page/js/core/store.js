/** The store: everything the page knows, and who wants to be told when a part of it changes. */

/** @returns the state of a page that has not logged in yet */
function blank() {
  return {
    me: null,
    sessionId: null,
    connection: { state: "connecting", detail: "" },
    users: new Map(),
    guilds: new Map(),
    channels: new Map(),
    messages: new Map(),
    typing: new Map(),
    commands: new Map(),
    busy: new Map(),
    failed: new Map(),
    reads: {},
    mentions: new Map(),
    ageConfirmed: new Set(),
    view: { guildId: null, channelId: null, since: null },
    replyTo: null,
    editing: null,
    active: null,
    modal: null,
  };
}

class Store {
  state = { ...blank(), control: null, wire: [], layout: { drawer: false, side: "members" } };
  #watchers = new Map();
  #dirty = new Set();
  #queued = false;

  /** Forgets what belongs to one member; what belongs to the playground stays. */
  reset() {
    Object.assign(this.state, blank());
    this.changed("connection", "guilds", "channels", "messages", "typing", "view", "me", "commands", "reply", "editing");
  }

  /**
   * Calls `render` once, soon, after any of the topics changed.
   * @param {string[]} topics
   * @param {() => void} render
   * @returns {() => void} stops watching
   */
  watch(topics, render) {
    for (const topic of topics) {
      if (!this.#watchers.has(topic)) this.#watchers.set(topic, new Set());
      this.#watchers.get(topic).add(render);
    }
    return () => topics.forEach((topic) => this.#watchers.get(topic).delete(render));
  }

  /** Says that topics changed. @param {...string} topics */
  changed(...topics) {
    topics.forEach((topic) => this.#dirty.add(topic));
    if (this.#queued) return;
    this.#queued = true;
    queueMicrotask(() => this.#flush());
  }

  #flush() {
    this.#queued = false;
    const due = new Set();
    for (const topic of this.#dirty) this.#watchers.get(topic)?.forEach((render) => due.add(render));
    this.#dirty.clear();
    due.forEach((render) => render());
  }
}

export const store = new Store();

/** Now, by the playground's clock, in milliseconds since 1970. */
export const now = () => Date.now() + (store.state.control?.clock?.offset ?? 0);
