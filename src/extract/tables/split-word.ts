import type { Word } from "./placed.js";

/** Width of a character in glyph heights, as fonts draw it: full-width ones a whole, others about half. */
export function characterWidth(character: string): number {
  return /[\u2e80-\u9fff\uf900-\ufaff\uff01-\uff60\uffe0-\uffe6\u2014\u2026\u2018-\u201d\u2460-\u24ff\u25a0-\u26ff]/u.test(character)
    ? 1
    : 0.5;
}

/** What no cell begins with. */
const CLOSES = /[)）\]］】》〉」』，。、；：！？]/u;

/**
 * A word cut at the given x: each piece gets the characters whose middles lie on its side, widths being shared out by kind of character. A closing mark stays
 * with what it closes.
 */
export function splitWord(word: Word, cuts: readonly number[]): Word[] {
  const characters = [...word.text];
  const total = characters.reduce((sum, character) => sum + characterWidth(character), 0);
  const scale = (word.box[2] - word.box[0]) / (total || 1);
  const pieces: { text: string; from: number; to: number }[] = [];
  let x = word.box[0];
  let side = -1;
  for (const character of characters) {
    const end = x + characterWidth(character) * scale;
    const now = cuts.filter((cut) => cut <= (x + end) / 2).length;
    const piece = pieces.at(-1);
    if (piece && (now === side || CLOSES.test(character))) {
      piece.text += character;
      if (now === side) piece.to = end;
    } else {
      pieces.push({ text: character, from: x, to: end });
      side = now;
    }
    x = end;
  }
  if (pieces.length < 2) return [word];
  const { alternatives: _, ...rest } = word;
  return pieces
    .filter((piece) => piece.text.trim() !== "")
    .map(({ text, from, to }) => ({ ...rest, text, box: [from, word.box[1], to, word.box[3]] }));
}
