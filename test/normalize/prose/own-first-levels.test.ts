import { describe, expect, it } from "vitest";
import { told } from "./told.js";

const levels = (...texts: readonly string[]) => told(...texts).indicators.map(({ level1, level2, level3 }) => [level1, level2, level3]);

const OUTPUT = ["（三）产出指标", "1.数量指标——检修浮桥座数：年度目标值12座，实际完成13座，分值20分，自评得20分。"];
const MANAGED = "1.资金管理——资金使用合规性：年度目标值合规，实际完成合规，分值5分，自评得5分。";

describe("a head of one word", () => {
  it("names a first level where it has the rank of those of 产出 and 效益", () => {
    expect(levels("（二）管理", MANAGED, ...OUTPUT)).toEqual([
      ["管理", "资金管理", "资金使用合规性"],
      ["产出指标", "数量指标", "检修浮桥座数"],
    ]);
  });

  it("names none elsewhere, nor where it is no level's", () => {
    expect(levels("二、管理", MANAGED, ...OUTPUT)[0]).toEqual(["", "资金管理", "资金使用合规性"]);
    expect(levels("（二）其他方面", MANAGED, ...OUTPUT)[0]).toEqual(["", "资金管理", "资金使用合规性"]);
  });
});
