/** Interactions: commands, presses, choices, modals and autocomplete, from the first request to what came of it. */

import { api, sentence } from "./api.js";
import { change, drop, history, put } from "../core/history.js";
import { snowflake } from "../core/snowflake.js";
import { now, store } from "../core/store.js";

const { state } = store;
/** @type {Map<string, {done: (how: string, data?: any) => void}>} by nonce */
const waiting = new Map();
const byId = new Map();
const GIVE_UP = 20000;

function envelope(type, channelId, applicationId, data) {
  const guildId = state.channels.get(channelId)?.guild_id;
  return {
    type,
    application_id: applicationId,
    ...(guildId ? { guild_id: guildId } : {}),
    channel_id: channelId,
    session_id: state.sessionId,
    nonce: snowflake(),
    data,
  };
}

function send(body, done) {
  const settle = (how, data) => {
    clearTimeout(timer);
    waiting.delete(body.nonce);
    done(how, data);
  };
  const timer = setTimeout(() => settle("failure"), GIVE_UP);
  waiting.set(body.nonce, { done: settle });
  api.interact(body).catch((error) => settle("refused", error));
  return body.nonce;
}

/**
 * Takes the gateway's events about interactions.
 * @param {string} type
 * @param {any} data
 * @returns {boolean} whether it was one
 */
export function interactionEvent(type, data) {
  if (type === "INTERACTION_CREATE") {
    byId.set(data.id, data.nonce);
    return true;
  }
  const entry = waiting.get(data?.nonce ?? byId.get(data?.id));
  if (type === "INTERACTION_SUCCESS") entry?.done("success", data);
  else if (type === "INTERACTION_FAILURE") entry?.done("failure", data);
  else if (type === "APPLICATION_COMMAND_AUTOCOMPLETE_RESPONSE") entry?.done("choices", data.choices);
  else if (type === "INTERACTION_MODAL_CREATE") {
    if (!entry) return true;
    entry.done("modal", data);
    state.modal = data;
    store.changed("modal");
  } else return false;
  return true;
}

function standIn(channelId, command, name) {
  const id = snowflake(now());
  const bot = botUser(command.application_id) ?? { id: command.application_id, username: command.application, bot: true };
  return {
    id,
    screenKey: id,
    channel_id: channelId,
    local: "pending",
    type: command.type === 1 ? 20 : 23,
    author: bot,
    content: "",
    flags: 0,
    timestamp: new Date(now()).toISOString(),
    interaction_metadata: { id, type: 2, user: state.me, name, command_type: command.type },
  };
}

/** The user behind an application, as far as it is known. @param {string} applicationId */
export function botUser(applicationId) {
  const control = state.control;
  if (control?.application_id === applicationId && state.users.has(control.bot.user_id)) return state.users.get(control.bot.user_id);
  return state.users.get(applicationId) ?? null;
}

/**
 * Sends a command. A stand-in line shows in the channel until the answer comes, and says so when none does.
 * @param {string} channelId
 * @param {any} command  from the command index
 * @param {{name?: string, options?: any[], attachments?: any[], target?: string}} use
 */
export function useCommand(channelId, command, use) {
  const body = envelope(2, channelId, command.application_id, {
    id: command.id,
    version: command.version,
    name: command.name,
    type: command.type,
    ...(command.type === 1 ? { options: use.options ?? [], attachments: use.attachments ?? [] } : { target_id: use.target }),
  });
  const line = standIn(channelId, command, use.name ?? command.name);
  put({ ...line, nonce: body.nonce });
  send(body, (how, error) => {
    if (how === "success") setTimeout(() => clearStandIn(channelId, line.id), 600);
    else if (how === "modal") clearStandIn(channelId, line.id);
    else {
      const reason = how === "refused" ? sentence(error) : "The application did not respond";
      change(channelId, line.id, () => ({ local: "failed", reason, flags: 64 }));
    }
  });
}

function clearStandIn(channelId, id) {
  if (history(channelId).items.some((each) => each.id === id && each.local)) drop(channelId, id);
}

/**
 * Asks the application for suggestions.
 * @param {string} channelId
 * @param {any} command
 * @param {any[]} options  with `focused: true` on the one being typed
 * @returns {Promise<{name: string, value: any}[] | null>} null when it did not answer
 */
export function autocomplete(channelId, command, options) {
  const data = { id: command.id, version: command.version, name: command.name, type: 1, options };
  return new Promise((resolve) => {
    send(envelope(4, channelId, command.application_id, data), (how, choices) => resolve(how === "choices" ? choices : null));
  });
}

/**
 * Presses a button or hands in what was chosen in a select.
 * @param {any} message
 * @param {any} component
 * @param {string[]} [values]
 */
export function act(message, component, values) {
  const key = `${message.id}:${component.custom_id}`;
  if (state.busy.has(key)) return;
  state.busy.set(key, true);
  state.failed.delete(message.id);
  const data = { component_type: component.type, custom_id: component.custom_id, ...(values ? { values } : {}) };
  const body = envelope(3, message.channel_id, message.application_id ?? message.author.id, data);
  send({ ...body, message_id: message.id, message_flags: message.flags ?? 0 }, (how, error) => {
    state.busy.delete(key);
    if (how === "failure") state.failed.set(message.id, "This interaction failed");
    if (how === "refused") state.failed.set(message.id, sentence(error));
    store.changed("messages");
  });
  store.changed("messages");
}

/**
 * Hands in a modal.
 * @param {any} modal  what INTERACTION_MODAL_CREATE gave
 * @param {any[]} components
 * @param {any[]} attachments
 * @returns {Promise<string|null>} null when it was taken, else the reason
 */
export function submitModal(modal, components, attachments) {
  const applicationId = modal.application?.id ?? modal.application_id;
  const data = { id: modal.id, custom_id: modal.custom_id, components, ...(attachments.length ? { attachments } : {}) };
  return new Promise((resolve) => {
    send(envelope(5, modal.channel_id ?? state.view.channelId, applicationId, data), (how, error) => {
      if (how === "failure") resolve("Something went wrong. Try again.");
      else resolve(how === "refused" ? sentence(error) : null);
    });
  });
}
