import { expect, it } from "vitest";
import { toldLines } from "./told.js";

it("a line of labels with their values does not go on in the next, however wide it is", () => {
  const { statedScores } = toldLines(
    ["评价年度：2022年", "", "联系人：吴某　　联系电话：0000-5595649", "", "综合得分：96.76", "", "自评等次：优秀"].join("\n"),
  );
  expect(statedScores.map(({ name, score }) => [name, score?.value])).toEqual([["综合得分", "96.76"]]);
});
