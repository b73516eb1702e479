import type { MarkupElement, MarkupNode } from "./parse-markup.js";

/** What pages call the cells of tables that they make of other elements. */
const CELL_CLASS = /(?:^|[\s_-])(?:td|th|cell)(?:$|[\s_-])/iu;
const LEAST_ROWS = 3;
/** Rows of one cell are titles; so many of the rows must have several. */
const SHARE_OF_ROWS = 0.6;

/** An inline element that is a cell by its class: kept as an element of its own. */
export function isDrawnCell(name: string, { class: names = "" }: { readonly [name: string]: string }): boolean {
  return name === "span" && CELL_CLASS.test(names);
}

/**
 * A table made of div and span, told by its structure: elements of one kind and class, one below the other, each of nothing but elements of one kind and
 * class. As a table element; undefined where it is none.
 */
export function drawnTable(element: MarkupElement): MarkupElement | undefined {
  if (element.name !== "div" && element.name !== "section") return undefined;
  const rows = alike(element.children);
  if (!rows || rows.length < LEAST_ROWS) return undefined;
  const cells = rows.map(({ children }) => alike(children));
  if (!cells.every((row) => row !== undefined) || new Set(cells.flatMap((row) => row.map(kindOf))).size !== 1) return undefined;
  if (cells.filter((row) => row.length > 1).length < rows.length * SHARE_OF_ROWS || cells.some((row) => row.some(holdsRows)))
    return undefined;
  return {
    ...element,
    name: "table",
    children: rows.map((row, i) => ({ ...row, name: "tr", children: cells[i]!.map((cell) => ({ ...cell, name: "td" })) })),
  };
}

/** The children, where they are elements of one kind and class and nothing else but white space. */
function alike(nodes: readonly MarkupNode[]): MarkupElement[] | undefined {
  const elements = nodes.filter((node) => node.type === "element");
  const isBare = nodes.every((node) => node.type === "element" || node.text.trim() === "");
  return isBare && elements.length > 0 && new Set(elements.map(kindOf)).size === 1 ? elements : undefined;
}

function kindOf({ name, attributes }: MarkupElement): string {
  return `${name}.${attributes.class ?? ""}`;
}

/** A cell that holds blocks of blocks is a part of the page, not a datum. */
function holdsRows({ children }: MarkupElement): boolean {
  return children.some((node) => node.type === "element" && node.children.some((inner) => inner.type === "element"));
}
