/** Files on their way up: the slot is reserved, the bytes are put there, the message then names them. */

import { api } from "./api.js";

/** Makes addresses of this machine's own server relative, whichever name the page was opened by. @param {string} url */
export function local(url) {
  try {
    const parsed = new URL(url, location.href);
    const own = ["127.0.0.1", "localhost", "[::1]", location.hostname].includes(parsed.hostname);
    return own && /^\/(cdn|upload)\//.test(parsed.pathname) ? parsed.pathname + parsed.search : url;
  } catch {
    return url;
  }
}

/** @param {string} url @param {File} file @param {(sent: number) => void} progress @param {AbortSignal} [signal] */
function putFile(url, file, progress, signal) {
  return new Promise((resolve, reject) => {
    const call = new XMLHttpRequest();
    call.open("PUT", local(url));
    call.setRequestHeader("Content-Type", file.type || "application/octet-stream");
    call.upload.onprogress = (event) => progress(event.loaded);
    call.onload = () => (call.status < 300 ? resolve() : reject(new Error(`${file.name} could not be sent (${call.status}).`)));
    call.onerror = () => reject(new TypeError("connection lost"));
    call.onabort = () => reject(new DOMException("cancelled", "AbortError"));
    signal?.addEventListener("abort", () => call.abort());
    call.send(file);
  });
}

/**
 * Uploads files for a message, a command or a modal.
 * @param {string} channelId
 * @param {{file: File, spoiler?: boolean, description?: string}[]} files
 * @param {(part: number) => void} [progress]  from 0 to 1
 * @param {AbortSignal} [signal]
 * @returns {Promise<{id: string, filename: string, uploaded_filename: string}[]>}
 */
export async function upload(channelId, files, progress = () => {}, signal = undefined) {
  if (!files.length) return [];
  const named = files.map((each) => (each.spoiler ? `SPOILER_${each.file.name}` : each.file.name));
  const wanted = files.map((each, index) => ({ id: String(index), filename: named[index], file_size: each.file.size }));
  const { attachments } = await api.reserve(channelId, wanted);
  const total = files.reduce((sum, each) => sum + each.file.size, 0) || 1;
  const sent = files.map(() => 0);
  await Promise.all(
    files.map((each, index) => {
      const slot = attachments.find((one) => String(one.id) === String(index)) ?? attachments[index];
      return putFile(
        slot.upload_url,
        each.file,
        (bytes) => {
          sent[index] = bytes;
          progress(Math.min(1, sent.reduce((sum, part) => sum + part, 0) / total));
        },
        signal,
      );
    }),
  );
  return files.map((each, index) => ({
    id: String(index),
    filename: named[index],
    uploaded_filename: (attachments.find((one) => String(one.id) === String(index)) ?? attachments[index]).upload_filename,
    ...(each.description ? { description: each.description } : {}),
  }));
}

const TIERS = [10, 10, 50, 100];

/** The largest file that may be sent in a channel, in bytes. @param {any} state @param {any} channel */
export function fileLimit(state, channel) {
  return (TIERS[state.guilds.get(channel?.guild_id)?.premium_tier ?? 0] ?? 10) * 1024 * 1024;
}

/** A size for people. @param {number} bytes */
export function size(bytes) {
  if (bytes < 1024) return `${bytes} bytes`;
  const unit = bytes < 1024 * 1024 ? ["KB", 1024] : ["MB", 1024 * 1024];
  return `${(bytes / unit[1]).toFixed(2)} ${unit[0]}`;
}
