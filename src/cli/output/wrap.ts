/** Characters that take two columns of a terminal. */
const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6]|[\u{20000}-\u{3fffd}]/u;
/** What stays together: a Latin word or a figure; a wide character with the marks that must not begin a line. */
const PIECE = /\s+|(?:(?![\u2e80-\ua4cf\uf900-\ufaff\uff01-\uff60])\S)+|\S[，。；：、！？）》”’]*/gu;

/** Columns that a text takes on a terminal. */
export function columnsOf(text: string): number {
  let columns = 0;
  for (const character of text) columns += WIDE.test(character) ? 2 : 1;
  return columns;
}

/** The lines of a text of words and Chinese characters, none wider than `columns` unless one piece alone is. */
export function wrap(text: string, columns: number): string[] {
  const lines = [""];
  for (const [piece] of text.matchAll(PIECE)) {
    const line = lines.at(-1)!;
    if (columnsOf(line) + columnsOf(piece.trimEnd()) <= columns) lines[lines.length - 1] = line + piece;
    else lines.push(piece.trimStart());
  }
  return lines.map((line) => line.trimEnd());
}
