import { describe, expect, it } from "vitest";
import { judgeText } from "../../../../src/extract/pdf/ink/trust-text.js";
import { inkText } from "../ink-text.js";

const ROW = "产出指标数量指标修建道路里程≥18里18里10分9.5分";

describe("a page's text layer", () => {
  it("is believed where it says what reports say", () => {
    expect(judgeText(inkText(ROW.repeat(3)))).toMatchObject({ layer: "native", trusted: true });
    expect(judgeText(inkText(`${ROW.repeat(3)}ü`))).toMatchObject({ trusted: true });
  });

  it("is not believed where nothing of it is a character, however little it is", () => {
    expect(judgeText(inkText("\x03\x04\x05\x06"))).toMatchObject({ trusted: false, because: "unmapped-characters" });
  });

  it("is not believed where the figures' font alone names other characters: all figures would be lost", () => {
    const latin = (text: string): string => text.replace(/\d/gu, (digit) => String.fromCodePoint(0xc0 + Number(digit)));
    expect(judgeText(inkText(latin(ROW.repeat(3))))).toMatchObject({ trusted: false, because: "foreign-characters" });
    const own = (text: string): string => text.replace(/\d/gu, (digit) => String.fromCodePoint(0xe030 + Number(digit)));
    expect(judgeText(inkText(own(ROW.repeat(3))))).toMatchObject({ trusted: false, because: "unmapped-characters" });
  });

  it("is not believed where some characters were cut to their high bytes: digits among them would be read as figures", () => {
    // （ ） become ÿ Ā, and the commas 、 and 。 become 1 and 2: what nobody can see.
    const cut = (text: string): string => text.replace(/[（）、。]/gu, (mark) => ({ "（": "ÿ", "）": "Ā", "、": "1", "。": "2" })[mark]!);
    const row = "产出指标（30分）数量指标新建、改建道路里程≥18里18里10分9.5分。";
    expect(judgeText(inkText(row.repeat(3)))).toMatchObject({ trusted: true });
    expect(judgeText(inkText(cut(row.repeat(3))))).toMatchObject({ trusted: false, because: "foreign-characters" });
  });

  it("is believed with words and units of other languages", () => {
    const words = "引进Müller与Citroën设备25ºC以下，中奥Österreich合作。";
    expect(judgeText(inkText(`${ROW.repeat(3)}${words}`))).toMatchObject({ trusted: true });
  });
});
