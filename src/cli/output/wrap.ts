import { displayWidth } from "../../core/display-width.js";

/** What stays together: a Latin word or a figure; a wide character with the marks that must not begin a line. */
const PIECE = /\s+|(?:(?![\u2e80-\ua4cf\uf900-\ufaff\uff01-\uff60])\S)+|\S[，。；：、！？）》”’]*/gu;

/** The lines of a text of words and Chinese characters, none wider than `columns` unless one piece alone is. */
export function wrap(text: string, columns: number): string[] {
  const lines = [""];
  for (const [piece] of text.matchAll(PIECE)) {
    const line = lines.at(-1)!;
    if (displayWidth(line) + displayWidth(piece.trimEnd()) <= columns) lines[lines.length - 1] = line + piece;
    else lines.push(piece.trimStart());
  }
  return lines.map((line) => line.trimEnd());
}
