/** Discord's markdown: text in, a tree of plain objects out. Nothing here touches the page. */

/**
 * @typedef {{kind: string, text?: string, children?: Node[], [more: string]: any}} Node
 */

const FENCE = /```(?:([\w+#.-]{0,20})\n)?([\s\S]*?)```/y;
const LINE = {
  heading: /^(#{1,3}) +(\S.*)$/,
  subtext: /^-# +(\S.*)$/,
  bullet: /^( *)([-*]|\d{1,9}\.) +(\S.*)$/,
};

/** Reads a message's text. @param {string} text @returns {Node[]} */
export function parse(text) {
  return blocks(text.replace(/\r\n?/g, "\n"), 0);
}

function blocks(text, depth) {
  const out = [];
  let plain = "";
  let at = 0;
  const flush = (beforeBlock = false) => {
    const run = beforeBlock ? plain.replace(/\n$/, "") : plain;
    if (run) out.push(...inline(run));
    plain = "";
  };
  while (at < text.length) {
    const atLineStart = at === 0 || text[at - 1] === "\n";
    const block = atLineStart ? lineBlock(text, at, depth) : null;
    if (block) {
      flush(true);
      out.push(block.node);
      at = block.end;
      continue;
    }
    const newline = text.indexOf("\n", at);
    const stop = newline < 0 ? text.length : newline + 1;
    const fence = nextFence(text, at, stop);
    if (fence) {
      plain += text.slice(at, fence.start);
      flush(true);
      out.push(fence.node);
      at = fence.end;
    } else {
      plain += text.slice(at, stop);
      at = stop;
    }
  }
  flush();
  return out;
}

function nextFence(text, from, to) {
  const start = text.indexOf("```", from);
  if (start < 0 || start >= to) return null;
  FENCE.lastIndex = start;
  const found = FENCE.exec(text);
  if (!found || !found[2].trim()) return null;
  const end = FENCE.lastIndex + (text[FENCE.lastIndex] === "\n" ? 1 : 0);
  const code = found[2].replace(/^\n+|\n+$/g, "");
  return { start, end, node: { kind: "block", language: found[1] ?? "", text: code } };
}

function lineBlock(text, at, depth) {
  const newline = text.indexOf("\n", at);
  const lineEnd = newline < 0 ? text.length : newline;
  const next = Math.min(lineEnd + 1, text.length);
  const line = text.slice(at, lineEnd);
  if (depth === 0 && /^>>> ?\S?/.test(line) && line.startsWith(">>> ")) {
    return { node: { kind: "quote", children: blocks(text.slice(at + 4), 1) }, end: text.length };
  }
  if (depth === 0 && line.startsWith("> ")) return quote(text, at);
  const heading = LINE.heading.exec(line);
  if (heading) return { node: { kind: "heading", level: heading[1].length, children: inline(heading[2]) }, end: next };
  const subtext = LINE.subtext.exec(line);
  if (subtext) return { node: { kind: "subtext", children: inline(subtext[1]) }, end: next };
  return LINE.bullet.test(line) ? list(text, at) : null;
}

function takeLines(text, at, test) {
  const lines = [];
  let end = at;
  while (end < text.length) {
    const newline = text.indexOf("\n", end);
    const stop = newline < 0 ? text.length : newline;
    const line = text.slice(end, stop);
    if (!test(line)) break;
    lines.push(line);
    end = Math.min(stop + 1, text.length);
  }
  return { lines, end };
}

function quote(text, at) {
  const { lines, end } = takeLines(text, at, (line) => line.startsWith("> ") || line === ">");
  return { node: { kind: "quote", children: blocks(lines.map((line) => line.slice(2)).join("\n"), 1) }, end };
}

/** One list: it ends where a line of its own depth has the other kind of mark. */
function list(text, at) {
  const [, depth, mark] = LINE.bullet.exec(text.slice(at).split("\n", 1)[0]);
  const { lines, end } = takeLines(text, at, (line) => {
    const found = LINE.bullet.exec(line);
    return found && (found[1].length > depth.length + 1 || /\d/.test(found[2]) === /\d/.test(mark));
  });
  const items = lines.map((line) => {
    const [, indent, mark, rest] = LINE.bullet.exec(line);
    return { indent: Math.min(10, Math.floor(indent.length / 2)), ordered: /\d/.test(mark), number: parseInt(mark, 10) || 1, rest };
  });
  return { node: nest(items, items[0].indent), end };
}

function nest(items, indent) {
  const root = { kind: "list", ordered: items[0].ordered, start: items[0].number, children: [] };
  for (let index = 0; index < items.length; index++) {
    if (items[index].indent <= indent || !root.children.length) {
      root.children.push({ kind: "item", children: inline(items[index].rest) });
      continue;
    }
    const from = index;
    while (index + 1 < items.length && items[index + 1].indent > indent) index += 1;
    root.children.at(-1).children.push(nest(items.slice(from, index + 1), items[from].indent));
  }
  return root;
}

const URL_TEXT = /https?:\/\/[^\s<>]+/y;
const wrap = (kind) => (found) => ({ kind, children: inline(found[1]) });

/** @type {[RegExp, (found: RegExpExecArray) => Node | null][]} */
const RULES = [
  [/\\([^\sA-Za-z0-9])/y, (found) => ({ kind: "text", text: found[1] })],
  [/(`{1,2})((?:[^`]|`(?!\1))+?|[^`]+)\1(?!`)/y, (found) => ({ kind: "code", text: found[2] })],
  [/<@!?(\d{1,20})>/y, (found) => ({ kind: "user", id: found[1] })],
  [/<@&(\d{1,20})>/y, (found) => ({ kind: "role", id: found[1] })],
  [/<#(\d{1,20})>/y, (found) => ({ kind: "channel", id: found[1] })],
  [/<\/([-_ \p{L}\p{N}]{1,100}):(\d{1,20})>/uy, (found) => ({ kind: "command", name: found[1], id: found[2] })],
  [/<(a?):(\w{2,32}):(\d{1,20})>/y, (found) => ({ kind: "emoji", animated: Boolean(found[1]), name: found[2], id: found[3] })],
  [/<t:(-?\d{1,17})(?::([tTdDfFsSR]))?>/y, (found) => ({ kind: "time", seconds: Number(found[1]), style: found[2] ?? "f" })],
  [/<(https?:\/\/[^\s<>]+)>/y, (found) => ({ kind: "link", url: found[1], children: [{ kind: "text", text: found[1] }] })],
  [/\[((?:\\.|[^[\]\\]|\[[^[\]]*\])+)\]\(<?(https?:\/\/[^\s<>)]+(?:\([^\s<>)]*\)[^\s<>)]*)*)>?(?: +"([^"]*)")?\)/y, masked],
  [/@(everyone|here)\b/y, (found) => ({ kind: "everyone", text: `@${found[1]}` })],
  [/\*\*((?:\\[\s\S]|[^\\])+?)\*\*(?!\*)/y, wrap("bold")],
  [/__((?:\\[\s\S]|[^\\])+?)__(?!_)/y, wrap("underline")],
  [/\*(?![\s*])((?:\\[\s\S]|\*\*[^*]+\*\*|[^*\\])+?)(?<!\s)\*(?!\*)/y, wrap("italic")],
  [/(?<![\p{L}\p{N}_])_((?:\\[\s\S]|__[^_]+__|[^_\\])+?)_(?![\p{L}\p{N}_])/uy, wrap("italic")],
  [/~~((?:\\[\s\S]|[^\\])+?)~~(?!~)/y, wrap("strike")],
  [/\|\|([\s\S]+?)\|\|/y, wrap("spoiler")],
];

function masked(found) {
  const label = inline(found[1]);
  return label.some(hasLink) ? null : { kind: "link", url: found[2], title: found[3], children: label };
}

const hasLink = (node) => node.kind === "link" || (node.children ?? []).some(hasLink);
const STARTS = /[\\`<[@*_~|h]/;

/** Reads text within a line or paragraph. @param {string} text @returns {Node[]} */
export function inline(text) {
  const out = [];
  let plain = "";
  const push = (node) => {
    if (node.kind === "text") return void (plain += node.text);
    if (plain) out.push({ kind: "text", text: plain });
    plain = "";
    out.push(node);
  };
  for (let at = 0; at < text.length;) {
    const found = STARTS.test(text[at]) ? match(text, at) : null;
    if (found) {
      push(found.node);
      at = found.end;
    } else {
      plain += text[at];
      at += 1;
    }
  }
  if (plain) out.push({ kind: "text", text: plain });
  return out;
}

function match(text, at) {
  if (text[at] === "h") return bareLink(text, at);
  for (const [rule, make] of RULES) {
    rule.lastIndex = at;
    const found = rule.exec(text);
    const node = found && make(found);
    if (node) return { node, end: at + found[0].length };
  }
  return null;
}

function bareLink(text, at) {
  URL_TEXT.lastIndex = at;
  const found = URL_TEXT.exec(text);
  if (!found) return null;
  let url = found[0].replace(/[.,:;"'!?*_~|\]]+$/, "");
  while (url.endsWith(")") && url.split(")").length > url.split("(").length) url = url.slice(0, -1);
  return url.length > 8 ? { node: { kind: "link", url, children: [{ kind: "text", text: url }] }, end: at + url.length } : null;
}
