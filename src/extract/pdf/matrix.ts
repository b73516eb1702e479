/** [a b c d e f]: x' = a·x + c·y + e, y' = b·x + d·y + f, as PDF writes them. */
export type Matrix = readonly [number, number, number, number, number, number];

/** First `inner`, then `outer`. */
export function multiply(outer: Matrix, inner: ArrayLike<number>): Matrix {
  const o = outer;
  const i = inner as ArrayLike<number> & { readonly [index: number]: number };
  return [
    o[0] * i[0]! + o[2] * i[1]!,
    o[1] * i[0]! + o[3] * i[1]!,
    o[0] * i[2]! + o[2] * i[3]!,
    o[1] * i[2]! + o[3] * i[3]!,
    o[0] * i[4]! + o[2] * i[5]! + o[4],
    o[1] * i[4]! + o[3] * i[5]! + o[5],
  ];
}

/** The matrix whose six numbers stand in `numbers` from `at` on. */
export function matrixAt(numbers: Float32Array, at: number): Matrix {
  return [numbers[at]!, numbers[at + 1]!, numbers[at + 2]!, numbers[at + 3]!, numbers[at + 4]!, numbers[at + 5]!];
}

/** The smallest upright box around a transformed rectangle: x0, y0, x1, y1. */
export function transformBox(m: Matrix, x0: number, y0: number, x1: number, y1: number): [number, number, number, number] {
  const left = Math.min(m[0] * x0, m[0] * x1) + Math.min(m[2] * y0, m[2] * y1) + m[4];
  const right = Math.max(m[0] * x0, m[0] * x1) + Math.max(m[2] * y0, m[2] * y1) + m[4];
  const top = Math.min(m[1] * x0, m[1] * x1) + Math.min(m[3] * y0, m[3] * y1) + m[5];
  const bottom = Math.max(m[1] * x0, m[1] * x1) + Math.max(m[3] * y0, m[3] * y1) + m[5];
  return [left, top, right, bottom];
}
