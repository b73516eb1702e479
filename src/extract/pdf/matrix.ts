/** [a b c d e f]: x' = a·x + c·y + e, y' = b·x + d·y + f, as PDF writes them. */
export type Matrix = readonly [number, number, number, number, number, number];

/** First `inner`, then `outer`. */
export function multiply(outer: Matrix, inner: ArrayLike<number>): Matrix {
  const [a, b, c, d, e, f] = outer;
  const i = inner as ArrayLike<number> & { readonly [index: number]: number };
  return [
    a * i[0]! + c * i[1]!,
    b * i[0]! + d * i[1]!,
    a * i[2]! + c * i[3]!,
    b * i[2]! + d * i[3]!,
    a * i[4]! + c * i[5]! + e,
    b * i[4]! + d * i[5]! + f,
  ];
}

/** The smallest upright box around a transformed rectangle: x0, y0, x1, y1. */
export function transformBox(matrix: Matrix, x0: number, y0: number, x1: number, y1: number): [number, number, number, number] {
  const [a, b, c, d, e, f] = matrix;
  const left = Math.min(a * x0, a * x1) + Math.min(c * y0, c * y1) + e;
  const right = Math.max(a * x0, a * x1) + Math.max(c * y0, c * y1) + e;
  const top = Math.min(b * x0, b * x1) + Math.min(d * y0, d * y1) + f;
  const bottom = Math.max(b * x0, b * x1) + Math.max(d * y0, d * y1) + f;
  return [left, top, right, bottom];
}
