/** Snowflakes: ids as strings, compared and read as BigInt, never as numbers. */

const EPOCH = 1420070400000n;
let step = 0n;

/** Orders two ids by age, oldest first. @param {string} a @param {string} b */
export function compare(a, b) {
  if (a.length !== b.length) return a.length - b.length;
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The moment that an id was made, as milliseconds since 1970. @param {string} id */
export function timeOf(id) {
  return Number((BigInt(id) >> 22n) + EPOCH);
}

/** An id for a thing made here and now. @param {number} [now] milliseconds since 1970 */
export function snowflake(now = Date.now()) {
  step = (step + 1n) & 0xfffn;
  return (((BigInt(Math.floor(now)) - EPOCH) << 22n) | step).toString();
}
