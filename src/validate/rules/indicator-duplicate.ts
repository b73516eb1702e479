import { groupBy } from "../../core/group-by.js";
import type { Doubt } from "../../core/record.js";
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

/** Where others have a second level, names without one may have stood under several that were not read. */
const NO_LEVEL: Doubt = { confidence: 0.5, readings: [], because: "no second level was read, though other rows have one" };

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
    const hasLevels = judged.counted.some(({ indicator }) => indicator.level2 !== "");
    return repeated(judged.counted).map(([first, second, ...more]) => {
      const { level1, level2, level3 } = first.indicator;
      const under = level2 || level1;
      const at = cite(second, "level3");
      const times = String(2 + more.length);
      return {
        subject: level3,
        stated: times,
        recomputed: "1",
        difference: String(1 + more.length),
        message: {
          zh: under === "" ? `“${level3}”出现 ${times} 次。` : `“${level3}”在“${under}”下出现 ${times} 次。`,
          en: `${level3} stands ${times} times${under === "" ? "" : ` under ${under}`}.`,
        },
        cites: [
          level2 === "" && hasLevels ? { ...at, doubt: at.doubt ?? NO_LEVEL } : at,
          cite(first, "level3"),
          ...more.map((row) => cite(row, "level3")),
        ],
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
      title: "Rows without a second level where others have one: a level may not have been read",
      kind: "raises",
      draft: draft({ indicators: [row("设备采购", { level2: "" }), row("设备采购", { level2: "" }), row("设备验收")] }),
      finds: [{ subject: "设备采购", stated: "2", recomputed: "1", cause: "extraction" }],
    },
    {
      title: "Rows of a table that has no second levels at all",
      kind: "raises",
      draft: draft({ indicators: [row("设备采购", { level2: "" }), row("设备采购", { level2: "" })] }),
      finds: [{ subject: "设备采购", stated: "2", recomputed: "1" }],
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
