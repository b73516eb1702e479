import { describe, expect, it } from "vitest";
import { decodeText } from "../../../src/extract/text/decode-text.js";

const TEXT = "项目支出绩效自评报告\n全年预算数：120.50万元，执行率 98.2%。\n";
/** The same in GB 18030; none of Node's encoders writes it. */
const GB = Buffer.from("cfeec4bfd6a7b3f6bca8d0a7d7d4c6c0b1a8b8e60a", "hex");

function utf16(text: string, big: boolean): Uint8Array {
  const bytes = Buffer.from(text, "utf16le");
  return big ? bytes.swap16() : bytes;
}

describe("the encoding of a text", () => {
  it("is UTF-8 where that reads without a fault, with or without a mark", () => {
    expect(decodeText(Buffer.from(TEXT))).toEqual({ text: TEXT, encoding: "utf-8", broken: 0 });
    expect(decodeText(Buffer.from(`\ufeff${TEXT}`))).toEqual({ text: TEXT, encoding: "utf-8", broken: 0 });
  });

  it("is UTF-16 by its mark, or by the side on which the zeros stand", () => {
    for (const big of [false, true]) {
      const encoding = big ? "utf-16be" : "utf-16le";
      expect(decodeText(utf16(`\ufeff${TEXT}`, big))).toEqual({ text: TEXT, encoding, broken: 0 });
      expect(decodeText(utf16(TEXT, big))).toEqual({ text: TEXT, encoding, broken: 0 });
    }
  });

  it("is GB 18030 for the bytes of a Chinese text that are no UTF-8", () => {
    expect(decodeText(GB)).toEqual({ text: "项目支出绩效自评报告\n", encoding: "gb18030", broken: 0 });
  });

  it("is Big5 only where the characters are far commoner so", () => {
    const big5 = Buffer.from("b6b5a5d8a4e4a558c15aaec4a6dbb5fbb3f8a769", "hex");
    expect(decodeText(big5)).toEqual({ text: "項目支出績效自評報告", encoding: "big5", broken: 0 });
  });

  it("is what the document declares where that reads without a fault", () => {
    const big5 = Buffer.from("b6b5a5d8", "hex");
    expect(decodeText(big5, "Big5")?.text).toBe("項目");
    expect(decodeText(GB.subarray(0, 4), "gb2312")?.text).toBe("项目");
    expect(decodeText(Buffer.from("项目"), "gb2312")?.text).toBe("项目");
  });

  it("tells how many characters a cut-off text lost", () => {
    const cut = Buffer.from(TEXT.repeat(20)).subarray(0, -2);
    expect(decodeText(cut)).toMatchObject({ encoding: "utf-8", broken: 1 });
  });

  it("is none for bytes that are no text", () => {
    const noise = Uint8Array.from({ length: 4000 }, (_, i) => (i * 7919 + ((i * i) % 251)) % 256);
    expect(decodeText(noise)).toBeUndefined();
    expect(decodeText(noise.filter((byte) => byte !== 0))).toBeUndefined();
  });
});
