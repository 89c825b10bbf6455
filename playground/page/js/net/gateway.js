/** The gateway: one live connection with heartbeat, resume, and calm reconnecting. */

const OP = { DISPATCH: 0, HEARTBEAT: 1, IDENTIFY: 2, RESUME: 6, RECONNECT: 7, INVALID: 9, HELLO: 10, ACK: 11 };
const FINAL = new Set([4004, 4010, 4011, 4012, 4013, 4014]);

const LOOPBACK = new Set(["127.0.0.1", "localhost", "[::1]"]);

/** The same server by the name that the page was opened with: another name would be another origin. @param {string} address */
function own(address) {
  const url = new URL(address);
  if (LOOPBACK.has(url.hostname) && LOOPBACK.has(location.hostname)) url.host = location.host;
  return url.href;
}

export class Gateway {
  #socket = null;
  #seq = null;
  #session = null;
  #resumeUrl = null;
  #beat = null;
  #answered = true;
  #retry = null;
  #attempt = 0;
  #closed = false;

  /**
   * @param {string} token
   * @param {{dispatch: (type: string, data: any) => void, status: (state: string, detail: string) => void}} on
   */
  constructor(token, on) {
    this.token = token;
    this.on = on;
    this.wake = () => document.visibilityState === "visible" && this.#hurry();
    addEventListener("online", this.wake);
    document.addEventListener("visibilitychange", this.wake);
  }

  /** Opens a socket: to the session's own address when there is one to resume. */
  connect() {
    const scheme = location.protocol === "https:" ? "wss:" : "ws:";
    const base = this.#session && this.#resumeUrl ? own(this.#resumeUrl) : `${scheme}//${location.host}/gateway`;
    const socket = new WebSocket(`${base.replace(/\/$/, "")}${base.includes("?") ? "&" : "?"}v=10&encoding=json`);
    this.#socket = socket;
    socket.onmessage = (event) => socket === this.#socket && this.#receive(JSON.parse(event.data));
    socket.onclose = (event) => socket === this.#socket && this.#lost(event.code);
  }

  /** Ends the connection for good. */
  close() {
    this.#closed = true;
    removeEventListener("online", this.wake);
    document.removeEventListener("visibilitychange", this.wake);
    clearTimeout(this.#retry);
    clearTimeout(this.#beat);
    this.#socket?.close(1000);
  }

  #send(op, d) {
    if (this.#socket.readyState === WebSocket.OPEN) this.#socket.send(JSON.stringify({ op, d }));
  }

  #receive({ op, d, s, t }) {
    if (s !== null && s !== undefined) this.#seq = s;
    if (op === OP.DISPATCH) this.#dispatch(t, d);
    else if (op === OP.HELLO) this.#hello(d.heartbeat_interval);
    else if (op === OP.ACK) this.#answered = true;
    else if (op === OP.HEARTBEAT) this.#send(OP.HEARTBEAT, this.#seq);
    else if (op === OP.RECONNECT) this.#socket.close(4900);
    else if (op === OP.INVALID) this.#invalid(d);
  }

  #dispatch(type, data) {
    if (type === "READY") {
      this.#session = data.session_id;
      this.#resumeUrl = data.resume_gateway_url;
    }
    if (type === "READY" || type === "RESUMED") {
      this.#attempt = 0;
      this.on.status("ready", "");
    }
    this.on.dispatch(type, data);
  }

  #hello(interval) {
    this.#answered = true;
    clearTimeout(this.#beat);
    this.#beat = setTimeout(() => this.#heartbeat(interval), interval * Math.random());
    if (this.#session) this.#send(OP.RESUME, { token: this.token, session_id: this.#session, seq: this.#seq });
    else this.#identify();
  }

  #identify() {
    this.#send(OP.IDENTIFY, {
      token: this.token,
      capabilities: 0,
      properties: { os: navigator.platform || "web", browser: "Fourup playground", device: "" },
      compress: false,
    });
  }

  #heartbeat(interval) {
    if (!this.#answered) return this.#socket.close(4900);
    this.#answered = false;
    this.#send(OP.HEARTBEAT, this.#seq);
    this.#beat = setTimeout(() => this.#heartbeat(interval), interval);
  }

  #invalid(resumable) {
    if (!resumable) {
      this.#session = null;
      this.#seq = null;
    }
    this.#retry = setTimeout(() => this.#socket.close(4900), 250);
  }

  #lost(code) {
    clearTimeout(this.#beat);
    clearTimeout(this.#retry);
    if (this.#closed) return;
    if (FINAL.has(code)) return this.on.status("refused", "The playground did not accept this member. Reload the page.");
    if (code === 4007 || code === 4009) this.#session = null;
    const wait = this.#attempt === 0 ? 50 : Math.min(250 * 2 ** this.#attempt, 4000) * (0.75 + Math.random() / 2);
    this.#attempt += 1;
    if (this.#attempt > 1) this.on.status("reconnecting", `Trying again in ${Math.max(1, Math.round(wait / 1000))} s.`);
    this.#retry = setTimeout(() => this.connect(), wait);
  }

  #hurry() {
    if (this.#closed || this.#socket?.readyState !== WebSocket.CLOSED) return;
    clearTimeout(this.#retry);
    this.connect();
  }
}
