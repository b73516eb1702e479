import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LEXICON } from "../../src/normalize/lexicon/lexicon.js";
import { normalize } from "../../src/normalize/normalize.js";
import { documentOf, tableOf } from "./table-of.js";

/** The same facts, whatever the form: heads by other names, columns in another order, merged or not, cut by a page or not. */
const ROWS = [
  ["产出指标", "数量指标", "清淤河段长度", "≥35公里", "36公里", "20", "20", "102.86%", ""],
  ["产出指标", "数量指标", "补植苗木数量", "≥1200株", "1100株", "15", "13.75", "91.67%", "秋季干旱"],
  ["产出指标", "质量指标", "工程验收合格率", "=100%", "100%", "15", "15", "100.00%", ""],
  ["效益指标", "生态效益指标", "河岸环境状况", "明显改善", "达成预期指标", "30", "30", "", ""],
  ["满意度指标", "服务对象满意度指标", "沿岸居民满意度", "≥90%", "95.5%", "20", "20", "106.11%", ""],
] as const;
const ROLES = ["level1", "level2", "level3", "target", "actual", "weight", "score", "completionRate", "reason"] as const;
const VALUES = [3, 4, 5, 6, 7, 8];
const heads = (role: (typeof ROLES)[number]) => fc.constantFrom(...Object.keys(LEXICON.heads.words[role]));
const EXTRA = ["经办科室", "证明材料清单", "计划完成时点"];

const form = fc.record({
  heads: fc.tuple(...ROLES.map(heads)),
  order: fc.shuffledSubarray(VALUES, { minLength: VALUES.length, maxLength: VALUES.length }),
  extra: fc.option(fc.record({ at: fc.integer({ min: 0, max: VALUES.length }), head: fc.constantFrom(...EXTRA) }), { nil: undefined }),
  merged: fc.constantFrom("span", "blank", "repeat"),
  side: fc.boolean(),
  cut: fc.option(fc.record({ at: fc.integer({ min: 1, max: ROWS.length - 1 }), head: fc.boolean() }), { nil: undefined }),
});

function drawn({ heads: names, order, extra, merged, side, cut }: typeof form extends fc.Arbitrary<infer Form> ? Form : never) {
  const columns: (number | string)[] = [0, 1, 2, ...order];
  if (extra) columns.splice(3 + extra.at, 0, extra.head);
  const head = columns.map((column) => (typeof column === "number" ? names[column]! : column));
  const body = ROWS.map((row, r) =>
    columns.map((column) => {
      if (typeof column === "string") return r === 0 ? "某科" : "";
      const above =
        r > 0 && column <= 1 && ROWS.slice(0, 1).length > 0 && row[0] === ROWS[r - 1]![0] && row[column] === ROWS[r - 1]![column];
      if (!above || merged === "repeat") return row[column]!;
      return merged === "span" && r !== cut?.at ? "^" : "";
    }),
  );
  const total = columns.map((column, i) => (i === 0 ? "总分" : column === 5 ? "100" : column === 6 ? "98.75" : ""));
  const beside = (rows: string[][]) => (side ? rows.map((row, i) => [i === 0 ? "绩效指标" : "^", ...row]) : rows);
  if (!cut) return [tableOf(beside([head, ...body, total]))];
  const first = beside([head, ...body.slice(0, cut.at)]);
  const second = [...(cut.head ? [head] : []), ...body.slice(cut.at), total];
  return [tableOf(first), tableOf(side ? second.map((row) => ["", ...row]) : second)];
}

describe("the same facts in another form", () => {
  it("give the same indicators and totals", () => {
    fc.assert(
      fc.property(form, (shape) => {
        const [draft] = normalize(documentOf("2023年度河道整治项目绩效自评报告", ...drawn(shape)));
        const read = draft!.indicators.map((row) => [
          row.level1,
          row.level2,
          row.level3,
          row.target,
          row.actual,
          row.weight?.value ?? "",
          row.score?.value ?? "",
          row.completionRate ? `${row.completionRate.value}%` : "",
          row.deviationReason,
        ]);
        expect(read).toEqual(ROWS);
        expect(draft!.statedScores.map(({ scope, name, score, fullMarks }) => [scope, name, fullMarks?.value, score?.value])).toEqual([
          ["total", "总分", "100", "98.75"],
        ]);
        expect(draft!.claims.copies).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });
});
