/** Which files a message may take, and the sentence for those that it may not. */

import { ATTACH_FILES, permissionsIn } from "../core/permissions.js";
import { store } from "../core/store.js";
import { fileLimit, size } from "../net/uploads.js";
import { waiting } from "./tray.js";

const { state } = store;
const MOST = 10;

/**
 * @param {any} channel
 * @param {import("./tray.js").Waiting[]} held  what waits already
 * @param {File[]} files
 * @returns {{taken: import("./tray.js").Waiting[], complaint: string|null}}
 */
export function admit(channel, held, files) {
  if (!(permissionsIn(state, channel) & ATTACH_FILES)) return { taken: [], complaint: "You do not have permission to attach files here." };
  const limit = fileLimit(state, channel);
  const large = files.find((file) => file.size > limit);
  const fitting = files.filter((file) => file.size <= limit);
  const taken = fitting.slice(0, MOST - held.length).map(waiting);
  if (large) return { taken, complaint: `${large.name} has ${size(large.size)}; files here may have up to ${size(limit)}.` };
  return { taken, complaint: taken.length < fitting.length ? `A message takes ${MOST} files.` : null };
}
