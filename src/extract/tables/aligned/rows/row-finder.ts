import { middleX } from "../../../../core/evidence.js";
import { remembered } from "../../../../core/remembered.js";
import { isFigure } from "../../../is-figure.js";
import { intervalOf } from "../../interval-of.js";
import type { Word } from "../../placed.js";
import { bandRows } from "../../rows/band-rows.js";
import { areEnds, type Column, endsOf, LEAST_ENDS } from "../../rows/ends-of.js";
import type { BandRows } from "../../rows/fit-blocks.js";
import { textLines } from "../../text-lines.js";
import { wordsBetween } from "../../words-between.js";
import { groupHeads } from "../heads/group-heads.js";

/** Rows of a part of a band; `areSure` where its texts end for themselves where these do. */
export interface PartRows extends BandRows {
  readonly areSure: boolean;
}

/** A part of a band: its upper and lower end, and where its columns end. */
export interface Part {
  readonly top: number;
  readonly bottom: number;
  readonly edges: readonly number[];
}

/**
 * For a part of a band its rows, counted on all the `columns` that the table has. `closed`: the columns that end above and below where the band does. What
 * room a column has the table's `words` tell, once for all parts with the same edges.
 */
export function rowFinder(
  words: readonly Word[],
  columns: readonly number[],
  glyph: number,
): (closed: readonly boolean[], part: Part) => PartRows {
  const roomsOf = remembered((edges: readonly number[]) => byColumn(words, edges).map(widest), String);
  const between = wordsBetween(words);
  return (closed, { top, bottom, edges }) => {
    const ownOf = columns.slice(1).map((right, column) => intervalOf(edges, (columns[column]! + right) / 2));
    const held = underHeads(between(top, bottom), edges, glyph);
    const used = held.flatMap((_, each) => (closed.every((flag, column) => flag || ownOf[column] !== each) ? [each] : []));
    const lines = used.map((each) => textLines(held[each]!));
    const { cuts, spans } = bandRows(lines, top, bottom);
    const rooms = roomsOf(edges);
    const own = used.flatMap((each, i): Column[] => (spans[i] ? [] : [{ lines: lines[i]!, room: rooms[each]!, isOfFigures: false }]));
    const spanOf = new Map(used.map((each, i) => [each, spans[i]]));
    return { cuts, spans: ownOf.map((each) => spanOf.get(each)), areSure: areEnds(endsOf(cuts, own), LEAST_ENDS) };
  };
}

function byColumn(words: readonly Word[], edges: readonly number[]): readonly (readonly Word[])[] {
  const held: Word[][] = edges.slice(1).map(() => []);
  for (const word of words) held[intervalOf(edges, middleX(word.box))]!.push(word);
  return held;
}

/** The same with the head of a group of columns in each of them: their own heads stand in the row's middle together with it. */
function underHeads(words: readonly Word[], edges: readonly number[], glyph: number): readonly (readonly Word[])[] {
  const held = byColumn(words, edges);
  const heads = [...groupHeads(words, glyph)].filter(([head, own]) => ![head, ...own].some(({ text }) => isFigure(text)));
  const groups = heads.map(([head, own]) => ({ head, columns: new Set(own.map(({ box }) => intervalOf(edges, middleX(box)))) }));
  return held.map((own, column) => [
    ...own,
    ...groups.flatMap(({ head, columns }) => (columns.size > 1 && columns.has(column) && !own.includes(head) ? [head] : [])),
  ]);
}

function widest(words: readonly Word[]): number {
  return textLines(words).reduce((width, { box }) => Math.max(width, box[2] - box[0]), 0);
}
