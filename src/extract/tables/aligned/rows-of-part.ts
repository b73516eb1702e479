import { middleX } from "../../../core/evidence.js";
import { intervalOf } from "../interval-of.js";
import type { Word } from "../placed.js";
import { bandRows } from "../rows/band-rows.js";
import { areEnds, type Column, endsAt } from "../rows/ends-at.js";
import type { BandRows } from "../rows/fit-rows.js";
import { middleOf } from "../ruled/fill-cells.js";
import { textLines } from "../text-lines.js";

/** Rows of a part of a band; `areSure` where its texts end for themselves where these do. */
export interface PartRows extends BandRows {
  readonly areSure: boolean;
}

/** The rows of a part of a band whose columns end at `own`, counted on all the `columns` that the table has. */
export function rowsOfPart(
  words: readonly Word[],
  columns: readonly number[],
  closed: readonly boolean[],
  [top, bottom]: readonly [number, number],
  own: readonly number[],
): PartRows {
  const ownOf = columns.slice(1).map((right, column) => intervalOf(own, (columns[column]! + right) / 2));
  const isClosed = own.slice(1).map((_, each) => closed.every((flag, column) => flag || ownOf[column] !== each));
  const { cuts, spans, areSure } = rowsOfBand(words, own, isClosed, top, bottom);
  return { cuts, spans: ownOf.map((each) => spans[each]), areSure };
}

function rowsOfBand(words: readonly Word[], columns: readonly number[], closed: readonly boolean[], top: number, bottom: number): PartRows {
  const held: Word[][] = closed.map(() => []);
  for (const word of words) {
    const column = intervalOf(columns, middleX(word.box));
    if (closed[column]) held[column]!.push(word);
  }
  const used = closed.flatMap((isClosed, column) => (isClosed ? [column] : []));
  const lines = used.map((column) => textLines(held[column]!.filter((word) => middleOf(word) >= top && middleOf(word) < bottom)));
  const { cuts, spans } = bandRows(lines, top, bottom);
  const all: BandRows["spans"][number][] = closed.map(() => undefined);
  used.forEach((column, i) => {
    all[column] = spans[i];
  });
  const own = lines.flatMap((each, i): Column[] => (spans[i] ? [] : [{ lines: each, room: widest(held[used[i]!]!), isOfFigures: false }]));
  const ends = cuts.map((cut) => own.flatMap((column) => endsAt(cut, column)));
  return { cuts, spans: all, areSure: areEnds(ends, LEAST_ENDS) };
}

function widest(words: readonly Word[]): number {
  return Math.max(0, ...textLines(words).map(({ box }) => box[2] - box[0]));
}

/** Texts that end for themselves, at least, at each place where rows end. */
const LEAST_ENDS = 2;
