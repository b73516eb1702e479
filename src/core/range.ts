/** Whole numbers from `from` up to `to`, which is not among them. */
export function range(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, i) => from + i);
}
