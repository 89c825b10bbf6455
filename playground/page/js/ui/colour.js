/** Colours that can be read: a role's own colour, moved towards the text's until it stands out enough. */

const GROUND = { dark: [34, 35, 39], light: [244, 244, 246] };
const TOWARDS = { dark: [255, 255, 255], light: [0, 0, 0] };
const ENOUGH = 4.6;

const channel = (part) => (part / 255 <= 0.03928 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4);
const luminance = ([red, green, blue]) => 0.2126 * channel(red) + 0.7152 * channel(green) + 0.0722 * channel(blue);

/** The contrast of two colours as WCAG 2 defines it. @param {number[]} a @param {number[]} b */
function contrast(a, b) {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

/**
 * A colour that keeps its hue and reaches a contrast of 4.5 to 1 with the page.
 * @param {number} value  0xRRGGBB
 * @returns {string} as CSS has it
 */
export function legible(value) {
  const theme = document.documentElement.dataset.theme === "light" ? "light" : "dark";
  const own = [value >> 16, (value >> 8) & 255, value & 255];
  for (let part = 0; part <= 1; part += 0.08) {
    const mixed = own.map((each, index) => Math.round(each + (TOWARDS[theme][index] - each) * part));
    if (contrast(mixed, GROUND[theme]) >= ENOUGH) return `rgb(${mixed.join(", ")})`;
  }
  return "";
}
