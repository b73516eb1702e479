import { expect, it } from "vitest";
import { told } from "../told.js";

it.each(["～", "—", "→"])("a path is read whole where 目标 stands before the sign that parts it: %s", (sign) => {
  const path = (...names: string[]) => names.join(sign);
  const { indicators } = told(
    `（一）决策。${path("决策", "项目立项", "立项依据充分性")}，分值3分，得分3分；${path("决策", "绩效目标", "绩效目标合理性")}，目标值～90%，分值4分，得分4分。`,
  );
  expect(indicators.map(({ level2, level3, score }) => [level2, level3, score?.value])).toEqual([
    ["项目立项", "立项依据充分性", "3"],
    ["绩效目标", "绩效目标合理性", "4"],
  ]);
});
