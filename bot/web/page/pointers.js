// Mouse, pen and fingers: one draws with the tool, two move the picture and change its size.

import { corners } from "./mask.js";

const NEAR = 2; // pixels of the picture between two points of a stroke or a lasso

export class Pointers {
  constructor(canvas, view, mask, state) {
    Object.assign(this, { canvas, view, mask, state });
    this.down = new Map();
    canvas.addEventListener("pointerdown", (event) => this.begin(event));
    canvas.addEventListener("pointermove", (event) => this.move(event));
    for (const name of ["pointerup", "pointercancel"]) canvas.addEventListener(name, (event) => this.end(event));
    canvas.addEventListener("pointerleave", () => this.leave());
    canvas.addEventListener("contextmenu", (event) => event.preventDefault());
    canvas.addEventListener("wheel", (event) => this.wheel(event), { passive: false });
  }

  begin(event) {
    if (this.state.isClosed || this.down.size >= 2) return;
    event.preventDefault();
    this.canvas.dataset.pointed = "";
    this.canvas.focus({ preventScroll: true });
    this.canvas.setPointerCapture(event.pointerId);
    this.down.set(event.pointerId, this.view.toCanvas(event));
    if (this.down.size === 2) {
      this.abandon();
      return;
    }
    const isMoving = this.state.tool === "hand" || this.state.isHeld || event.button === 1;
    this.doing = isMoving ? { kind: "hand" } : this.started(event);
  }

  started(event) {
    const point = this.point(event);
    const kind = this.state.tool;
    if (kind === "brush" || kind === "eraser") this.mask.begin(point, kind === "eraser" || event.button === 5);
    this.view.show();
    return { kind, points: [point] };
  }

  /** [x, y, diameter]: a pen that is pressed harder draws wider. */
  point(event) {
    const [x, y] = this.view.toPicture(event);
    const force = event.pointerType === "pen" && event.pressure ? 0.4 + 1.2 * event.pressure : 1;
    return [x, y, this.state.diameter() * force];
  }

  move(event) {
    const [x, y] = this.view.toPicture(event);
    const isSeen = event.pointerType !== "touch" && ["brush", "eraser"].includes(this.state.tool) && !this.state.isHeld;
    this.view.cursor = isSeen ? { x, y, diameter: this.state.diameter() } : undefined;
    if (this.down.has(event.pointerId)) {
      if (this.down.size === 2) this.pinch(event);
      else if (this.doing) for (const each of event.getCoalescedEvents?.() ?? [event]) this.go(each);
      this.down.set(event.pointerId, this.view.toCanvas(event));
    }
    this.view.show();
  }

  go(event) {
    const { kind, points } = this.doing;
    if (kind === "hand") {
      const [x, y] = this.view.toCanvas(event);
      const [fromX, fromY] = this.down.get(event.pointerId);
      this.view.pan(x - fromX, y - fromY);
      this.down.set(event.pointerId, [x, y]);
      return;
    }
    const point = this.point(event);
    if (kind === "box") {
      points[1] = point;
      this.view.outline = corners(points);
      return;
    }
    const last = points[points.length - 1];
    if (Math.hypot(point[0] - last[0], point[1] - last[1]) < NEAR) return;
    points.push(point);
    if (kind === "lasso") this.view.outline = points;
    else this.mask.extend(point);
  }

  pinch(event) {
    const before = [...this.down.values()];
    this.down.set(event.pointerId, this.view.toCanvas(event));
    const after = [...this.down.values()];
    const middle = ([one, other]) => [(one[0] + other[0]) / 2, (one[1] + other[1]) / 2];
    const apart = ([one, other]) => Math.max(1, Math.hypot(one[0] - other[0], one[1] - other[1]));
    const [from, to] = [middle(before), middle(after)];
    this.view.pan(to[0] - from[0], to[1] - from[1]);
    this.view.zoom(apart(after) / apart(before), to);
  }

  end(event) {
    if (!this.down.delete(event.pointerId) || !this.doing) return;
    const { kind, points } = this.doing;
    this.doing = undefined;
    this.view.outline = undefined;
    if (event.type === "pointercancel") this.mask.abandon();
    else if (kind === "brush" || kind === "eraser") this.mask.end();
    else if (kind === "box" && points[1]) this.mask.add({ kind, points });
    else if (kind === "lasso" && points.length > 2) this.mask.add({ kind, points });
    this.view.show();
  }

  /** A second finger came: what the first began is not meant. */
  abandon() {
    if (this.doing && this.doing.kind !== "hand") this.mask.abandon();
    this.doing = undefined;
    this.view.outline = undefined;
    this.view.show();
  }

  leave() {
    if (this.down.size) return;
    this.view.cursor = undefined;
    this.view.show();
  }

  wheel(event) {
    event.preventDefault();
    const pixels = event.deltaY * (event.deltaMode === 1 ? 16 : 1);
    this.view.zoom(Math.exp(-pixels / (event.ctrlKey ? 120 : 480)), this.view.toCanvas(event));
  }
}
