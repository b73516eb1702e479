import type { Atom } from "./atom.js";

/** How wide each physical line of a cell is, in characters (a Latin one counts half). */
export function lineWidths(atoms: readonly Atom[], from: number, to: number): number[] {
  const widths: number[] = [];
  let row = -1;
  for (let i = from; i < to; i++) {
    const atom = atoms[i]!;
    if (atom.row !== row) widths.push(0);
    row = atom.row;
    widths[widths.length - 1]! += displayWidth(atom.text);
  }
  return widths;
}

/**
 * What a cell loses for wrapping as no column wraps: a line in its midst much shorter than its fullest line, a last line longer than all
 * before it. The first line may be shorter (indented first lines are common). `width` is the column's, where it is known.
 */
export function raggedness(widths: readonly number[], width?: number): number {
  if (width !== undefined && widths.some((w) => w > width + 0.8)) return 2.5;
  if (widths.length < 2) return 0;
  const last = widths.length - 1;
  const fullest = Math.max(...widths.slice(0, last));
  const measure = width === undefined ? fullest : Math.max(fullest, width);
  let loss = 0;
  for (let i = 1; i < last; i++) loss += Math.min(2, Math.max(0, measure - widths[i]! - 1.2) * 1.2);
  loss += Math.min(2, Math.max(0, measure - widths[0]! - 3.2) * 0.8);
  if (widths[last]! > Math.max(fullest, measure) + 0.6) loss += Math.min(3, (widths[last]! - measure) * 0.8);
  return Math.min(6, loss);
}

export function displayWidth(text: string): number {
  let width = 0;
  for (const character of text) width += character.charCodeAt(0) < 0x2e80 ? 0.5 : 1;
  return width;
}
