// The keyboard: a key for each tool, and arrows that move a cursor which draws while the space bar is on.

import { corners } from "./mask.js";

const STEP = 1 / 64; // of the picture's short side
const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
const TOOLS = { b: "brush", e: "eraser", r: "box", l: "lasso", h: "hand" };
const DEEDS = { i: "invert", delete: "clear", backspace: "clear", 0: "fit", p: "preview" };

export class Keys {
  constructor(canvas, view, mask, state, does) {
    Object.assign(this, { canvas, view, mask, state, does });
    document.addEventListener("keydown", (event) => this.anywhere(event));
    canvas.addEventListener("keydown", (event) => this.onCanvas(event));
    canvas.addEventListener("blur", () => this.lift());
  }

  anywhere(event) {
    if (event.key !== " ") delete this.canvas.dataset.pointed; // who uses keys sees where they go
    if (this.state.isClosed || /^(textarea|input|select)$/i.test(event.target.tagName)) return;
    const key = event.key.toLowerCase();
    if (event.ctrlKey || event.metaKey) {
      const deed = key === "y" || (key === "z" && event.shiftKey) ? "redo" : key === "z" ? "undo" : undefined;
      if (!deed) return;
      event.preventDefault();
      this.does.deed(deed);
    } else if (TOOLS[key]) this.does.tool(TOOLS[key]);
    else if (DEEDS[key]) this.does.deed(DEEDS[key]);
    else if (key === "[" || key === "]") this.does.size(key === "]" ? 3 : -3);
    else if (key === "+" || key === "=") this.view.zoom(1.25);
    else if (key === "-") this.view.zoom(1 / 1.25);
  }

  onCanvas(event) {
    if (this.state.isClosed) return;
    const arrow = ARROWS[event.key];
    if (arrow) {
      event.preventDefault();
      this.go(arrow, event.shiftKey ? 4 : 1);
    } else if (event.key === " ") {
      event.preventDefault();
      // Beside a mouse it holds the picture, which then moves; for the keyboard alone it draws.
      if ("pointed" in this.canvas.dataset) this.state.isHeld = true;
      else if (!event.repeat) this.press();
    } else if (event.key === "Escape") this.lift();
  }

  go([across, down], times) {
    const step = STEP * Math.min(this.mask.width, this.mask.height) * times;
    const within = (value, most) => Math.min(Math.max(value, 0), most);
    const at = this.at ?? [this.mask.width / 2, this.mask.height / 2];
    this.at = [within(at[0] + across * step, this.mask.width), within(at[1] + down * step, this.mask.height)];
    if (this.isDown) this.extend();
    this.show();
  }

  /** The first press begins with the tool, the second ends it. */
  press() {
    this.at ??= [this.mask.width / 2, this.mask.height / 2];
    if (this.isDown) {
      this.lift();
      return;
    }
    const kind = this.state.tool;
    if (kind === "hand") return;
    this.isDown = true;
    this.kind = kind;
    this.points = [this.point()];
    if (kind === "brush" || kind === "eraser") this.mask.begin(this.point(), kind === "eraser");
    this.show();
  }

  extend() {
    if (this.kind === "brush" || this.kind === "eraser") {
      this.mask.extend(this.point());
      return;
    }
    if (this.kind === "box") this.points[1] = this.point();
    else this.points.push(this.point());
    this.view.outline = this.kind === "box" ? corners(this.points) : this.points;
  }

  lift() {
    if (!this.isDown) return;
    this.isDown = false;
    this.view.outline = undefined;
    if (this.kind === "brush" || this.kind === "eraser") this.mask.end();
    else if (this.points.length > (this.kind === "box" ? 1 : 2)) this.mask.add({ kind: this.kind, points: this.points });
    this.show();
  }

  point() {
    return [...this.at, this.state.diameter()];
  }

  show() {
    const [x, y] = this.at;
    const diameter = ["brush", "eraser"].includes(this.state.tool) ? this.state.diameter() : 10 / this.view.scale;
    this.view.cursor = { x, y, diameter };
    this.view.show();
  }
}
