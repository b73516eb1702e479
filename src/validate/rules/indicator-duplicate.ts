import { groupBy } from "../../core/group-by.js";
import { draft, row } from "../example-draft.js";
import { plainText } from "../plain-text.js";
import { cite, type Row } from "../rows/row.js";
import { defineRule } from "../rule.js";

/** Rows of one name under one second level, in reading order; names that stand once are left out. */
function repeated(rows: readonly Row[]): [Row, Row, ...Row[]][] {
  const named = rows.filter(({ indicator }) => plainText(indicator.level3) !== "");
  const groups = groupBy(named, ({ indicator: { level1, level2, level3 } }) => JSON.stringify([level1, level2, level3].map(plainText)));
  return [...groups.values()].filter((group): group is [Row, Row, ...Row[]] => group.length > 1);
}

/** `indicator/duplicate`: one name more than once under one second level. */
export const indicatorDuplicate = defineRule({
  id: "indicator/duplicate",
  severity: "warning",
  title: { zh: "指标重复设置", en: "An indicator stands more than once" },
  why: {
    zh: "同一二级指标下重复设置同名指标，等于对同一事项重复计分。",
    en: "The same name twice under one second level scores one thing twice.",
  },
  source: "Reviewers' check 53 (duplicate indicators, named by units in their own reports as 重复设置绩效指标)",
  accuse(judged) {
    return repeated(judged.counted).map(([first, second, ...more]) => {
      const { level2, level3 } = first.indicator;
      const times = String(2 + more.length);
      return {
        subject: level3,
        stated: times,
        recomputed: "1",
        difference: String(1 + more.length),
        message: {
          zh: `“${level3}”在“${level2}”下出现 ${times} 次。`,
          en: `${level3} stands ${times} times under ${level2}.`,
        },
        cites: [cite(second, "level3"), cite(first, "level3"), ...more.map((row) => cite(row, "level3"))],
      };
    });
  },
  examples: [
    {
      title: "Three rows of one name are named once",
      kind: "raises",
      draft: draft({ indicators: [row("平台运行情况"), row("线路运行情况"), row("平台运行情况"), row("平台运行情况")] }),
      finds: [{ subject: "平台运行情况", stated: "3", recomputed: "1" }],
    },
    {
      title: "The same name under another second level is another indicator",
      kind: "passes",
      draft: draft({ indicators: [row("设备采购", { level2: "数量指标" }), row("设备采购", { level2: "成本指标" })] }),
      finds: [],
    },
    {
      title: "A 其中 row repeats its parent's name without being counted",
      kind: "passes",
      draft: draft({ indicators: [row("修复里程"), row("修复里程", { partOf: "i1" })] }),
      finds: [],
    },
    {
      title: "A space within the name makes no other name",
      kind: "edge",
      draft: draft({ indicators: [row("T+1 数据回流"), row("T+1数据回流")] }),
      finds: [{ subject: "T+1 数据回流", stated: "2", recomputed: "1" }],
    },
  ],
});
