import { expect, it } from "vitest";
import { normalize } from "../../../src/normalize/normalize.js";
import { documentOf, tableOf } from "../table-of.js";

it("labels of the form among the rows are no indicators", () => {
  const head = ["一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分"];
  const row = ["产出指标", "数量指标", "巡查次数", "≥40次", "52次", "100", "100"];
  const form = ["填表人：", "", "某科室", "联系电话：", "", "", ""];
  const [report] = normalize(documentOf("某项目绩效自评表", tableOf([head, row, form])));
  expect(report!.indicators.map(({ level3 }) => level3)).toEqual(["巡查次数"]);
});
