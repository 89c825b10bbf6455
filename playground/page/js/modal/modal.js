/** Modals: what an application asks, filled in, checked, and handed in. */

import { submitModal } from "../net/interactions.js";
import { sentence } from "../net/api.js";
import { store } from "../core/store.js";
import { upload } from "../net/uploads.js";
import { markdown } from "../text/render.js";
import { h, render, uid } from "../ui/dom.js";
import { openDialog } from "../ui/dialog.js";
import { icon } from "../ui/icons.js";
import { KIND, answer, bounds, control, problem, startValue } from "./fields.js";

const { state } = store;

/** Opens what the store's `modal` holds, whenever one comes. */
export function mountModals() {
  store.watch(["modal"], () => {
    const modal = state.modal;
    state.modal = null;
    if (modal) openModal(modal);
  });
}

/** @param {any} modal  what INTERACTION_MODAL_CREATE gave */
function openModal(modal) {
  const channelId = modal.channel_id ?? state.view.channelId;
  const form = uid("modal");
  const fields = new Map();
  let failure = null;
  let busy = false;
  for (const each of inputs(modal.components))
    fields.set(each.custom_id, { component: each, value: startValue(each), error: null, id: uid("field") });

  const body = document.createElement("div");
  const foot = document.createElement("div");
  foot.className = "modal-buttons";
  const dialog = openDialog({
    title: modal.title,
    className: "modal",
    body: h(() => ({ el: body })),
    footer: h(() => ({ el: foot })),
    onCancel: () => !busy,
  });

  body.addEventListener("paste", (event) => {
    const files = [...(event.clipboardData?.files ?? [])];
    const field = [...fields.values()].find((each) => each.component.type === KIND.FILES);
    if (!files.length || !field) return;
    event.preventDefault();
    change(field, [...field.value, ...files].slice(0, bounds(field.component)[1]));
  });

  function draw() {
    render(
      body,
      h(
        "form",
        { id: form, class: "modal-form", novalidate: true, onsubmit: submit },
        h(
          "p",
          { class: "modal-from" },
          icon("bot"),
          `This form goes to ${modal.application?.name ?? "the application"}. Never share passwords.`,
        ),
        failure && h("p", { class: "form-failure", role: "alert" }, icon("warning"), failure),
        modal.components.map((each, index) => part(each, index)),
      ),
    );
    render(foot, [
      h("button", { type: "button", class: "button plain", disabled: busy, onclick: dialog.close }, "Cancel"),
      h(
        "button",
        { type: "submit", form, class: busy ? "button blurple busy" : "button blurple", "aria-busy": busy ? true : undefined },
        h("span", { class: "button-face" }, "Submit"),
        busy && h("span", { class: "dots", "aria-hidden": "true" }, h("i"), h("i"), h("i")),
      ),
    ]);
  }

  function part(component, index) {
    if (component.type === KIND.TEXT)
      return h(
        "div",
        { key: index, class: "modal-text" },
        markdown(component.content, { guildId: state.channels.get(channelId)?.guild_id }),
      );
    if (component.type === KIND.LABEL) return labelled(component.component, component.label, component.description, index);
    return (component.components ?? []).map((each) => labelled(each, each.label ?? "", null, `${index}-${each.custom_id}`));
  }

  function labelled(component, label, description, key) {
    const field = fields.get(component.custom_id);
    const hint = description ? `${field.id}-hint` : "";
    const wrong = field.error ? `${field.id}-error` : "";
    const required = component.required !== false && component.type !== KIND.CHECK;
    const group = [KIND.RADIO, KIND.CHECKS, KIND.CHECK].includes(component.type);
    const title = [label, required && h("span", { class: "star", "aria-hidden": "true" }, " *")];
    return h(
      "div",
      { key, class: "modal-field" },
      component.type === KIND.CHECK
        ? null
        : group
          ? h("span", { class: "field-label" }, title)
          : h("label", { class: "field-label", for: field.id }, title),
      description && component.type !== KIND.CHECK && h("p", { id: hint, class: "field-hint" }, description),
      control(component, {
        ...field,
        label,
        description,
        channelId,
        invalid: Boolean(field.error),
        describedby: [hint, wrong].filter(Boolean).join(" ") || undefined,
        set: (value) => change(field, value),
      }),
      field.error && h("p", { id: wrong, class: "field-error", role: "alert" }, field.error),
    );
  }

  function change(field, value) {
    field.value = value;
    if (field.error) field.error = problem(field.component, value, state.channels.get(channelId));
    draw();
  }

  async function submit(event) {
    event.preventDefault();
    if (busy) return;
    for (const field of fields.values()) field.error = problem(field.component, field.value, state.channels.get(channelId));
    const wrong = [...fields.values()].find((field) => field.error);
    failure = null;
    busy = !wrong;
    draw();
    if (wrong) return document.getElementById(wrong.id)?.focus();
    try {
      failure = await handIn();
    } catch (error) {
      failure = sentence(error);
    }
    busy = false;
    if (failure === null) dialog.close();
    else draw();
  }

  async function handIn() {
    const files = [...fields.values()].filter((field) => field.component.type === KIND.FILES).flatMap((field) => field.value);
    const attachments = await upload(
      channelId,
      files.map((file) => ({ file })),
    );
    const give = (component) => answer(component, fields.get(component.custom_id).value, (file) => String(files.indexOf(file)));
    const components = modal.components
      .filter((each) => each.type !== KIND.TEXT)
      .map((each) => {
        const head = { type: each.type, ...(each.id !== undefined ? { id: each.id } : {}) };
        return each.type === KIND.LABEL ? { ...head, component: give(each.component) } : { ...head, components: each.components.map(give) };
      });
    return submitModal({ ...modal, channel_id: channelId }, components, attachments);
  }

  draw();
  const first = dialog.el.querySelector(".modal-form input:not([type=file]), .modal-form textarea, .modal-form [role=combobox]");
  first?.focus();
  if (first?.matches(".text-input")) first.setSelectionRange(first.value.length, first.value.length);
}

const inputs = (components) =>
  components.flatMap((each) => (each.type === KIND.LABEL ? [each.component] : each.type === KIND.ROW ? each.components : []));
