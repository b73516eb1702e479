import type { Cell } from "../../core/extracted.js";
import { cellText } from "../figures/cell-figure.js";
import { type MetaField, metaField } from "../lexicon/meta-label.js";
import type { Region } from "../tables/region.js";

/** A field of the form that a column tells, the same in each row: exports of budget systems repeat it. */
export interface ConstantColumn {
  readonly field: MetaField;
  readonly label: Cell;
  readonly value: Cell;
}

/** The columns of a region whose head names a field of the form and whose rows all say the same. */
export function constantColumns({ kind, grid, head, body }: Region): ConstantColumn[] {
  if ((kind !== "indicators" && kind !== "funds") || head.length === 0) return [];
  return Array.from({ length: grid.columnCount }, (_, column) => column).flatMap((column) => {
    const label = grid.at(head[0]!, column);
    const field = label?.column === column ? metaField(cellText(label)) : undefined;
    const cells = body.map((row) => grid.at(row, column)).filter((cell): cell is Cell => cell !== undefined && cellText(cell) !== "");
    const value = cells[0];
    const isConstant = value && cells.length === body.length && cells.every((cell) => cellText(cell) === cellText(value));
    return field && isConstant ? [{ field, label: label!, value }] : [];
  });
}
