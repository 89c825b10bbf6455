/** Sending a message: it shows at once, its files go up, and it says so when it could not be sent. */

import { api, sentence } from "../net/api.js";
import { change, drop, find, put } from "../core/history.js";
import { snowflake } from "../core/snowflake.js";
import { now, store } from "../core/store.js";
import { upload } from "../net/uploads.js";

const { state } = store;

/**
 * @param {string} channelId
 * @param {{content: string, files: {file: File, spoiler: boolean, description: string}[], replyTo: {id: string, ping: boolean}|null}} draft
 */
export async function sendMessage(channelId, { content, files, replyTo }) {
  const id = snowflake(now());
  put(standIn(id, channelId, content, files, replyTo));
  let shown = 0;
  const progress = (part) => {
    if (part - shown < 0.03 && part < 1) return;
    shown = part;
    if (find(channelId, id)) change(channelId, id, () => ({ progress: part }));
  };
  try {
    const attachments = await upload(channelId, files, progress);
    const sent = await api.send(channelId, {
      content,
      nonce: id,
      ...(attachments.length ? { attachments } : {}),
      ...(replyTo
        ? {
            message_reference: { message_id: replyTo.id, channel_id: channelId },
            allowed_mentions: { parse: ["users", "roles", "everyone"], replied_user: replyTo.ping },
          }
        : {}),
    });
    put({ nonce: id, ...sent });
  } catch (error) {
    const retry = () => {
      drop(channelId, id);
      sendMessage(channelId, { content, files, replyTo });
    };
    change(channelId, id, () => ({ local: "failed", reason: sentence(error), progress: undefined, retry }));
  }
}

function standIn(id, channelId, content, files, replyTo) {
  return {
    id,
    nonce: id,
    channel_id: channelId,
    local: "pending",
    type: replyTo ? 19 : 0,
    author: state.me,
    content,
    flags: 0,
    timestamp: new Date(now()).toISOString(),
    ...(files.length ? { progress: 0 } : {}),
    ...(replyTo ? { message_reference: { message_id: replyTo.id }, referenced_message: find(channelId, replyTo.id) } : {}),
  };
}
