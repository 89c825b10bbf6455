/** The renderer: a small keyed virtual DOM, so that an update keeps every node that it can keep. */

const SVG = "http://www.w3.org/2000/svg";
const SVG_TAGS = new Set(["svg", "path", "circle", "rect", "g", "line", "polyline", "ellipse"]);
/** What a link may lead to: the web, this server, a place in the page, a file at hand. */
const SAFE_LINK = /^(https?:|blob:|[/?#])/i;
const AS_PROPERTY = new Set(["value", "checked", "disabled", "selected", "indeterminate", "muted", "readOnly", "hidden"]);

/**
 * @typedef {object} VNode
 * @property {string|Function|null} tag  an element's name, a widget's factory, or null for text
 * @property {Record<string, any>} props
 * @property {VNode[]} children
 * @property {string} [text]
 * @property {Node} [el]
 * @property {{el: Element, update?: (props: any) => void, destroy?: () => void}} [widget]
 */

/**
 * Describes a node. A function as `tag` is a widget: it is called once with the props, gives `{el, update, destroy}`,
 * and keeps its own state while its place in the tree remains.
 * @param {string|Function} tag
 * @param {Record<string, any>|null} [props]
 * @param {...any} children  nodes, strings, numbers, nested lists; null, false and undefined are left out
 * @returns {VNode}
 */
export function h(tag, props, ...children) {
  return { tag, props: props ?? {}, children: flatten(children) };
}

function flatten(children, out = []) {
  for (const child of children) {
    if (child === null || child === undefined || child === false || child === true) continue;
    if (Array.isArray(child)) flatten(child, out);
    else if (typeof child === "object") out.push(child);
    else out.push({ tag: null, props: {}, children: [], text: String(child) });
  }
  return out;
}

/**
 * Makes `root` hold exactly `children`. A call from within (taking away the focused node blurs it) waits its turn.
 * @param {Element & {_vnodes?: VNode[], _rendering?: boolean}} root
 * @param {any} children
 */
export function render(root, children) {
  if (root._rendering) return queueMicrotask(() => render(root, children));
  const next = flatten([children]);
  root._rendering = true;
  try {
    reconcile(root, root._vnodes ?? [], next);
    root._vnodes = next;
  } finally {
    root._rendering = false;
  }
}

/** Builds a detached element from a description. @param {VNode} vnode @returns {any} */
export function build(vnode) {
  return create(vnode);
}

function create(vnode) {
  if (vnode.tag === null) return (vnode.el = document.createTextNode(vnode.text));
  if (typeof vnode.tag === "function") {
    vnode.widget = vnode.tag(vnode.props);
    return (vnode.el = vnode.widget.el);
  }
  const el = SVG_TAGS.has(vnode.tag) ? document.createElementNS(SVG, vnode.tag) : document.createElement(vnode.tag);
  vnode.el = el;
  for (const child of vnode.children) el.append(create(child));
  for (const [name, value] of Object.entries(vnode.props)) setProp(el, name, value, undefined);
  if (vnode.props.ref) vnode.props.ref(el);
  return el;
}

function keyOf(vnode, index) {
  return vnode.props.key ?? `#${index}:${typeof vnode.tag === "function" ? vnode.tag.name : vnode.tag}`;
}

function reconcile(parent, before, after) {
  const old = new Map(before.map((vnode, index) => [keyOf(vnode, index), vnode]));
  let cursor = before.length ? before[0].el : null;
  if (cursor && cursor.parentNode !== parent) cursor = null;
  const kept = new Set();
  const placed = after.map((vnode, index) => {
    const match = old.get(keyOf(vnode, index));
    if (!match || match.tag !== vnode.tag || kept.has(match)) return null;
    kept.add(match);
    return match;
  });
  for (const vnode of before) {
    if (kept.has(vnode)) continue;
    if (cursor === vnode.el) cursor = cursor.nextSibling;
    remove(vnode);
  }
  after.forEach((vnode, index) => {
    const el = placed[index] ? patch(placed[index], vnode) : create(vnode);
    if (el === cursor) cursor = cursor.nextSibling;
    else parent.insertBefore(el, cursor);
  });
}

function patch(old, vnode) {
  if (old === vnode) return vnode.el;
  const el = (vnode.el = old.el);
  if (vnode.tag === null) {
    if (old.text !== vnode.text) el.data = vnode.text;
    return el;
  }
  if (old.widget) {
    vnode.widget = old.widget;
    vnode.widget.update?.(vnode.props);
    return (vnode.el = vnode.widget.el);
  }
  reconcile(el, old.children, vnode.children);
  for (const name of Object.keys(old.props)) if (!(name in vnode.props)) setProp(el, name, undefined, old.props[name]);
  for (const [name, value] of Object.entries(vnode.props)) setProp(el, name, value, old.props[name]);
  return el;
}

function remove(vnode) {
  release(vnode);
  vnode.el.remove?.();
}

function release(vnode) {
  vnode.widget?.destroy?.();
  for (const child of vnode.children) release(child);
}

function setProp(el, name, value, old) {
  if (name === "key" || name === "ref") return;
  if (name.startsWith("on")) return setListener(el, name.slice(2), value);
  if (name === "style") return setStyle(el, value ?? {}, old ?? {});
  if (AS_PROPERTY.has(name)) {
    const wanted = value ?? (name === "value" ? "" : false);
    if (el[name] !== wanted) el[name] = wanted;
    return;
  }
  if (value === old) return;
  if (name.startsWith("aria-") && value !== undefined && value !== null) return el.setAttribute(name, String(value));
  const barred = name === "href" && !SAFE_LINK.test(String(value));
  if (value === undefined || value === null || value === false || barred) el.removeAttribute(name);
  else el.setAttribute(name, value === true ? "" : String(value));
}

function setStyle(el, value, old) {
  for (const name of Object.keys(old)) if (!(name in value)) el.style.removeProperty(name);
  for (const [name, part] of Object.entries(value)) {
    if (part !== old[name]) el.style.setProperty(name, part ?? "");
  }
}

function setListener(el, type, handler) {
  el._on ??= {};
  if (!(type in el._on)) el.addEventListener(type, (event) => el._on[type]?.call(el, event), { passive: false });
  el._on[type] = handler;
}

/**
 * Keeps a description while what it was made from stays the same, so that rendering skips it.
 * @returns {(key: string, parts: any[], make: () => VNode) => VNode}
 */
export function memo() {
  const kept = new Map();
  return (key, parts, make) => {
    const last = kept.get(key);
    if (last && last.parts.length === parts.length && last.parts.every((part, i) => part === parts[i])) return last.vnode;
    const vnode = make();
    kept.set(key, { parts, vnode });
    return vnode;
  };
}

/** Joins class names, leaving out what is falsy. @param {...any} names */
export const cls = (...names) => names.filter(Boolean).join(" ");

let serial = 0;
/** A fresh id for labels and descriptions. @param {string} prefix */
export const uid = (prefix) => `${prefix}-${++serial}`;
