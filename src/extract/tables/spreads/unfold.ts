import type { Box, Evidence } from "../../../core/evidence.js";
import type { Block, Cell, Line, Table } from "../../../core/extracted.js";
import type { Moved } from "./join-pages.js";

/** What reaches over the cut by less than this does not stand on both pages, points: glyphs that the cut goes through are read on one. */
const OVER = 2;

/** Blocks of pages that were put side by side, with their places told on the pages of the document. */
export function unfold(blocks: readonly Block[], origins: ReadonlyMap<number, readonly Moved[]>): Block[] {
  const places = (evidence: readonly Evidence[]): Evidence[] => evidence.flatMap((each) => placesOf(each, origins));
  const line = ({ evidence, ...rest }: Line): Line => ({ ...rest, evidence: placesOf(evidence, origins)[0]! });
  const cell = ({ evidence, nested, ...rest }: Cell): Cell => ({
    ...rest,
    evidence: places(evidence),
    ...(nested ? { nested: nested.map(table) } : {}),
  });
  const table = ({ page, bbox, cells, ...rest }: Table): Table => {
    const [place] = places([{ ...(page === undefined ? {} : { page }), ...(bbox ? { bbox } : {}) }]);
    return { ...rest, cells: cells.map(cell), ...place };
  };
  return blocks.map((block) =>
    block.type === "table" ? table(block) : { ...block, lines: block.lines.map(line), evidence: places(block.evidence) },
  );
}

/** The places on the document's pages, from left to right. */
function placesOf(evidence: Evidence, origins: ReadonlyMap<number, readonly Moved[]>): Evidence[] {
  const { page, bbox } = evidence;
  const moved = page === undefined ? undefined : origins.get(page);
  if (!moved) return [evidence];
  if (!bbox) return [{ ...evidence, page: moved[0]!.page }];
  const parts = moved.map((each, i) => ({
    ...each,
    width: Math.min(bbox[2], moved[i + 1]?.from ?? bbox[2]) - Math.max(bbox[0], each.from),
  }));
  const widest = Math.max(...parts.map(({ width }) => width));
  const shown = parts.filter(({ width }) => width > OVER || width === widest);
  return shown.map(({ page: own, from, by, width }, i) => {
    const x0 = i === 0 ? bbox[0] : Math.max(bbox[0], from);
    const x1 = i === shown.length - 1 ? bbox[2] : x0 + width;
    const box: Box = [x0 - by, bbox[1], x1 - by, bbox[3]];
    return { ...evidence, page: own, bbox: box };
  });
}
