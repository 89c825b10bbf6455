/** Discord's REST interface as a member's client uses it. */

const BASE = "/api/v10";
let token = "";

/** Sets whom the requests act for. @param {string} value */
export function actAs(value) {
  token = value;
}

/** What the server refused, with Discord's code and tree of errors. */
class ApiError extends Error {
  constructor(status, body) {
    super(body?.message || `The server answered ${status}.`);
    this.status = status;
    this.code = body?.code ?? 0;
    this.errors = body?.errors ?? null;
  }

  /** Every error of the tree as `[path, sentence]`. @returns {[string, string][]} */
  get details() {
    const found = [];
    const walk = (node, path) => {
      if (Array.isArray(node?._errors)) node._errors.forEach((each) => found.push([path.join("."), each.message]));
      for (const [key, child] of Object.entries(node ?? {})) if (key !== "_errors") walk(child, [...path, key]);
    };
    walk(this.errors, []);
    return found;
  }
}

/** One sentence for people. @param {any} error */
export function sentence(error) {
  if (!(error instanceof ApiError)) {
    return error instanceof TypeError ? "The playground cannot be reached. Is it still running?" : error.message;
  }
  const known = {
    40005: "That file is larger than this server allows.",
    50007: "This member does not accept direct messages.",
    50013: "You do not have permission to do that here.",
    20028: "You are sending too fast. Wait a moment.",
    10008: "That message no longer exists.",
  };
  if (known[error.code]) return known[error.code];
  const first = error.details[0];
  return first ? `${error.message}: ${first[1]}` : error.message;
}

const pause = (ms) => new Promise((done) => setTimeout(done, ms));

/**
 * Sends a request; waits out a rate limit up to three times.
 * @param {string} method
 * @param {string} path
 * @param {any} [body]
 * @returns {Promise<any>} the answer's JSON, or null for 204
 */
async function request(method, path, body) {
  for (let attempt = 0; ; attempt++) {
    const answer = await fetch(BASE + path, {
      method,
      headers: { Authorization: token, ...(body === undefined ? {} : { "Content-Type": "application/json" }) },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    if (answer.status === 204) return null;
    const json = await answer.json().catch(() => null);
    if (answer.ok) return json;
    if (answer.status !== 429 || attempt >= 3) throw new ApiError(answer.status, json);
    await pause(Math.min((json?.retry_after ?? 1) * 1000, 10000));
  }
}

const emojiPath = (emoji) => encodeURIComponent(emoji.id ? `${emoji.name}:${emoji.id}` : emoji.name);

export const api = {
  /** @param {string} channel @param {{limit?: number, before?: string, after?: string, around?: string}} query */
  messages: (channel, query) => request("GET", `/channels/${channel}/messages?${new URLSearchParams(query)}`),
  send: (channel, body) => request("POST", `/channels/${channel}/messages`, body),
  edit: (channel, id, body) => request("PATCH", `/channels/${channel}/messages/${id}`, body),
  remove: (channel, id) => request("DELETE", `/channels/${channel}/messages/${id}`),
  react: (channel, id, emoji) => request("PUT", `/channels/${channel}/messages/${id}/reactions/${emojiPath(emoji)}/@me`),
  unreact: (channel, id, emoji) => request("DELETE", `/channels/${channel}/messages/${id}/reactions/${emojiPath(emoji)}/@me`),
  reactors: (channel, id, emoji) => request("GET", `/channels/${channel}/messages/${id}/reactions/${emojiPath(emoji)}`),
  typing: (channel) => request("POST", `/channels/${channel}/typing`, {}),
  openDM: (user) => request("POST", "/users/@me/channels", { recipient_id: user }),
  thread: (channel, message, name) =>
    request("POST", `/channels/${channel}${message ? `/messages/${message}` : ""}/threads`, {
      name,
      auto_archive_duration: 1440,
      ...(message ? {} : { type: 11 }),
    }),
  archive: (channel, archived) => request("PATCH", `/channels/${channel}`, { archived }),
  guildCommands: (guild) => request("GET", `/guilds/${guild}/application-command-index`),
  channelCommands: (channel) => request("GET", `/channels/${channel}/application-command-index`),
  reserve: (channel, files) => request("POST", `/channels/${channel}/attachments`, { files }),
  interact: (body) => request("POST", "/interactions", body),
};
