import type { Box } from "../../core/evidence.js";
import type { Grid } from "./grid.js";
import type { TextLine } from "./text-lines.js";

/** What stands on a page, in reading order. */
export type PageItem = LineItem | GridItem;

export interface LineItem {
  readonly kind: "line";
  readonly page: number;
  readonly box: Box;
  readonly line: TextLine;
}

export interface GridItem {
  readonly kind: "grid";
  readonly page: number;
  readonly box: Box;
  readonly grid: Grid;
}
