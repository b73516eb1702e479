import { expect, it } from "vitest";
import { toldLines } from "./told.js";

it.each([
  "联系人：吴某　　联系电话：0000-5595649",
  "主管部门（单位）：临汐县水利局　　实施单位：临汐县渡口管理站",
  "填报时间：2023年4月8日　　项目属性：经常性项目☑　一次性项目□",
])("a line of labels with their values does not go on in the next, however wide it is: %s", (line) => {
  const { statedScores } = toldLines(["评价年度：2022年", line, "综合得分：96.76", "自评等次：优秀"].join("\n\n"));
  expect(statedScores.map(({ name, score }) => [name, score?.value])).toEqual([["综合得分", "96.76"]]);
});
