import { type CellObject, SSF } from "@e965/xlsx";
import { exact } from "../../core/decimal.js";

/** Digits that Excel keeps of a number before it shows it. */
const EXCEL_DIGITS = 15;

/**
 * What a cell shows: its number in its format. The library rounds the binary number; Excel rounds its first fifteen decimal digits, half up. The two differ
 * where those end in a five (2.675 in 0.00 shows 2.68), and there the number is moved over the edge before it is formatted.
 */
export function shownText(cell: CellObject): string {
  const { t: type, v: value, w: formatted, z: format } = cell;
  if (type === "z" || value === undefined) return "";
  const shown = formatted ?? (type === "b" ? (value ? "TRUE" : "FALSE") : String(value));
  if (type !== "n" || typeof value !== "number" || format === undefined || format === "General") return shown;
  const edge = overTheEdge(value, shown);
  return edge === undefined ? shown : SSF.format(format, edge);
}

/** The number a little away from zero when its fifteen digits end in a five right behind the last digit shown; else undefined. */
function overTheEdge(value: number, shown: string): number | undefined {
  if (!Number.isFinite(value) || Number.isInteger(value)) return undefined;
  const decimals = /\.(\d+)/u.exec(shown)?.[1]?.length ?? 0;
  const scaled = exact(value.toPrecision(EXCEL_DIGITS)).times(shown.includes("%") ? 100 : 1);
  const isTie = scaled.abs().times(exact(10).pow(decimals)).mod(1).eq("0.5");
  return isTie ? value * (1 + 4 * Number.EPSILON) : undefined;
}
