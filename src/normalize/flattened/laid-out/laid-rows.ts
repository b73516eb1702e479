import { saysNothing } from "../../lexicon/lexicon.js";
import type { Column } from "../column.js";
import { cutLaidRows } from "./cut-laid-rows.js";
import { FIGURE, findAnchors, linesOfBoth } from "./find-anchors.js";
import { type LaidRole, laidRole } from "./find-laid-head.js";
import { groupLevels, type Spans } from "./group-levels.js";
import type { BodyLine, LaidRegion } from "./laid-region.js";
import { shiftWords } from "./shift-words.js";

const MOST_ROWS = 300;
/** Characters of a name. */
const SHORTEST_NAME = 2;

/** A row of a laid-out table with its lines. */
export interface LaidRow {
  readonly total: string | undefined;
  readonly lines: readonly BodyLine[];
  /** Height of the line of its figures. */
  readonly at: number;
}

/** The rows of a laid-out table and the merged cells of its levels. */
export interface LaidRows {
  readonly rows: readonly LaidRow[];
  readonly levels: Spans;
  readonly roles: readonly (LaidRole | undefined)[];
  readonly cost: number;
}

/** Words that stand among a level's names and are none are given to the names beside them, and the rows read again. */
export function laidRows(region: LaidRegion): LaidRows | undefined {
  let read = rowsOf(region);
  let { body } = region;
  for (let move = 0; read && move < MOST_MOVES; move++) {
    const moved = withLeft(body, read.levels, region.kinds.indexOf("name"));
    const again = moved && rowsOf({ ...region, body: moved });
    if (!again) break;
    read = again;
    body = moved;
  }
  return read;
}

/** Of each merged cell one word is given away at a time. */
const MOST_MOVES = 8;

function rowsOf(region: LaidRegion): LaidRows | undefined {
  const { about, titles, kinds, body } = region;
  const roles = titles.map((title) => laidRole(title, about));
  const figures = kinds.flatMap((kind, c) => (kind === "points" || kind === "amount" ? [c] : []));
  const [target, actual] = [kinds.indexOf("target"), kinds.indexOf("actual")];
  const anchors = figures.length > 0 ? findAnchors(body, figures, target) : linesOfBoth(body, target, actual);
  if (anchors.length === 0 || anchors.length > MOST_ROWS) return undefined;
  const single = kinds.flatMap((kind, c) => (kind === "level1" || kind === "level2" || kind === "levels" ? [] : [c]));
  const cut = cutLaidRows(
    body.map(({ y }) => y),
    single.map((c) => ({
      texts: body.map(({ cells }) => cells[c]),
      required: kinds[c] === "name" || kinds[c] === "label" || kinds[c] === "target" || kinds[c] === "actual",
      least: kinds[c] === "name" || kinds[c] === "label" ? SHORTEST_NAME : 1,
      unfit: (text) => figures.includes(c) && !FIGURE.test(text) && !saysNothing(text),
    })),
    anchors,
  );
  if (cut.rows.length === 0) return undefined;
  const columns = kinds.map((kind, c) => ({ kind, role: roles[c] ?? "", title: titles[c]! }));
  const rows = cut.rows.map(({ from, to }, i): LaidRow => {
    const total = body.slice(anchors[i]!.from, anchors[i]!.to).find((line) => line.total !== undefined)?.total;
    const lines = body.slice(from, to);
    const at = (body[anchors[i]!.from]!.y + body[anchors[i]!.to - 1]!.y) / 2;
    return { total, at, lines: total === undefined ? settled(lines, single, columns) : lines };
  });
  const own = rows.filter(({ total }) => total === undefined);
  return { rows, levels: groupLevels(region, own), roles, cost: cut.cost };
}

/** The lines with the words that stand among a level's names, and are none, in the column of names; undefined where there are none. */
function withLeft(body: readonly BodyLine[], levels: Spans, name: number): BodyLine[] | undefined {
  const left = [...levels].flatMap(([c, spans]) => spans.flatMap((span) => (span.left ? [{ c, ...span.left }] : [])));
  if (left.length === 0 || name < 0) return undefined;
  let isMoved = false;
  const moved = body.map((line) => {
    const own = left.find(({ y, c }) => y === line.y && line.cells[c] !== undefined);
    if (!own || line.cells[name] !== undefined) return line;
    const rest = line.cells[own.c]!.split(" ")
      .filter((word) => word !== own.text)
      .join(" ");
    isMoved = true;
    return { ...line, cells: line.cells.map((text, c) => (c === name ? own.text : c === own.c ? rest || undefined : text)) };
  });
  return isMoved ? moved : undefined;
}

/** The lines of a row with the words of its own cells where their kinds say that they belong. */
function settled(lines: readonly BodyLine[], single: readonly number[], columns: readonly Column[]): BodyLine[] {
  const words = shiftWords(
    single.map((c) => lines.map(({ cells }) => cells[c])),
    single.map((c) => columns[c]!),
    single.map((c) => lines.map(({ placed }) => placed[c]!)),
  );
  return lines.map((line, l) => ({
    ...line,
    cells: line.cells.map((text, c) => (single.includes(c) ? words[single.indexOf(c)]![l] : text)),
  }));
}
