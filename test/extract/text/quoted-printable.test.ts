import { describe, expect, it } from "vitest";
import { undoQuotedPrintable } from "../../../src/extract/text/quoted-printable.js";

const TEXT = "项目名称\t渡口养护\n分值=10\n";
const escaped = (text: string) =>
  [...Buffer.from(text)].map((byte) => (byte > 0x7e || byte === 0x3d ? `=${byte.toString(16).toUpperCase()}` : String.fromCharCode(byte)));
const read = (text: string) => Buffer.from(undoQuotedPrintable(Buffer.from(text)) ?? []).toString();

describe("a text saved from a mail with its encoding", () => {
  it("is decoded, with lines that the encoding broke in the midst of a character", () => {
    const pieces = escaped(TEXT);
    const broken = [...pieces.slice(0, 10), "=\r\n", ...pieces.slice(10)].join("");
    expect(read(broken)).toBe(TEXT);
  });

  it("is joined where just the ends of lines were left", () => {
    const lines = "一级指标 二级指标 三=\n级指标 指标值 实际=\n完成值 分值 得分=20\n产出指标 数量指标 =\n巡查次数\n";
    expect(read(lines)).toBe("一级指标 二级指标 三级指标 指标值 实际完成值 分值 得分 \n产出指标 数量指标 巡查次数\n");
  });

  it("is told from signs of equality", () => {
    for (const text of ["得分=20\n分值=20\n", "一级指标\n=\n产出\n=\n95%\n=\n", "总分=\n产出20+效益30\n共=\n50分\n", "a=1&b=2&c=30\n"])
      expect(undoQuotedPrintable(Buffer.from(text))).toBeUndefined();
  });
});
