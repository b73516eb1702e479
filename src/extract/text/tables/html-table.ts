import type { Block, Cell } from "../../../core/extracted.js";
import { fragmentBlocks } from "../../html/fragment-blocks.js";
import { latexText } from "../latex.js";
import type { TableFinder } from "./find-table.js";

const OPENS = /<table(?=[\s>])/giu;
const CLOSES = /<\/table\s*>/giu;
const INSIDE = /<\/?(?:table|thead|tbody|tfoot|tr|td|th|caption|col)(?=[\s/>])/iu;

/** A table written as HTML in the midst of a text, over as many lines as it takes; one that is never closed goes on while its tags do. */
export const htmlTable: TableFinder = (lines, from, { limits }) => {
  if (!/<table(?=[\s>])/iu.test(lines[from]!.text)) return undefined;
  let depth = 0;
  let to = from;
  let last = from;
  do {
    const { text } = lines[to]!;
    depth += count(text, OPENS) - count(text, CLOSES);
    if (INSIDE.test(text)) last = to;
    to++;
  } while (depth > 0 && to < lines.length);
  const end = depth > 0 ? last + 1 : to;
  const html = lines.slice(from, end);
  const blocks = fragmentBlocks(html.map((line) => line.text).join("\n"), lines[from]!.number, limits);
  return { to: end, blocks: blocks.map(withoutLatex) };
};

/** Vision models write signs as LaTeX inside their tables' cells, too. */
function withoutLatex<B extends Block>(block: B): B {
  if (block.type === "table") return { ...block, cells: block.cells.map(plainCell) };
  return { ...block, text: latexText(block.text), lines: block.lines.map((line) => ({ ...line, text: latexText(line.text) })) };
}

function plainCell(cell: Cell): Cell {
  return { ...cell, text: latexText(cell.text), ...(cell.nested ? { nested: cell.nested.map(withoutLatex) } : {}) };
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
