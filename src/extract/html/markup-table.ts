import type { Block, Cell, Paragraph, Table } from "../../core/extracted.js";
import { completeSpanlessRows } from "../complete-spanless-rows.js";
import { isPlaceholder } from "../is-placeholder.js";
import { stackedTexts } from "../tables/stacked-lines.js";
import type { PageContext } from "./markup-blocks.js";
import type { MarkupElement, MarkupNode } from "./parse-markup.js";
import { placeSpans, type SpannedRow } from "./place-spans.js";
import { shiftShortRows } from "./shift-short-rows.js";

export type ReadTable =
  /** A table that only lays out: its content, cell after cell. */
  | { readonly type: "layout"; readonly content: readonly MarkupNode[] }
  /** The caption's paragraphs and the table. */
  | { readonly type: "data"; readonly blocks: readonly Block[] };

interface SourceRow {
  readonly cells: readonly MarkupElement[];
  /** thead 0, tbody 1 …, tfoot last: the order in which they are shown. */
  readonly group: number;
}

/** Reads a table element: layout, or a grid of cells with what is in them. Faults: `too-large` (cells). */
export function readMarkupTable(
  table: MarkupElement,
  { limits, furniture, locate }: PageContext,
  inner: (nodes: readonly MarkupNode[]) => Block[],
): ReadTable {
  const rows = rowsOf(table, furniture);
  const caption = table.children.flatMap((node) => (node.type === "element" && node.name === "caption" ? inner(node.children) : []));
  if (isLayout(table, rows)) {
    const strays = table.children.filter((node) => node.type === "text" || !TABLE_PARTS.has(node.name));
    return { type: "layout", content: [...strays, ...rows.flatMap((row) => row.cells)] };
  }
  const spanned = rows.map(
    ({ cells, group }): SpannedRow<MarkupElement> => ({
      group,
      cells: cells.map((cell) => ({ rowSpan: span(cell, "rowspan"), colSpan: span(cell, "colspan") || 1, content: cell })),
    }),
  );
  const grid = placeSpans(spanned, limits);
  if (grid.cells.length === 0) return { type: "data", blocks: caption };
  const inside = grid.cells.map(({ content }) => (content ? inner(content.children) : []));
  const paragraphsIn = inside.map((blocks) => blocks.filter((block): block is Paragraph => block.type === "paragraph"));
  const stacked = stackedTexts(grid.cells.map(({ row }, i) => ({ row, lines: linesOf(paragraphsIn[i]!) })));
  const placed = grid.cells.map(({ content, ...place }, i): Cell => {
    if (!content) return { ...place, text: "", evidence: [] };
    const [blocks, paragraphs] = [inside[i]!, paragraphsIn[i]!];
    const told = stacked[i] ?? paragraphs.map((block) => block.text).join("\n");
    const text = isPlaceholder(told) ? "" : told;
    const line = paragraphs[0]?.evidence[0]?.line ?? locate(content.line);
    const nested = blocks.filter((block): block is Table => block.type === "table");
    return {
      ...place,
      text,
      evidence: [{ line, ...(text === "" ? {} : { quote: text }) }],
      ...(nested.length === 0 ? {} : { nested }),
    };
  });
  const isHole = ({ evidence }: Cell) => evidence.length === 0;
  const completed = completeSpanlessRows({ ...grid, cells: placed, isHole });
  const cells = shiftShortRows({ ...grid, cells: completed, isHole });
  const name = caption.flatMap((block) => (block.type === "paragraph" ? [block.text] : [])).join(" ");
  const data: Table = {
    type: "table",
    index: 0,
    rowCount: grid.rowCount,
    columnCount: grid.columnCount,
    cells: [...cells],
    origin: "markup",
    confidence: 1,
    ...(name === "" ? {} : { caption: name }),
  };
  return { type: "data", blocks: [...caption, data] };
}

function linesOf(paragraphs: readonly Paragraph[]): string[] {
  return paragraphs.flatMap(({ lines }) => lines.map(({ text }) => text));
}

const TABLE_PARTS: ReadonlySet<string> = new Set(["caption", "colgroup", "col", "thead", "tbody", "tfoot", "tr", "td", "th"]);

