// What is seen of the picture: how large, where, the mask over it, and the cursor.

import { COLOUR } from "./mask.js";

const LARGEST = 16;
const COVER = 0.55;
const CHECK = 8;
const RIM = [
  [3, "#000a"],
  [1.5, "#fff"],
]; // as the cursor has it, so that both are seen on pictures of any colour
const REST = 100; // milliseconds
const EIGHTHS = [...Array(8).keys()].map((eighth) => (eighth * Math.PI) / 4);

export class View {
  constructor(canvas, mask) {
    this.canvas = canvas;
    this.ink = canvas.getContext("2d");
    this.mask = mask;
    this.picture = undefined;
    this.isPreview = false;
    this.cursor = undefined; // { x, y, diameter } in the picture's pixels
    this.outline = undefined; // points of a box or a lasso that is being drawn
    this.isFitted = true;
    [this.rims, this.ring] = [0, 1].map(() => document.createElement("canvas").getContext("2d"));
    this.made = undefined; // for which deeds, and where, the rims were made
    new ResizeObserver(() => this.resize()).observe(canvas);
  }

  resize() {
    const density = window.devicePixelRatio || 1;
    const { width, height } = this.canvas.getBoundingClientRect();
    this.canvas.width = Math.max(1, Math.round(width * density));
    this.canvas.height = Math.max(1, Math.round(height * density));
    this.made = undefined;
    if (this.isFitted) this.fit();
    else this.show();
  }

  fit() {
    const { width, height } = this.canvas;
    const margin = 0.96;
    this.scale = this.least = Math.min(width / this.mask.width, height / this.mask.height) * margin;
    this.x = (width - this.mask.width * this.scale) / 2;
    this.y = (height - this.mask.height * this.scale) / 2;
    this.isFitted = true;
    this.show();
  }

  /** A point of the page, as events have it, in the canvas's own pixels. */
  toCanvas({ clientX, clientY }) {
    const { left, top, width } = this.canvas.getBoundingClientRect();
    const density = this.canvas.width / width;
    return [(clientX - left) * density, (clientY - top) * density];
  }

  toPicture(event) {
    const [x, y] = this.toCanvas(event);
    return [(x - this.x) / this.scale, (y - this.y) / this.scale];
  }

  zoom(factor, at = [this.canvas.width / 2, this.canvas.height / 2]) {
    const scale = Math.min(Math.max(this.scale * factor, this.least / 2), Math.max(LARGEST, this.least));
    const grown = scale / this.scale;
    this.x = at[0] - (at[0] - this.x) * grown;
    this.y = at[1] - (at[1] - this.y) * grown;
    this.scale = scale;
    this.isFitted = false;
    this.stay();
  }

  pan(across, down) {
    this.x += across;
    this.y += down;
    this.isFitted = false;
    this.stay();
  }

  /** The middle of the canvas always shows some of the picture. */
  stay() {
    const { width, height } = this.canvas;
    this.x = Math.min(Math.max(this.x, width / 2 - this.mask.width * this.scale), width / 2);
    this.y = Math.min(Math.max(this.y, height / 2 - this.mask.height * this.scale), height / 2);
    this.show();
  }

  show() {
    if (this.isAsked) return;
    this.isAsked = true;
    requestAnimationFrame(() => {
      this.isAsked = false;
      this.draw();
    });
  }

  draw() {
    const { ink, canvas, mask } = this;
    ink.setTransform(1, 0, 0, 1, 0, 0);
    ink.clearRect(0, 0, canvas.width, canvas.height);
    ink.setTransform(this.scale, 0, 0, this.scale, this.x, this.y);
    ink.imageSmoothingQuality = "high";
    if (this.picture) ink.drawImage(this.picture, 0, 0, mask.width, mask.height);
    if (this.isPreview) this.drawHoles();
    else {
      ink.globalAlpha = COVER;
      ink.drawImage(mask.canvas, 0, 0);
      ink.globalAlpha = 1;
      this.drawRims();
    }
    if (this.outline) this.drawOutline();
    if (this.cursor) this.drawCursor();
  }

