import { middleX } from "../../../../core/evidence.js";
import { isFigure } from "../../../is-figure.js";
import type { Word } from "../../placed.js";
import type { BandRows } from "../../rows/fit-blocks.js";
import type { RowSpan } from "../../rows/merged-spans.js";
import { NEXT_LINE, textLines } from "../../text-lines.js";
import { isAcross } from "../columns/line-columns.js";

/**
 * The rows of a part of a table with the first of them, a head, parted where the head of a group of columns stands over theirs (评分情况 above 分值 | 得分): all
 * other heads span both. `words`: those of the first row; `columns`: edges of all columns, `edges` those that this part has.
 */
export function withStoreys<Rows extends BandRows>(
  rows: Rows,
  words: readonly Word[],
  columns: readonly number[],
  edges: readonly number[],
  glyph: number,
): Rows {
  const found = storeysOf(words, edges, glyph);
  if (!found) return rows;
  const { groups, lowest, highest } = found;
  const spans = columns.slice(1).map((right, column): readonly RowSpan[] | undefined => {
    const middle = (columns[column]! + right) / 2;
    const isParted = groups.some(({ from, to }) => middle > from && middle < to);
    const own = rows.spans[column] ?? Array.from({ length: rows.cuts.length + 1 }, (_, row) => ({ from: row, to: row + 1 }));
    if (isParted && !rows.spans[column]) return undefined;
    const below = own.map(({ from, to }, i) => ({ from: i === 0 && !isParted ? from : from + 1, to: to + 1 }));
    return isParted ? [{ from: 0, to: 1 }, ...below] : below;
  });
  return { ...rows, cuts: [(lowest + highest) / 2, ...rows.cuts], spans };
}

/** So much free height parts a head from the first row below, at least, in glyph heights. */
const FREE = 0.6;

/** The height at which a head of two storeys ends, where nothing rules it and figures stand below; undefined where there is none. */
export function storeysEnd(words: readonly Word[], edges: readonly number[], glyph: number): number | undefined {
  const lines = textLines(words);
  const row = lines.findIndex((line) => line.words.some(({ text }) => isFigure(text)));
  for (let at = row; at > 1; at--) {
    const above = Math.max(...lines.slice(0, at).map(({ box }) => box[3]));
    const below = Math.min(...lines.slice(at, row + 1).map(({ box }) => box[1]));
    if (below - above < FREE * glyph) continue;
    const head = lines.slice(0, at).flatMap((line) => line.words);
    return storeysOf(head, edges, glyph) ? (above + below) / 2 : undefined;
  }
  return undefined;
}

interface Group {
  readonly from: number;
  readonly to: number;
  readonly bottom: number;
  readonly top: number;
}

/** The heads of groups in a head without figures, the lowest end of them and the highest top of what stands below; undefined where these overlap, or there are none. */
function storeysOf(
  words: readonly Word[],
  edges: readonly number[],
  glyph: number,
): { readonly groups: readonly Group[]; readonly lowest: number; readonly highest: number } | undefined {
  if (words.some(({ text }) => isFigure(text))) return undefined;
  const groups = words.flatMap((word) => groupBelow(word, words, edges, glyph) ?? []);
  const [lowest, highest] = [Math.max(...groups.map(({ bottom }) => bottom)), Math.min(...groups.map(({ top }) => top))];
  return groups.length > 0 && lowest < highest ? { groups, lowest, highest } : undefined;
}

/** The columns that a head runs over the edges of, and the heights between which it ends and theirs begin; undefined where fewer than two have one. */
function groupBelow(head: Word, words: readonly Word[], edges: readonly number[], glyph: number): Group | undefined {
  const crossed = edges.flatMap((edge, i) => (isAcross({ from: head.box[0], to: head.box[2] }, [edge], glyph) ? [i] : []));
  if (crossed.length === 0) return undefined;
  const [from, to] = [edges[crossed[0]! - 1], edges[crossed.at(-1)! + 1]];
  if (from === undefined || to === undefined) return undefined;
  const over = words.filter((word) => word !== head && middleX(word.box) > from && middleX(word.box) < to);
  const below = over.filter(
    (word) => word.baseline - head.baseline >= NEXT_LINE * glyph && !isAcross({ from: word.box[0], to: word.box[2] }, edges, glyph),
  );
  const held = new Set(below.map((word) => edges.findLastIndex((edge) => edge < middleX(word.box))));
  if (below.length < over.length || held.size <= crossed.length) return undefined;
  return { from, to, bottom: head.box[3], top: Math.min(...below.map(({ box }) => box[1])) };
}
