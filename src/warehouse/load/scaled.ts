/** A plain decimal as a whole number of its column's last place: `12.5` at scale 6 is 12500000n. Throws a RangeError when it has more places. */
export function scaled(decimal: string, scale: number): bigint {
  const point = decimal.indexOf(".");
  if (point < 0) return BigInt(decimal + "0".repeat(scale));
  const places = decimal.length - point - 1;
  if (places > scale) throw new RangeError(`${decimal} has more than ${scale} decimal places.`);
  return BigInt(decimal.slice(0, point) + decimal.slice(point + 1) + "0".repeat(scale - places));
}