function rowsOf(table: MarkupElement, furniture: ReadonlySet<MarkupElement>): SourceRow[] {
  const groups: { order: number; rows: MarkupElement[][] }[] = [];
  let loose: MarkupNode[] = [];
  const finishLoose = () => {
    if (loose.length > 0) groups.push({ order: 1, rows: looseRows(loose, furniture) });
    loose = [];
  };
  for (const node of table.children) {
    if (node.type === "text" || furniture.has(node)) continue;
    if (node.name === "tr" || isCell(node)) loose.push(node);
    else if (node.name === "thead" || node.name === "tbody" || node.name === "tfoot") {
      finishLoose();
      groups.push({ order: node.name === "thead" ? 0 : node.name === "tbody" ? 1 : 2, rows: looseRows(node.children, furniture) });
    }
  }
  finishLoose();
  return groups.sort((a, b) => a.order - b.order).flatMap(({ rows }, group) => rows.map((cells) => ({ cells, group })));
}

/** Rows among the nodes; cells without a row make one. */
function looseRows(nodes: readonly MarkupNode[], furniture: ReadonlySet<MarkupElement>): MarkupElement[][] {
  const rows: MarkupElement[][] = [];
  let stray: MarkupElement[] | undefined;
  for (const node of nodes) {
    if (node.type === "text" || furniture.has(node)) continue;
    // Word and Excel end a table with a row of no height that only holds the columns' widths.
    if (node.name === "tr" && node.attributes.height === "0") continue;
    if (node.name === "tr") {
      stray = undefined;
      rows.push(node.children.filter((child): child is MarkupElement => child.type === "element" && isCell(child)));
    } else if (isCell(node)) {
      if (!stray) {
        stray = [];
        rows.push(stray);
      }
      stray.push(node);
    }
  }
  return rows;
}

function isCell(element: MarkupElement): boolean {
  return element.name === "td" || element.name === "th";
}

function span(cell: MarkupElement, name: "rowspan" | "colspan"): number {
  const value = Number.parseInt(cell.attributes[name] ?? "1", 10);
  return Number.isSafeInteger(value) && value >= 0 ? value : 1;
}

/** A cell of more characters than this holds prose, not a datum. */
const LONG_CELL = 200;

/**
 * Whether a table only lays the page out: it says so; it has a single column around paragraphs, headings or tables; or tables stand inside it and
 * hardly a row has two cells of its own, nor a label beside a table.
 */
function isLayout(table: MarkupElement, rows: readonly SourceRow[]): boolean {
  const role = (table.attributes.role ?? "").toLowerCase();
  if (role === "presentation" || role === "none") return true;
  const cells = rows.flatMap((row) => row.cells);
  if (cells.length === 0) return true;
  if (rows.every((row) => row.cells.length <= 1)) return true;
  if (cells.some((cell) => holds(cell.children, (name) => /^h[1-3]$/u.test(name)) && proseBlocks(cell.children) > 2)) return true;
  if (!cells.some((cell) => holds(cell.children, (name) => name === "table")))
    return rows.length === 1 && cells.some((cell) => proseBlocks(cell.children) > 2);
  const dataRows = rows.filter((row) => row.cells.filter(isDatum).length >= 2);
  return dataRows.length < 2 && !rows.every(({ cells: own }) => isLabelled(own));
}

/** A label, or several, beside a cell that holds a table and nothing else: what the table tells is the label's. */
function isLabelled(cells: readonly MarkupElement[]): boolean {
  const [last, ...labels] = [...cells].reverse();
  if (!last || labels.length === 0 || !labels.every(isDatum)) return false;
  const content = last.children.filter((node) => node.type === "element" || node.text.trim() !== "");
  return content.length === 1 && content[0]!.type === "element" && content[0]!.name === "table";
}

function isDatum(cell: MarkupElement): boolean {
  if (holds(cell.children, (name) => name === "table")) return false;
  const { text, links } = lengths(cell.children);
  return text > 0 && text <= LONG_CELL && links < text;
}

function holds(nodes: readonly MarkupNode[], wanted: (name: string) => boolean): boolean {
  return nodes.some((node) => node.type === "element" && (wanted(node.name) || holds(node.children, wanted)));
}

function lengths(nodes: readonly MarkupNode[]): { text: number; links: number } {
  let text = 0;
  let links = 0;
  for (const node of nodes) {
    const inner =
      node.type === "text" ? { text: node.text.trim().length, links: node.link ? node.text.trim().length : 0 } : lengths(node.children);
    text += inner.text;
    links += inner.links;
  }
  return { text, links };
}

/** Block children that hold a sentence. */
function proseBlocks(nodes: readonly MarkupNode[]): number {
  return nodes.reduce((count, node) => {
    if (node.type === "text") return count;
    const own = node.children.some((child) => child.type === "text" && /[。；]/u.test(child.text));
    return count + (own ? 1 : proseBlocks(node.children));
  }, 0);
}
