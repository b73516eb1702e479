import { FUNDS_BLOCK } from "../../lexicon/labels/funds-block.js";
import { foldWidth } from "../../numeral.js";
import { type Atom, goesOn } from "../atom.js";

const SIDE = new RegExp(`^${FUNDS_BLOCK}$`, "u");
const MOST_LINES = 6;
const LEAST_LINES = 2;
const LONGEST = 24;

export interface BrokenSide {
  readonly text: string;
  readonly atoms: ReadonlySet<number>;
}

/**
 * The label beside the rows of money that was broken over their lines (项目资 年度资金总额 … / 金（万 其中：财政拨款 … / 元） 其他资金 …), a piece
 * before each row's own label; undefined where the lines' first words do not make it.
 */
export function brokenSide(atoms: readonly Atom[], from: number): BrokenSide | undefined {
  const pieces: number[] = [];
  let text = "";
  let lines = 0;
  for (let at = from; at < atoms.length && lines < MOST_LINES && text.length < LONGEST; lines++) {
    const { row } = atoms[at]!;
    do {
      text += foldWidth(atoms[at]!.text);
      pieces.push(at++);
    } while (at < atoms.length && atoms[at]!.row === row && goesOn(atoms[at]!));
    const isBesideMore = atoms[at]?.row === row;
    if (!isBesideMore) return undefined;
    if (SIDE.test(text)) return lines + 1 < LEAST_LINES ? undefined : { text, atoms: new Set(pieces) };
    while (at < atoms.length && atoms[at]!.row === row) at++;
  }
  return undefined;
}
