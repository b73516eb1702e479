import { expect, it } from "vitest";
import type { Column } from "../../../../src/normalize/flattened/column.js";
import { totalsBearOut } from "../../../../src/normalize/flattened/search/row-arithmetic.js";

const COLUMNS: readonly Column[] = [
  { kind: "points", role: "weight", title: "分值" },
  { kind: "points", role: "score", title: "得分" },
];
const row = (...texts: readonly string[]) => ({ total: false, texts });
const total = (...texts: readonly string[]) => ({ total: true, texts });

it("takes rows for borne out by totals that they reach, or miss by an execution's weight and score, not by its weight alone", () => {
  expect(totalsBearOut(COLUMNS, [row("50", "48"), row("50", "50"), total("100", "98")])).toBe(true);
  expect(totalsBearOut(COLUMNS, [row("50", "48"), row("40", "40"), total("100", "97.5")])).toBe(true);
  expect(totalsBearOut(COLUMNS, [row("50", "48"), row("40", "50"), total("100", "98")])).toBe(false);
  expect(totalsBearOut(COLUMNS, [row("50", "48"), row("50", "40"), total("100", "98")])).toBe(false);
});
