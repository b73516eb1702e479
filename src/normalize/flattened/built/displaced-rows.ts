import { readQuantity } from "../../figures/quantity.js";
import type { ColumnKind } from "../column.js";

/**
 * Rows whose figures may stand one column off, for a cell that said nothing left no trace: the target has a unit and the actual is a bare
 * figure, as marks are. A table whose author leaves the units of actuals out has many such rows, and none of them is displaced.
 */
export function displacedRows(
  rows: readonly { readonly total: boolean; readonly texts: readonly string[] }[],
  kinds: readonly ColumnKind[],
): Set<number> {
  const target = kinds.indexOf("target");
  const actual = kinds.indexOf("actual");
  if (target < 0 || actual < 0) return new Set();
  const measured = rows.flatMap(({ total, texts }, row) => {
    const unit = total ? "" : (readQuantity(texts[target]!)?.unit ?? "");
    return unit === "" ? [] : [{ row, isBare: /^\d+(?:\.\d+)?$/u.test(texts[actual]!) }];
  });
  const bare = measured.filter(({ isBare }) => isBare);
  return new Set(bare.length < measured.length / 2 ? bare.map(({ row }) => row) : []);
}
