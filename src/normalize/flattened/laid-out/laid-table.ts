import type { Evidence } from "../../../core/evidence.js";
import type { Cell, Table } from "../../../core/extracted.js";
import { joinLines } from "../../../core/text.js";
import { gradeBand } from "../../lexicon/labels/total-words.js";
import type { ColumnKind } from "../column.js";
import { hasScores, isProven, isSound } from "./bears-out.js";
import type { Spans } from "./group-levels.js";
import type { BodyLine, LaidRegion } from "./laid-region.js";
import { type LaidRow, laidRows } from "./laid-rows.js";

/** How sure a grid is whose figures bear it out, and one whose lines only stand well. */
export const CONFIDENCE = { proven: 0.9, open: 0.5 };
/** What lines may stand off the middle of their rows on average, in lines, where nothing else bears the rows out. */
const WELL_SET = 0.15;

export interface LaidTable {
  readonly table: Table;
  readonly last: BodyLine;
  /** How far its words stand off their columns, and its cells off their rows, a line. */
  readonly cost: number;
}

/** The grid of a laid-out table: rows by the lines of their figures, merged levels by the middle of their rows. Index is set by the caller. */
export function laidTable(region: LaidRegion): LaidTable | undefined {
  const read = laidRows(region);
  if (!read) return undefined;
  const { rows, levels, roles, cost } = read;
  const { titles, kinds, labels, head, body } = region;
  const beside = kinds.findIndex((kind, c) => c >= labels || kind === "label");
  const grid = gridOf(rows, kinds, levels, beside).map(({ cells }, r) => ({
    cells: cells.map((found, c) => {
      if (c >= beside) return found;
      return { ...found, text: r === 0 ? textOf(body.map(({ cells }) => cells[c])) : "", span: r === 0 ? rows.length : 0 };
    }),
  }));
  const texts = grid.map(({ cells }) => cells.map(({ text }) => text));
  const areProven = isProven(texts, rows, roles);
  const isSure =
    !region.cut && hasScores(texts, roles) && isSound(texts, rows, kinds, areProven) && (areProven || cost < WELL_SET * body.length);
  const cells: Cell[] = titles.map((text, column) => cell(0, column, 1, text, [{ ...head.line.evidence, quote: text }]));
  grid.forEach(({ cells: found }, r) => {
    found.forEach(({ text, span, lines }, c) => {
      if (span > 0)
        cells.push(
          cell(
            r + 1,
            c,
            span,
            text,
            lines.map(({ line }) => ({ ...line.line.evidence, quote: line.line.text.trim() })),
          ),
        );
    });
  });
  const table: Table = {
    type: "table",
    index: -1,
    rowCount: rows.length + 1,
    columnCount: titles.length,
    cells,
    origin: "delimited",
    confidence: isSure ? CONFIDENCE.proven : CONFIDENCE.open,
  };
  const average = body.reduce((sum, line) => sum + line.cost, cost) / body.length;
  return { table, last: rows.at(-1)!.lines.at(-1)!, cost: average };
}

function cell(row: number, column: number, rowSpan: number, text: string, evidence: Evidence[]): Cell {
  return { row, column, rowSpan, colSpan: 1, text, evidence: evidence.map((place) => ({ ...place, row, column })) };
}

interface Found {
  readonly text: string;
  /** Rows it spans; 0 where the cell above covers it. */
  readonly span: number;
  readonly lines: readonly BodyLine[];
}

function gridOf(rows: readonly LaidRow[], kinds: readonly ColumnKind[], levels: Spans, first: number): { cells: Found[] }[] {
  let index = -1;
  return rows.map(({ total, lines }) => {
    if (total === undefined) index++;
    const told = total === undefined ? [] : totalTexts(kinds, lines);
    const cells = kinds.map((_, c): Found => {
      const spans = levels.get(c);
      const own = lines.filter(({ cells }) => cells[c] !== undefined);
      if (total !== undefined) {
        const figures = kinds[c] === "points" || kinds[c] === "amount" || kinds[c] === "rate";
        const text = told[c]!;
        return c === first ? { text: total, span: 1, lines } : { text: figures || gradeBand(text) ? text : "", span: 1, lines: own };
      }
      if (!spans) return { text: textOf(lines.map(({ cells }) => cells[c])), span: 1, lines: own };
      const span = spans.find(({ from, to }) => index >= from && index < to);
      const text = textOf(span?.pieces.map(({ text }) => text) ?? []);
      // Each row has its level as a cell of its own: a total between them would cut a merged one.
      return { text, span: 1, lines };
    });
    return { cells };
  });
}

/**
 * What the columns of a total's row say. 97.1 / 100 / 8: a score that its column broke stands on the lines around the total's own, on which the full marks
 * alone are left and take its place; they are the column's before it.
 */
function totalTexts(kinds: readonly ColumnKind[], lines: readonly BodyLine[]): string[] {
  const pieces = kinds.map((_, c) => lines.flatMap(({ cells }) => cells[c] ?? []));
  const texts = pieces.map(textOf);
  for (let c = 1; c < kinds.length; c++) {
    const [above, own, below] = pieces[c]!;
    if (kinds[c] !== "points" || kinds[c - 1] !== "points" || pieces[c]!.length !== 3 || pieces[c - 1]!.length > 0) continue;
    texts[c - 1] = own!;
    texts[c] = textOf([above, below]);
  }
  return texts;
}

function textOf(pieces: readonly (string | undefined)[]): string {
  return joinLines(pieces.flatMap((piece) => piece ?? []));
}
