import type { TextLine } from "../text-lines.js";
import { cutRows } from "./cut-rows.js";
import { type BandRows, fitRows } from "./fit-rows.js";

/** Rows of a band from `top` to `bottom`, by its columns' lines: exactly, where these tell so much, or else as well as they can be told. */
export function bandRows(columns: readonly (readonly TextLine[])[], top: number, bottom: number): BandRows {
  return fitRows(columns, top, bottom) ?? { cuts: cutRows(columns), spans: columns.map(() => undefined) };
}
