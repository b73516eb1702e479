/** The exponent by which a cost grows between two sizes: 1 is in proportion, 2 with the square. */
export function slope([size, cost], [largerSize, largerCost]) {
  return (Math.log(largerCost / cost) / Math.log(largerSize / size)).toFixed(2);
}
