import { describe, expect, it } from "vitest";
import { told } from "../told.js";

const read = (...texts: string[]) =>
  told(...texts).indicators.map(
    ({ level1, level2, level3, target, actual, weight, score }) =>
      `${level1}/${level2}/${level3} ${target} ${actual} ${weight?.value ?? ""} ${score?.value ?? ""}`,
  );

describe("what sentences say of an indicator's name", () => {
  it.each([
    "检修浮桥座数为数量指标，目标值≥12座，完成值12座，权重20分，得20分。",
    "检修浮桥座数属于数量指标，目标值≥12座，完成值12座，权重20分，得20分。",
    "检修浮桥座数。该指标属于数量指标，目标值≥12座，完成值12座，权重20分，得20分。",
  ])("may be its level: %s", (text) => {
    expect(read("一、产出指标", text)).toEqual(["产出指标/数量指标/检修浮桥座数 ≥12座 12座 20 20"]);
  });

  it("leaves a name that begins as 本 does to its level", () => {
    expect(read("二、效益指标", "本地群众受益户数为社会效益指标，目标值≥12户，完成值12户，权重20分，得20分。")).toEqual([
      "效益指标/社会效益指标/本地群众受益户数 ≥12户 12户 20 20",
    ]);
  });

  it("may be its target and its marks before the words that say so", () => {
    expect(read("（一）产出指标", "“检修浮桥座数”指标（数量指标）实际完成值为9座，未达到≥12座的年度指标值，按20分权重计15分。")).toEqual([
      "产出指标/数量指标/检修浮桥座数 ≥12座 9座 20 15",
    ]);
  });

  it("leaves numbers of any form out of it", () => {
    expect(
      read(
        "一、产出指标",
        "1）检修浮桥座数：目标值12座／完成值12座／权重20分／得分20分",
        "2）渡口数：目标值2处／完成值2处／权重20分／得分20分",
      ),
    ).toEqual(["产出指标//检修浮桥座数 12座 12座 20 20", "产出指标//渡口数 2处 2处 20 20"]);
  });

  it("stands under heads numbered within their chapter", () => {
    expect(
      read("4 指标完成情况", "4.1 产出指标（50分）", "数量指标", "检修浮桥座数：实际完成12座，目标值≥12座，得分20分（权重20分）。"),
    ).toEqual(["产出指标/数量指标/检修浮桥座数 ≥12座 12座 20 20"]);
  });
});
