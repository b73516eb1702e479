import { type Atom, goesOn } from "./atom.js";

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

/** The pieces that atoms make up, in order. */
export function piecesOf(atoms: readonly Atom[]): Piece[] {
  const pieces: { -readonly [field in keyof Piece]: Piece[field] }[] = [];
  atoms.forEach((atom, i) => {
    const last = pieces.at(-1);
    if (goesOn(atom) && last) {
      last.to = i + 1;
      last.text += atom.text;
    } else pieces.push({ from: i, to: i + 1, text: atom.text, row: atom.row, begins: last?.row !== atom.row, blanks: atom.blanks });
  });
  return pieces;
}
