import type { Atom } from "../atom.js";
import { type Piece, pieceEnds, pieceText, type WovenCell } from "./woven-cell.js";

/** Lines that cells of one row stand on side by side: atoms `from` up to `to`. */
export interface WovenLine {
  readonly from: number;
  readonly to: number;
}

/** How the cells of a row stand beside each other: their first lines, or their middles. */
export type Alignment = "top" | "middle";

/** Whether a cell on lines `first` to `last` of a row of so many is aligned so; what stands between two lines is set on either. */
function isAligned(alignment: Alignment, first: number, last: number, lines: number): boolean {
  return alignment === "top" ? first === 0 : Math.abs(first + last - (lines - 1)) <= 1;
}

/** The cell that comes next, what it says, and where each line goes on behind it. */
export interface Taking {
  readonly cell: WovenCell;
  readonly text: string;
  readonly places: readonly number[];
}

/** Readings of one cell at most. */
const MOST_TAKINGS = 400;

/** Every cell that may come next on a row's lines that were read up to places, of pieces that its column may hold. */
export function nextCells(
  atoms: readonly Atom[],
  lines: readonly WovenLine[],
  places: readonly number[],
  alignment: Alignment,
  mayHold: (text: string) => boolean,
): readonly Taking[] {
  const found: Taking[] = [];
  for (let first = 0; first < lines.length; first++) {
    if (alignment === "top" && first > 0) break;
    let open: Taking[] = [{ cell: [], text: "", places }];
    for (let last = first; last < lines.length && open.length > 0; last++) {
      const from = places[last]!;
      const { to } = lines[last]!;
      if (from >= to) break;
      const pieces = pieceEnds(atoms, from, to).map((end) => ({ piece: { from, to: end }, text: pieceText(atoms, { from, to: end }) }));
      const own = pieces.filter(({ text }) => mayHold(text));
      open = open.flatMap((before) =>
        own.flatMap(({ piece, text }) => (mayHold(before.text + text) ? [withPiece(before, piece, text, last)] : [])),
      );
      if (open.length > MOST_TAKINGS) break;
      if (isAligned(alignment, first, last, lines.length)) found.push(...open);
    }
  }
  return found;
}

function withPiece({ cell, text: before, places }: Taking, piece: Piece, text: string, line: number): Taking {
  const next = [...places];
  next[line] = piece.to;
  return { cell: [...cell, piece], text: before + text, places: next };
}

export function cellText(atoms: readonly Atom[], cell: WovenCell): string {
  return cell.map((piece) => pieceText(atoms, piece)).join("");
}
