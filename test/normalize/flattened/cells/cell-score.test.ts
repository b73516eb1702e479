import fc from "fast-check";
import { expect, it } from "vitest";
import { MOST_WORTH, scoreCell } from "../../../../src/normalize/flattened/cells/cell-score.js";
import type { ColumnKind } from "../../../../src/normalize/flattened/column.js";

const KINDS: readonly ColumnKind[] = [
  "level1",
  "level2",
  "levels",
  "name",
  "target",
  "actual",
  "operator",
  "unit",
  "points",
  "rate",
  "text",
  "standard",
  "label",
  "amount",
  "serial",
  "other",
];
const PIECES = [
  "产出指标",
  "数量指标",
  "渡口浮桥检修座数",
  "群众满意度",
  "完成率",
  "年度资金总额",
  "其中：",
  "≥",
  "95%",
  "12",
  "2024年",
  "6月",
  "30日",
  "前",
  "座",
  "显著提升",
  "完成",
  "因疫情影响",
  "得满分",
  "扣1分",
  "合计",
  "1,200.50",
  "万元",
  "、",
  "，",
  "（",
  "）",
];

it("is worth no more as a cell of any kind than the search of rows counts on", () => {
  fc.assert(
    fc.property(fc.constantFrom(...KINDS), fc.array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 8 }), (kind, pieces) => {
      const text = pieces.join("");
      const known = { phrases: new Set([text]), snippets: new Set([text]) };
      expect(scoreCell(kind, text, known)).toBeLessThanOrEqual(MOST_WORTH);
    }),
    { numRuns: 1000 },
  );
});

it("takes a level's marks alone for no reason", () => {
  const worth = (text: string) => scoreCell("text", text);
  expect(worth("(30分)")).toBeLessThan(worth("雨季施工延误"));
  expect(worth("(30分)")).toBeLessThan(-10);
});

it("knows second levels that an office words itself, and none that a first level runs into", () => {
  for (const name of ["立项管理", "职责履行数量", "经济社会效益"]) expect(scoreCell("level2", name)).toBeGreaterThan(0);
  expect(scoreCell("level2", "产出产出数量")).toBeLessThan(0);
  expect(scoreCell("level1", "决策立项管理")).toBeLessThan(0);
});
