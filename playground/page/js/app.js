/** The page: puts every part into its place and starts. */

import { mountComposer } from "./composer/composer.js";
import { mountDrop } from "./composer/drop.js";
import { sentence } from "./net/api.js";
import { follow } from "./net/control.js";
import { start } from "./core/session.js";
import { store } from "./core/store.js";
import { mountMessages } from "./messages/list.js";
import { mountModals } from "./modal/modal.js";
import { mountBanner } from "./shell/banner.js";
import { mountChannels } from "./shell/channels.js";
import { mountHeader } from "./shell/header.js";
import { mountLayout } from "./shell/layout.js";
import { mountMembers } from "./shell/members.js";
import { mountPanel } from "./panel/panel.js";
import { mountServers } from "./shell/servers.js";
import { mountStage } from "./shell/stage.js";
import { mountUserArea } from "./shell/user-area.js";
import { mountProfiles } from "./shell/profile.js";
import { startTheme } from "./shell/theme.js";

const place = (id) => /** @type {HTMLElement} */ (document.getElementById(id));

startTheme();
mountLayout();
mountServers(place("servers"));
mountChannels(place("channels"));
mountUserArea(place("user-area"));
mountHeader(place("chat-header"));
mountBanner(place("banner"));
mountStage(place("stage"));
mountMessages(place("messages"));
mountComposer(place("composer"));
mountMembers(place("members"));
mountPanel(place("panel"));
mountProfiles();
mountModals();
mountDrop(place("drop"));

async function begin() {
  try {
    await start();
    follow();
  } catch (error) {
    store.state.connection = { state: "reconnecting", detail: sentence(error) };
    store.changed("connection");
    setTimeout(begin, 2000);
  }
}

begin();
