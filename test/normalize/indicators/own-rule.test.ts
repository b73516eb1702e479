import { describe, expect, it } from "vitest";
import { isOwnRule, isStepRule } from "../../../src/normalize/indicators/own-rule.js";
import { normalize } from "../../../src/normalize/normalize.js";
import { documentOf, tableOf } from "../table-of.js";

describe("a scoring standard printed beside an indicator", () => {
  it.each(["完成得满分，每少1场扣1分", "每降低1个百分点扣0.5分，扣完为止", "达到得满分，否则不得分", "符合要求得满分，否则酌情扣分"])(
    "%s: a rule of its own",
    (text) => {
      expect(isOwnRule(text)).toBe(true);
    },
  );

  it.each(["", "完成得满分，未完成的按比例扣分", "得分＝实际完成值÷目标值×该指标分值", "按完成比例计分，完成得满分", "完成率×分值"])(
    "%s: the usual proportion",
    (text) => {
      expect(isOwnRule(text)).toBe(false);
    },
  );

  it("is its own where full marks are given from elsewhere than the target", () => {
    expect(isOwnRule("完成90%以上得满分", "20")).toBe(true);
    expect(isOwnRule("≥18场得满分，低于18场按比例", "20")).toBe(true);
    expect(isOwnRule("90%-100%得8分，90%以下得5分", "95")).toBe(true);
    expect(isOwnRule("≥20场得满分，否则按比例", "20")).toBe(false);
    expect(isOwnRule("完成率≥100%得满分，否则按完成比例得分", "20")).toBe(false);
  });

  it("is read from its column, also beside last year's figures", () => {
    const { indicators } = normalize(
      documentOf(
        "某项目绩效自评表",
        tableOf([
          ["一级指标", "二级指标", "三级指标", "上年完成值", "目标值", "完成值", "分值", "得分计算方法", "得分"],
          ["产出指标", "数量指标", "讲座场次", "16场", "≥20场", "18场", "50", "每少1场扣1分", "48"],
          ["产出指标", "数量指标", "短片部数", "10部", "≥12部", "12部", "50", "按完成比例计分", "50"],
        ]),
      ),
    )[0]!;
    expect(indicators.map(({ ownRule }) => ownRule)).toEqual([true, undefined]);
  });
});

describe("a remark", () => {
  it("is a rule of its own where it prints points a step, and none where it tells why points were lost", () => {
    expect(isStepRule("每少1个扣1分")).toBe(true);
    expect(isStepRule("受疫情影响，少办1场，扣1分")).toBe(false);
  });
});
