import type { Block, Cell, Extracted, Paragraph, Table } from "../../../core/extracted.js";
import { spliceNested } from "./splice-nested.js";

/**
 * Tables that only lay a page out (they hold other tables and no more than a few cells, or box a text in, a cell a row) as the blocks they hold: what
 * stands in a cell's text, then the tables inside it. One that only parts a table of levels and their rows is that table.
 */
export function unwrapLayout(extracted: Extracted): Extracted {
  if (!extracted.blocks.some((block) => block.type === "table" && isLayout(block))) return extracted;
  return { ...extracted, blocks: extracted.blocks.flatMap((block) => (block.type === "table" ? unwrapped(block) : [block])) };
}

function unwrapped(table: Table): Block[] {
  if (!isLayout(table)) return [table];
  const whole = spliceNested(table);
  if (whole) return [whole];
  return table.cells.flatMap((cell) => [...paragraphsOf(cell), ...(cell.nested ?? []).flatMap(unwrapped)]);
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
