import type { Atom } from "./atom.js";

/** What no cell boundary goes through: words between spaces or line ends. */
export interface Piece {
  readonly from: number;
  readonly to: number;
  readonly text: string;
  readonly row: number;
  /** It is the first on its row. */
  readonly begins: boolean;
  /** Blank lines before it: empty cells, where a text has one cell a line. */
  readonly blanks: number;
}

export function piecesOf(atoms: readonly Atom[]): Piece[] {
  const pieces: { -readonly [field in keyof Piece]: Piece[field] }[] = [];
  atoms.forEach((atom, i) => {
    const joined = atom.gap === "spread" || atom.gap === "glued" || atom.gap === "fused" || atom.gap === "digit";
    const last = pieces.at(-1);
    if (joined && last) {
      last.to = i + 1;
      last.text += atom.text;
    } else pieces.push({ from: i, to: i + 1, text: atom.text, row: atom.row, begins: last?.row !== atom.row, blanks: atom.blanks });
  });
  return pieces;
}
