import type { Atom, Gap } from "../atom.js";

/** A piece of a cell that stands on one line: atoms `from` up to `to`. */
export interface Piece {
  readonly from: number;
  readonly to: number;
}

/** A cell as the pieces that it has on lines below each other; none where it is empty. */
export type WovenCell = readonly Piece[];

/** More atoms in one piece are no cell's of a narrow column. */
const MOST_IN_PIECE = 16;

/** Where a piece of a cell that begins with an atom may end: where a blank parts words, and where justification may have put one. */
export function pieceEnds(atoms: readonly Atom[], from: number, lineEnd: number): number[] {
  const ends: number[] = [];
  for (let at = from + 1; at <= Math.min(lineEnd, from + MOST_IN_PIECE); at++) {
    const gap = at === lineEnd ? "line" : atoms[at]!.gap;
    if (!WITHIN.has(gap)) ends.push(at);
    if (at < lineEnd && !WITHIN.has(gap) && gap !== "spread") break;
  }
  return ends;
}

const WITHIN: ReadonlySet<Gap> = new Set<Gap>(["glued", "fused", "digit"]);

export function pieceText(atoms: readonly Atom[], { from, to }: Piece): string {
  let text = "";
  for (let at = from; at < to; at++) text += atoms[at]!.text;
  return text;
}

/** The atoms of cells one behind the other on one line, each whole. */
export function inOrder(atoms: readonly Atom[], cells: readonly WovenCell[]): Atom[] {
  const [first] = cells.flat();
  if (!first) return [];
  const { row, gap } = atoms[Math.min(...cells.flat().map(({ from }) => from))]!;
  const ordered: Atom[] = [];
  for (const pieces of cells) {
    pieces.forEach((piece, p) => {
      for (let at = piece.from; at < piece.to; at++) {
        const begins = at === piece.from ? (p > 0 ? "glued" : ordered.length === 0 ? gap : "wide") : undefined;
        ordered.push({ ...atoms[at]!, row, ...(begins ? { gap: begins } : {}) });
      }
    });
  }
  return ordered;
}