  /** Lines around what is marked. They are dear: made once for a deed, moved with the picture, and made anew when it rests. */
  drawRims() {
    const { ink, mask, made } = this;
    if (!mask.deeds.length) return;
    if (made?.version !== mask.version) this.makeRims();
    else if (made.scale !== this.scale || made.x !== this.x || made.y !== this.y) this.makeRimsSoon();
    const { scale, x, y } = this.made;
    const grown = this.scale / scale;
    ink.setTransform(grown, 0, 0, grown, this.x - x * grown, this.y - y * grown);
    ink.drawImage(this.rims.canvas, 0, 0);
    ink.setTransform(this.scale, 0, 0, this.scale, this.x, this.y);
  }

  makeRims() {
    const { rims, ring, canvas, mask, scale, x, y } = this;
    for (const own of [rims.canvas, ring.canvas]) [own.width, own.height] = [canvas.width, canvas.height];
    for (const [width, colour] of RIM) {
      const reach = (width * (window.devicePixelRatio || 1)) / scale;
      ring.canvas.width = canvas.width; // which clears it
      ring.setTransform(scale, 0, 0, scale, x, y);
      for (const turn of EIGHTHS) ring.drawImage(mask.canvas, reach * Math.cos(turn), reach * Math.sin(turn));
      ring.globalCompositeOperation = "source-in";
      ring.fillStyle = colour;
      ring.fillRect(-reach, -reach, mask.width + 2 * reach, mask.height + 2 * reach);
      ring.globalCompositeOperation = "destination-out";
      ring.drawImage(mask.canvas, 0, 0);
      rims.drawImage(ring.canvas, 0, 0);
    }
    this.made = { version: mask.version, scale, x, y };
  }

  makeRimsSoon() {
    clearTimeout(this.soon);
    this.soon = setTimeout(() => {
      this.made = undefined;
      this.show();
    }, REST);
  }

  /** Checks where something new will be, as pictures without a background have them. */
  drawHoles() {
    const { mask } = this;
    const holes = document.createElement("canvas");
    holes.width = mask.width;
    holes.height = mask.height;
    const ink = holes.getContext("2d");
    ink.drawImage(mask.canvas, 0, 0);
    ink.globalCompositeOperation = "source-in";
    ink.fillStyle = this.checks(ink);
    ink.fillRect(0, 0, mask.width, mask.height);
    this.ink.drawImage(holes, 0, 0);
  }

  checks(ink) {
    const side = Math.max(2, Math.round((CHECK * (window.devicePixelRatio || 1)) / this.scale));
    const tile = document.createElement("canvas");
    tile.width = tile.height = 2 * side;
    const own = tile.getContext("2d");
    own.fillStyle = "#d4d5d9";
    own.fillRect(0, 0, 2 * side, 2 * side);
    own.fillStyle = "#a4a6ad";
    own.fillRect(0, 0, side, side);
    own.fillRect(side, side, side, side);
    return ink.createPattern(tile, "repeat");
  }

  drawOutline() {
    const { ink } = this;
    ink.beginPath();
    for (const [x, y] of this.outline) ink.lineTo(x, y);
    ink.closePath();
    ink.globalAlpha = COVER / 2;
    ink.fillStyle = COLOUR;
    ink.fill();
    ink.globalAlpha = 1;
    this.line(2, "#fff");
  }

  drawCursor() {
    const { ink, cursor } = this;
    ink.beginPath();
    ink.arc(cursor.x, cursor.y, cursor.diameter / 2, 0, 2 * Math.PI);
    this.line(3, "#000a");
    this.line(1.5, "#fff");
  }

  line(width, colour) {
    this.ink.lineWidth = (width * (window.devicePixelRatio || 1)) / this.scale;
    this.ink.strokeStyle = colour;
    this.ink.stroke();
  }
}
