import { describe, expect, it } from "vitest";
import { told } from "../told.js";

const listed = (text: string) =>
  told(text).breakdowns.map(({ label, total, items }) => [label, total?.value, ...items.map(({ money }) => money.value)]);

describe("items of expenditure behind 其中, without numbers", () => {
  it("are held against their total where they come to more than it", () => {
    expect(listed("支出合计259.56万元，其中：车辆运行费96.40万元、终端处置费121.50万元、设备更新42.66万元。")).toEqual([
      ["支出合计", "259.56", "96.40", "121.50", "42.66"],
    ]);
    expect(listed("全年实际支出100万元，其中设备费60万元，培训费30万元和差旅费20万元。")).toEqual([
      ["全年实际支出", "100", "60", "30", "20"],
    ]);
  });

  it.each([
    "全年实际支出100万元，其中：设备费60万元、培训费30万元。",
    "支出合计1000万元，其中：基本支出600万元，项目支出400万元，人员经费支出12万元。",
    "实际使用资金100.00万元，其中省级资金60万元、市级资金50万元。",
    "预算支出100万元，其中：设备费60万元、培训费50万元。",
    "项目支出100万元，其中：设备费60万元（包括服务器50万元）、培训费40万元。",
    "支出合计100万元，其中：设备费70万元、培训费30.5万元。",
  ])("are left alone: %s", (text) => {
    expect(listed(text)).toEqual([]);
  });
});
