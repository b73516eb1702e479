import { areaOf, type Box, middleX, middleY } from "../../../core/evidence.js";
import type { Grid, GridCell } from "../grid.js";
import type { PlacedPage, Ruling, Word } from "../placed.js";
import { cutBands } from "../rows/cut-bands.js";
import { usualSize } from "../usual-size.js";
import { adoptStrays } from "./adopt-strays.js";
import { connectRulings, type Frame } from "./connect-rulings.js";
import { dropOpenEnds } from "./drop-open-ends.js";
import { dropSilentEdges } from "./drop-silent-edges.js";
import { dropSlivers } from "./drop-slivers.js";
import { fillCells, isInside } from "./fill-cells.js";
import { joinBands } from "./join-bands.js";
import { joinFragments } from "./join-fragments.js";
import { type Lattice, latticeOf } from "./lattice.js";
import { layLevels } from "./lay-levels.js";
import { partsColumns } from "./parts-columns.js";
import { reachBelow } from "./reach-below.js";
import { ruleLines } from "./rule-lines.js";

export interface RuledTables {
  readonly grids: readonly Grid[];
  /** What stands in none of them. */
  readonly words: readonly Word[];
  /** Height of most of the page's glyphs. */
  readonly glyph: number;
  /** Horizontal rulings that belong to none of them. */
  readonly rulings: readonly Ruling[];
  /** Vertical ones that do not, and part some of their columns. */
  readonly uprights: readonly Ruling[];
}

/** How far rulings may miss each other and still meet, in glyph heights. */
const REACH = 0.35;

/** The confidence of a table that the page's edge cuts: columns, or parts of their texts, are lost. */
const CUT = 0.5;
/** So near the page's edge is at it, points. */
const AT_EDGE = 0.5;

/** The tables of a page that their rulings draw. A table inside a cell of another is nested in that cell. */
export function findRuled(page: PlacedPage): RuledTables {
  const glyph = usualSize(page.words);
  const { horizontal, vertical } = ruleLines(page.rulings, glyph);
  const reach = REACH * glyph;
  const touching = connectRulings(horizontal, vertical, reach);
  const connected = adoptStrays(joinFragments(joinBands(touching, page.words, reach, glyph), reach), reach);
  // Recognised in a picture, a ruling may well be the rest of a broken one.
  const frames = page.textLayer === "native" ? layLevels(connected, page.words, glyph) : connected;
  const found: { lattice: Lattice; frame: Frame }[] = [];
  const others: Frame[] = [];
  for (const frame of frames) {
    const laid = frame.laid ?? [];
    const lattice = latticeOf({ ...frame, horizontal: [...frame.horizontal, ...laid] }, glyph, page.words);
    if (lattice && lattice.columns.length > 2) found.push({ lattice, frame });
    else others.push(frame);
  }
  // Small ones first: a nested table takes its words before the one around it.
  found.sort((a, b) => areaOf(a.lattice.box) - areaOf(b.lattice.box));
  const boxes = found.map(({ lattice }) => lattice.box);
  let words = page.words;
  const grids: Grid[] = [];
  for (const { lattice, frame } of found) {
    if (page.textLayer === "native" && !partsColumns(lattice, words)) {
      others.push(frame);
      continue;
    }
    const drawn = reachBelow(lattice, words, boxes);
    const inside = words.filter((word) => isInside(word, drawn.box));
    const cut = cutBands(dropOpenEnds(dropSlivers(drawn, inside, glyph), inside), inside, frame.laid?.length ?? 0);
    const nested = grids.filter((grid) => encloses(cut.box, grid.box, glyph));
    if (inside.length === 0 && nested.length === 0) continue;
    words = words.filter((word) => !isInside(word, cut.box));
    for (const grid of nested) grids.splice(grids.indexOf(grid), 1);
    const filled = nest(fillCells(cut, inside, page.number), nested);
    const { cells, rowCount } = dropSilentEdges(filled, cut.rows.length - 1, cut.columns.length - 1);
    grids.push({
      page: page.number,
      box: cut.box,
      rowCount,
      columnCount: cut.columns.length - 1,
      columns: cut.columns,
      cells,
      origin: "ruled",
      confidence: runsOffPage(cut, page.width) ? CUT : 1,
      openTop: cut.openTop,
      openBottom: cut.openBottom,
    });
  }
  const free = others.filter((frame) => !found.some(({ lattice }) => isBoxAround(frame, lattice.box)));
  const rulings = free.flatMap(({ horizontal }) => horizontal);
  return { grids, words, rulings, uprights: free.flatMap(({ vertical }) => vertical), glyph };
}

/** Whether the table's sides lie at those of the page, where nobody sets them: it is wider than its page, which cuts it. */
function runsOffPage({ columns }: Lattice, width: number): boolean {
  return columns[0]! <= AT_EDGE || columns.at(-1)! >= width - AT_EDGE;
}

function nest(cells: readonly GridCell[], nested: readonly Grid[]): GridCell[] {
  if (nested.length === 0) return [...cells];
  return cells.map((cell) => ({
    ...cell,
    parts: cell.parts.map((part) => ({ ...part, nested: nested.filter((grid) => holds(part.box, grid.box)) })),
  }));
}

function holds(box: Box, inner: Box): boolean {
  const x = middleX(inner);
  const y = middleY(inner);
  return x >= box[0] && x <= box[2] && y >= box[1] && y <= box[3];
}

function encloses(outer: Box, inner: Box, slack: number): boolean {
  return inner[0] >= outer[0] - slack && inner[1] >= outer[1] - slack && inner[2] <= outer[2] + slack && inner[3] <= outer[3] + slack;
}

/** Whether the rulings are nothing but a box around a table: the border of a page. */
function isBoxAround({ horizontal, vertical }: Frame, [left, top, right, bottom]: Box): boolean {
  if (horizontal.length !== 2 || vertical.length !== 2) return false;
  const [y0, y1] = horizontal.map(({ at }) => at);
  const [x0, x1] = vertical.map(({ at }) => at);
  return Math.min(x0!, x1!) < left && Math.max(x0!, x1!) > right && Math.min(y0!, y1!) < top && Math.max(y0!, y1!) > bottom;
}
