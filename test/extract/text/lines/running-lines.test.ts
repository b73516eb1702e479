import { describe, expect, it } from "vitest";
import { withoutRunningHeads } from "../../../../src/extract/text/lines/running-lines.js";
import { sourceLines } from "../../../../src/extract/text/lines/source-lines.js";

const HEAD = "清源县水务站绩效自评报告";
const read = (...lines: string[]) => withoutRunningHeads(sourceLines(lines.join("\n"))).flatMap(({ text }) => text.trim() || []);
const spans = (...lines: string[]) => withoutRunningHeads(sourceLines(lines.join("\n"))).map(({ text }) => text);

describe("a page's end in a text", () => {
  it("leaves a sentence whole that it cut", () => {
    expect(spans("1．河道保洁长度，目标值≥12公里，全年实际完成", "", "－ 1 －", "", "值12公里，得8分。")).toEqual([
      "1．河道保洁长度，目标值≥12公里，全年实际完成",
      "值12公里，得8分。",
    ]);
  });

  it("takes a running head with it that stands so twice, once within a sentence", () => {
    const lines = ["年初设定目标，全年实际完成", "－ 1 －", HEAD, "值12公里。", "二、自评结论", "－ 2 －", HEAD, "三、有关建议"];
    expect(read(...lines)).toEqual(["年初设定目标，全年实际完成", "值12公里。", "二、自评结论", "－ 2 －", "三、有关建议"]);
  });

  it("leaves the titles of reports that begin on a page of their own", () => {
    const lines = [HEAD, "本项目得98分。", "第1页", HEAD, "（2022年度）", "本项目得97分。", "第2页", HEAD, "（2023年度）"];
    expect(read(...lines)).toEqual(lines);
  });
});
