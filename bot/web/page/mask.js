// What is marked, as a list of deeds: each can be taken back, and all of them make the mask anew at any time.

export const COLOUR = "#ff3d9a";

const AREAS = {
  left: [[0, 0, 1 / 2, 1]],
  right: [[1 / 2, 0, 1, 1]],
  top: [[0, 0, 1, 1 / 2]],
  bottom: [[0, 1 / 2, 1, 1]],
  center: [[1 / 4, 1 / 4, 3 / 4, 3 / 4]],
  edges: [
    [0, 0, 1, 1 / 8],
    [0, 7 / 8, 1, 1],
    [0, 0, 1 / 8, 1],
    [7 / 8, 0, 1, 1],
  ],
};

const SAMPLES = 96;

/** Of the box between two points, in a circle; of one point alone, that point. */
export function corners([[left, top], [right, bottom] = [left, top]]) {
  return [
    [left, top],
    [right, top],
    [right, bottom],
    [left, bottom],
  ];
}

function newCanvas(width, height) {
  const canvas = document.createElement("canvas");
  canvas.width = width;
  canvas.height = height;
  return canvas;
}

export class Mask {
  /** `heard` is called after each change that is complete. */
  constructor(width, height, heard) {
    this.width = width;
    this.height = height;
    this.canvas = newCanvas(width, height);
    this.ink = this.canvas.getContext("2d");
    this.deeds = [];
    this.undone = [];
    this.version = 0;
    this.heard = heard;
  }

  changed() {
    this.version += 1;
    this.heard();
  }

  /** A stroke that grows: points are [x, y, diameter] in the picture's pixels. */
  begin(point, erases) {
    this.growing = { kind: "stroke", erases, points: [point] };
    this.segment(this.growing, 0);
  }

  extend(point) {
    this.growing.points.push(point);
    this.segment(this.growing, this.growing.points.length - 1);
  }

  end() {
    const stroke = this.growing;
    this.growing = undefined;
    if (stroke) this.keep(stroke);
  }

  abandon() {
    this.growing = undefined;
    this.redraw();
  }

  add(deed) {
    this.draw(deed);
    this.keep(deed);
  }

  undo() {
    if (!this.deeds.length) return;
    this.undone.push(this.deeds.pop());
    this.redraw();
    this.changed();
  }

  redo() {
    if (!this.undone.length) return;
    const deed = this.undone.pop();
    this.deeds.push(deed);
    this.draw(deed);
    this.changed();
  }

  restore(deeds) {
    this.deeds = deeds;
    this.undone = [];
    this.redraw();
    this.changed();
  }

  keep(deed) {
    this.deeds.push(deed);
    this.undone = [];
    this.changed();
  }

  redraw() {
    this.ink.clearRect(0, 0, this.width, this.height);
    for (const deed of this.deeds) this.draw(deed);
  }

  draw(deed) {
    const ink = this.ink;
    ink.globalCompositeOperation = deed.erases ? "destination-out" : "source-over";
    ink.fillStyle = ink.strokeStyle = COLOUR;
    switch (deed.kind) {
      case "stroke":
        deed.points.forEach((_, at) => this.segment(deed, at));
        break;
      case "box": {
        const [[left, top], [right, bottom]] = deed.points;
        ink.fillRect(Math.min(left, right), Math.min(top, bottom), Math.abs(right - left), Math.abs(bottom - top));
        break;
      }
      case "lasso":
        ink.beginPath();
        for (const [x, y] of deed.points) ink.lineTo(x, y);
        ink.closePath();
        ink.fill();
        break;
      case "area":
        for (const [left, top, right, bottom] of AREAS[deed.name] ?? [])
          ink.fillRect(
            Math.round(left * this.width),
            Math.round(top * this.height),
            Math.round((right - left) * this.width),
            Math.round((bottom - top) * this.height),
          );
        break;
      case "invert":
        ink.globalCompositeOperation = "source-out";
        ink.fillRect(0, 0, this.width, this.height);
        break;
      case "clear":
        ink.clearRect(0, 0, this.width, this.height);
        break;
    }
    ink.globalCompositeOperation = "source-over";
  }

  segment(stroke, at) {
    const ink = this.ink;
    const [x, y, diameter] = stroke.points[at];
    const [fromX, fromY] = stroke.points[Math.max(0, at - 1)];
    ink.globalCompositeOperation = stroke.erases ? "destination-out" : "source-over";
    ink.strokeStyle = COLOUR;
    ink.lineCap = ink.lineJoin = "round";
    ink.lineWidth = diameter;
    ink.beginPath();
    ink.moveTo(fromX, fromY);
    ink.lineTo(x, y);
    ink.stroke();
    ink.globalCompositeOperation = "source-over";
  }

  /** How much of the picture is marked, 0 to 1. */
  share() {
    const small = newCanvas(SAMPLES, SAMPLES);
    const ink = small.getContext("2d", { willReadFrequently: true });
    ink.drawImage(this.canvas, 0, 0, SAMPLES, SAMPLES);
    const { data } = ink.getImageData(0, 0, SAMPLES, SAMPLES);
    let total = 0;
    for (let at = 3; at < data.length; at += 4) total += data[at];
    return total / (255 * SAMPLES * SAMPLES);
  }

  /** The mask as the server takes it: a PNG, white where it is marked and black elsewhere. */
  toBlob() {
    const whole = newCanvas(this.width, this.height);
    const ink = whole.getContext("2d");
    ink.drawImage(this.canvas, 0, 0);
    ink.globalCompositeOperation = "source-in";
    ink.fillStyle = "#fff";
    ink.fillRect(0, 0, this.width, this.height);
    ink.globalCompositeOperation = "destination-over";
    ink.fillStyle = "#000";
    ink.fillRect(0, 0, this.width, this.height);
    return new Promise((resolve) => whole.toBlob(resolve, "image/png"));
  }
}
