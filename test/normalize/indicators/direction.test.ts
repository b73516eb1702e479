import { describe, expect, it } from "vitest";
import { readQuantity } from "../../../src/normalize/figures/quantity.js";
import { directionOf } from "../../../src/normalize/indicators/direction.js";

const of = (level3: string, target: string, level2 = "时效指标") =>
  directionOf(readQuantity(target), { level2, level3, category: "output" });

describe("the good side of an unsigned target", () => {
  it("is below it where the name says that time is spent", () => {
    for (const name of ["建设工期", "办理时限", "审批天数", "平均响应时间", "支付周期"]) expect(of(name, "12天")).toBe("lower");
  });

  it("is not told for a time under 时效 whose name leaves it open", () => {
    expect(of("竣工", "12个月")).toBe("none");
    expect(of("服务期", "12个月")).toBe("none");
  });

  it("is above it for other amounts, and where the sign says so", () => {
    expect(of("及时完成率", "98%")).toBe("higher");
    expect(of("工期", "≥12个月")).toBe("higher");
    expect(of("培训天数", "12天", "数量指标")).toBe("higher");
  });
});
