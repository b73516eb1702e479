import type { Anchor } from "./cut-laid-rows.js";
import type { BodyLine } from "./laid-region.js";

/** A figure of a laid-out table, or what a narrow column left of it. */
export const FIGURE = /^-?\d[\d,]*\.?\d*(?:分|%|％|万元|元)?$/u;
const SIGN = /^[≥≤<>=＝≧≦]/u;
/** Lines on which the figures of one row may stand. */
const TALLEST = 3;

/**
 * The lines on which rows have their figures. Figures of one row may fall on two lines side by side, no column's on both; a figure that a narrow column
 * broke goes on below the others, or stands above and below them. `target`: the column of targets, of which a row has one sign of comparison.
 */
export function findAnchors(body: readonly BodyLine[], figures: readonly number[], target: number): Anchor[] {
  const filled = body.map(({ cells }) => new Set(figures.filter((c) => FIGURE.test(cells[c] ?? ""))));
  const hasSign = (at: number) => SIGN.test(body[at]!.cells[target] ?? "");
  const isBeside = (at: number) => at < body.length && body[at]!.y - body[at - 1]!.y === 1;
  const anchors: Anchor[] = [];
  for (let from = 0; from < body.length; ) {
    if (body[from]!.isGroup) {
      anchors.push({ from, to: ++from, isTotal: true });
      continue;
    }
    if (filled[from]!.size === 0) {
      from++;
      continue;
    }
    let own = filled[from]!;
    let to = from + 1;
    for (
      ;
      to < from + TALLEST &&
      isBeside(to) &&
      !body[to]!.isGroup &&
      filled[to]!.size > 0 &&
      !(hasSign(to) && body.slice(from, to).some((_, i) => hasSign(from + i))) &&
      (body[to - 1]!.total === undefined && body[to]!.total === undefined
        ? belongs(own, filled[to]!, filled[to - 1]!)
        : isRestOfTotal(body[to - 1]!, body[to]!, figures));
      to++
    )
      own = new Set([...own, ...filled[to]!]);
    anchors.push({ from, to, isTotal: body.slice(from, to).some(({ total }) => total !== undefined) });
    from = to;
  }
  return anchors;
}

/** Where a table gives no marks: the lines on which a target and what was achieved stand side by side. */
export function linesOfBoth(body: readonly BodyLine[], target: number, actual: number): Anchor[] {
  return body.flatMap(({ cells, total, isGroup }, from): Anchor[] =>
    !isGroup && (cells[target] === undefined || cells[actual] === undefined) ? [] : [{ from, to: from + 1, isTotal: total !== undefined }],
  );
}

/** Whether one of two lines is a total's and the other has but what its narrow columns broke. */
function isRestOfTotal(above: BodyLine, below: BodyLine, figures: readonly number[]): boolean {
  const rest = above.total === undefined ? above : below;
  return rest.total === undefined && rest.cells.every((text, c) => text === undefined || figures.includes(c));
}

/** Whether figures on the next line are the row's too: of other columns, or the rest of one that was broken. */
function belongs(own: ReadonlySet<number>, next: ReadonlySet<number>, before: ReadonlySet<number>): boolean {
  if ([...next].every((c) => !own.has(c))) return true;
  const isRest = next.size === 1 && own.size > 1;
  const isBegun = before.size === 1 && own.size === 1 && next.size > 1;
  return isRest || isBegun;
}
