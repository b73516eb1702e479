import type { Atom } from "../atom.js";
import { isLevelWord } from "./level-cells.js";

/** The rows of a text that are nothing but a level's name: 效益指标. */
export function levelRows(atoms: readonly Atom[]): ReadonlySet<number> {
  const texts = new Map<number, string>();
  for (const { row, text } of atoms) texts.set(row, (texts.get(row) ?? "") + text);
  return new Set([...texts].flatMap(([row, text]) => (text.endsWith("指标") && isLevelWord(text) ? [row] : [])));
}
