// The page on which a region is marked: its tools, what is kept in the browser, and what is sent.

import { Keys } from "./keys.js";
import { Mask } from "./mask.js";
import { Pointers } from "./pointers.js";
import { hearTaps } from "./taps.js";
import { View } from "./view.js";

const page = document.querySelector("#editor");
const find = (selector) => page.querySelector(selector);
const [canvas, form, prompt, size, place] = ["#canvas", "#form", "#prompt", "#size", "#place"].map(find);
const [note, trouble, share, submit] = ["#note", "#trouble", "#share", "#submit"].map(find);
const said = page.dataset;
const KEPT = `fourup-region-${said.key}`;
const ALL = 0.995;
const NOTHING = 0.0002;

const state = {
  tool: "brush",
  isHeld: false, // the space bar, beside a mouse
  isClosed: false,
  diameter: () => (Number(size.value) / 100) * 0.5 * Math.min(mask.width, mask.height),
};
const mask = new Mask(Number(said.width), Number(said.height), changed);
const view = new View(canvas, mask);
const does = {
  tool(name) {
    state.tool = name;
    canvas.dataset.tool = name;
    for (const each of page.querySelectorAll("button[data-tool]"))
      each.setAttribute("aria-pressed", String(each.dataset.tool === name));
  },
  deed(name) {
    if (name === "undo") mask.undo();
    else if (name === "redo") mask.redo();
    else if (name === "fit") view.fit();
    else if (name === "preview") preview();
    else mask.add({ kind: name });
    view.show();
  },
  size(more) {
    size.value = String(Number(size.value) + more);
  },
};

function preview() {
  view.isPreview = !view.isPreview;
  find("[data-deed=preview]").setAttribute("aria-pressed", String(view.isPreview));
}

function changed() {
  tellState();
  trouble.hidden = true;
  keep();
}

function tellState() {
  view.show();
  find("[data-deed=undo]").disabled = !mask.deeds.length;
  find("[data-deed=redo]").disabled = !mask.undone.length;
  share.textContent = mask.deeds.length ? `${Math.round(mask.share() * 100)} %` : "";
}

function keep() {
  try {
    if (mask.deeds.length) localStorage.setItem(KEPT, JSON.stringify({ deeds: mask.deeds, prompt: prompt.value }));
    else localStorage.removeItem(KEPT);
  } catch {
    // A browser that keeps nothing, or has no room: what is marked is lost with the page, as it is everywhere else.
  }
}

function restore() {
  try {
    const kept = JSON.parse(localStorage.getItem(KEPT) ?? "null");
    if (!kept?.deeds?.length) return;
    mask.restore(kept.deeds);
    prompt.value = kept.prompt || prompt.value;
    note.textContent = said.back;
  } catch {
    localStorage.removeItem(KEPT);
  }
}

function tell(sentences, cure) {
  trouble.replaceChildren(...sentences.map((each) => Object.assign(document.createElement("p"), { textContent: each })));
  if (cure) {
    const button = Object.assign(document.createElement("button"), { type: "button", textContent: cure });
    button.addEventListener("click", () => {
      prompt.value = cure;
      trouble.hidden = true;
      prompt.focus();
    });
    trouble.append(button);
  }
  trouble.hidden = false;
  note.textContent = "";
}

async function send() {
  const marked = mask.share();
  if (marked < NOTHING) return tell([said.empty]);
  if (marked > ALL) return tell([said.full]);
  submit.disabled = true;
  note.textContent = said.sending;
  trouble.hidden = true;
  const fields = new FormData();
  fields.append("prompt", prompt.value);
  fields.append("mask", await mask.toBlob(), "mask.png");
  try {
    const answer = await fetch(said.token, { method: "POST", body: fields });
    const { said: sentences, cure } = await answer.json();
    if (answer.ok) close(sentences[0]);
    else tell(sentences, cure);
  } catch {
    tell([said.offline]);
  } finally {
    submit.disabled = state.isClosed;
  }
}

/** Nothing more can be done here. */
function close(sentence, forgets = true) {
  state.isClosed = true;
  page.classList.add("closed");
  for (const each of page.querySelectorAll("button, input, select, textarea")) each.disabled = true;
  note.textContent = sentence;
  if (forgets) localStorage.removeItem(KEPT);
}

page.addEventListener("click", ({ target, detail }) => {
  const button = target.closest("button");
  if (detail && (button?.dataset.tool || button?.dataset.deed)) {
    canvas.dataset.pointed = ""; // pressed by a pointer: the keys that follow are for the picture, not for the button
    canvas.focus({ preventScroll: true });
  }
  if (button?.dataset.tool) does.tool(button.dataset.tool);
  if (button?.dataset.deed) does.deed(button.dataset.deed);
});
place.addEventListener("change", () => {
  if (place.value) mask.add({ kind: "area", name: place.value });
  place.value = "";
});
prompt.addEventListener("input", keep);
prompt.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && !event.shiftKey) {
    event.preventDefault();
    form.requestSubmit();
  }
});
form.addEventListener("submit", (event) => {
  event.preventDefault();
  if (!state.isClosed) send();
});
document.addEventListener("keydown", (event) => {
  if (event.key === " " && event.target === document.body) state.isHeld = true;
});
document.addEventListener("keyup", (event) => {
  if (event.key === " ") state.isHeld = false;
});

new Pointers(canvas, view, mask, state);
new Keys(canvas, view, mask, state, does);
hearTaps(page);
does.tool("brush");
const picture = new Image();
picture.src = said.picture;
await picture.decode().catch(() => tell([said.offline]));
view.picture = picture.naturalWidth ? picture : undefined;
tellState();
restore();
view.resize();
const left = Number(said.seconds) * 1000;
setTimeout(() => state.isClosed || (note.textContent = said.soon), Math.max(0, left - 120_000));
setTimeout(() => state.isClosed || close(said.leaving, false), left);
