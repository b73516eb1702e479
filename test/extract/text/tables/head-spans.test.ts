import { expect, it } from "vitest";
import { headSpans } from "../../../../src/extract/text/tables/head-spans.js";

const lay = (upper: string[], lower: string[]) =>
  headSpans([upper, lower].map((row) => row.map((text) => ({ text, line: 1 }))))[0]!.map(({ colSpan }) => colSpan ?? 1);

it("lays each cell of a head over the columns that go on from it, and several over those that stand together", () => {
  expect(lay(["绩效指标", "分值", "得分情况", "原因"], ["二级", "三级", "", "自评", "复核", ""])).toEqual([2, 1, 2, 1]);
  expect(lay(["绩效指标", "自评情况", "完成情况", "完成率", "原因"], ["二级", "三级", "分值", "得分", "指标值", "完成值", "", ""])).toEqual(
    [2, 2, 2, 1, 1],
  );
  expect(lay(["绩效指标", "完成情况", "原因"], ["一级", "二级", "三级", "指标值", "完成值", ""])).toEqual([3, 2, 1]);
});

it("lays the last cells over what repeats itself below them, each as wide", () => {
  const [names, year] = [
    ["二级", "三级"],
    ["指标值", "完成值", "得分"],
  ];
  expect(lay(["指标", "2021年", "2022年", "原因"], [...names, ...year, ...year, ""])).toEqual([2, 3, 3, 1]);
  expect(lay(["指标", "2021年", "2022年", "原因"], ["名称", ...year, ...year, ""])).toEqual([1, 3, 3, 1]);
  expect(lay(["指标", "完成", "得分", "原因"], [...names, "指标值", "完成值", "自评", "复核", "审定", "一致", ""])).toEqual([4, 2, 2, 1]);
});

it("leaves a head whose cells are too many for the columns, or may share in several ways", () => {
  expect(lay(["绩效指标", "分值", "完成情况", "原因"], ["二级", "三级", "分值", "完成值", "自评", ""])).toEqual([1, 1, 1, 1]);
  expect(lay(["指标", "分值", "完成", "得分"], ["一", "二", "", "三", "四", "五"])).toEqual([1, 1, 1, 1]);
});
