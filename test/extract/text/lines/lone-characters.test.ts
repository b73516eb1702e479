import { describe, expect, it } from "vitest";
import { joinLoneCharacters } from "../../../../src/extract/text/lines/lone-characters.js";
import { sourceLines } from "../../../../src/extract/text/lines/source-lines.js";

describe("a text broken behind every character", () => {
  const cells = ["项目支出绩效自评表", "（2022年度）", "项目名称", "农村人居环境整治", "≥6.5公里", "9.5", "1", "100"];
  const join = (text: string) => joinLoneCharacters(sourceLines(text));
  const told = (text: string) => join(text).flatMap((line) => (line.text === "" ? [] : [line.text]));

  it("has the lines that stand apart", () => {
    const broken = cells.map((cell) => [...cell].join("\n")).join("\n\n");
    expect(told(broken)).toEqual(cells);
    expect(join(broken).find(({ text }) => text === "（2022年度）")!.number).toBe(11);
  });

  it("has them where every line is parted from the next", () => {
    expect(told(cells.map((cell) => [...cell].join("\n\n")).join("\n\n\n"))).toEqual(cells);
  });

  it("is not one whose lines say words", () => {
    const words = `${"项目名称\n".repeat(30)}${"5\n".repeat(60)}`;
    expect(told(words)).toEqual(words.trim().split("\n"));
  });
});
