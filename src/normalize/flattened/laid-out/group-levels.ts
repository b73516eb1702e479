import { classesConflict } from "../../lexicon/labels/level-class.js";
import type { LaidRegion } from "./laid-region.js";
import type { LaidRow } from "./laid-rows.js";
import { type LevelSpan, type Piece, type RowExtent, spanLevels } from "./span-levels.js";

/** The merged cells of each level column. */
export type Spans = ReadonlyMap<number, readonly LevelSpan[]>;

/**
 * The merged cells of the level columns over the rows that are no totals. No second level's cell goes over a first level's end: whichever of the two is
 * cut first binds the other, and the better of both ways is taken.
 */
export function groupLevels({ kinds, labels, body }: LaidRegion, own: readonly LaidRow[]): Spans {
  const isLevel = (c: number) => kinds[c] === "level1" || kinds[c] === "level2" || kinds[c] === "levels";
  const isOwn = (c: number) => c >= labels && !isLevel(c);
  const pageStarts = body.flatMap(({ line, newPage }) => (newPage ? [line.row] : []));
  // Lines on which only levels stand may be any row's.
  const extents = own.map(({ lines, at }): RowExtent => {
    const told = lines.filter(({ cells }) => cells.some((text, c) => text !== undefined && isOwn(c)));
    const height = Math.max(1, ...kinds.map((_, c) => (isOwn(c) ? lines.filter(({ cells }) => cells[c] !== undefined).length : 0)));
    const { y: top, line } = told[0] ?? lines[0]!;
    return { top, at, height, page: pageStarts.filter((row) => row <= line.row).length };
  });
  const piecesOf = (c: number) =>
    body.flatMap(({ cells, y, total }): Piece[] => (total ? [] : (cells[c]?.split(" ") ?? []).map((text) => ({ text, y }))));
  // A group's label ends the cells above it.
  const groups = own.map(({ at }) => body.filter(({ isGroup, y }) => isGroup && y < at).length);
  const mayCover = (from: number, to: number) => groups[from] === groups[to - 1];
  const spans = new Map<number, readonly LevelSpan[]>();
  const [first, second, both] = [kinds.indexOf("level1"), kinds.indexOf("level2"), kinds.indexOf("levels")];
  if (both >= 0) spans.set(both, spanLevels(piecesOf(both), extents, "levels", mayCover).spans);
  if (first < 0 || second < 0) {
    const only = Math.max(first, second);
    return only < 0 ? spans : spans.set(only, spanLevels(piecesOf(only), extents, kinds[only]!, mayCover).spans);
  }
  const level = (c: number, other?: readonly LevelSpan[]) =>
    spanLevels(
      piecesOf(c),
      extents,
      kinds[c]!,
      (from, to) => mayCover(from, to) && (!other || (c === first ? holds(other, from, to) : isWithin(other, from, to))),
      other && ((name, from, to) => conflicts(other, c === first, name, from, to)),
    );
  const upper = level(first);
  const lower = level(second);
  const [below, above] = [level(second, upper.spans), level(first, lower.spans)];
  const isTopDown = upper.cost + below.cost <= lower.cost + above.cost;
  return spans.set(first, isTopDown ? upper.spans : above.spans).set(second, isTopDown ? below.spans : lower.spans);
}

function isWithin(spans: readonly LevelSpan[], from: number, to: number): boolean {
  return spans.some((span) => from >= span.from && to <= span.to);
}

/** Whether rows begin and end where spans do. */
function holds(spans: readonly LevelSpan[], from: number, to: number): boolean {
  return spans.some((span) => span.from === from) && spans.some((span) => span.to === to);
}

function conflicts(spans: readonly LevelSpan[], isFirst: boolean, name: string, from: number, to: number): boolean {
  return spans.some((span) => {
    if (span.to <= from || span.from >= to) return false;
    const other = span.pieces.map(({ text }) => text).join("");
    return isFirst ? classesConflict(name, other) : classesConflict(other, name);
  });
}
