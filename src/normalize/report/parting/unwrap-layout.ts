import type { Block, Cell, Extracted, Paragraph, Table } from "../../../core/extracted.js";
import { groupBy } from "../../../core/group-by.js";
import { rowsOf } from "./rows-of.js";
import { spliceNested } from "./splice-nested.js";

/**
 * Tables that only lay a page out (they hold other tables and no more than a few cells, or box a text in, a cell a row) as the blocks they hold: what
 * stands in a cell's text, then the tables inside it; rows of labels and values between those that hold tables stay a table. One that only parts a
 * table of levels and their rows is that table.
 */
export function unwrapLayout(extracted: Extracted): Extracted {
  if (!extracted.blocks.some((block) => block.type === "table" && isLayout(block))) return extracted;
  return { ...extracted, blocks: extracted.blocks.flatMap((block) => (block.type === "table" ? unwrapped(block) : [block])) };
}

function unwrapped(table: Table): Block[] {
  if (!isLayout(table)) return [table];
  const whole = spliceNested(table);
  if (whole) return [whole];
  const stretches = stretchesOf(table);
  return stretches.flatMap((from, i): Block[] => {
    const own = rowsOf(table, from, stretches[i + 1] ?? table.rowCount);
    if (holdsPairs(own)) return [own];
    return own.cells.flatMap((cell) => [...paragraphsOf(cell), ...(cell.nested ?? []).flatMap(unwrapped)]);
  });
}

/** Where the stretches of a table's rows begin that hold tables, or none. */
function stretchesOf({ rowCount, cells }: Table): number[] {
  const holding = new Set(cells.flatMap(({ row, nested }) => (nested?.length ? [row] : [])));
  return Array.from({ length: rowCount }, (_, row) => row).filter((row) => row === 0 || holding.has(row) !== holding.has(row - 1));
}

/** Whether rows hold no tables, and one of them more than one text. */
function holdsPairs({ cells }: Table): boolean {
  const texts = groupBy(
    cells.filter(({ text }) => text.trim() !== ""),
    ({ row }) => row,
  );
  return !cells.some(({ nested }) => nested?.length) && [...texts.values()].some(({ length }) => length > 1);
}

function isLayout(table: Table): boolean {
  if (table.columnCount === 1) return true;
  const inside = table.cells.flatMap((cell) => cell.nested ?? []);
  return inside.length > 0 && inside.reduce((so, nested) => so + nested.cells.length, 0) > table.cells.length;
}

function paragraphsOf(cell: Cell): Paragraph[] {
  return cell.text
    .split("\n")
    .filter((text) => text.trim() !== "")
    .map((text) => ({
      type: "paragraph",
      text,
      lines: [{ text, evidence: cell.evidence[0] ?? {} }],
      evidence: cell.evidence,
      ...(cell.reading ? { reading: cell.reading } : {}),
    }));
}
