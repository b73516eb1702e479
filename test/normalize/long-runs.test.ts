import { describe, expect, it } from "vitest";
import { readMarkdown, readText } from "../../src/extract/text/read-text.js";
import { normalize } from "../../src/normalize/normalize.js";

/** Each of these took a quarter of a minute and more where a pattern or a loop began anew at each place of a run. */
const SECONDS = 5;
const bytes = (text: string) => new TextEncoder().encode(text);

describe("a line that is one long run is done with in time", () => {
  for (const unit of ["，", "、", "：", ";", "1", "（", "*"])
    it(`of ${unit}`, { timeout: 60_000 }, async () => {
      const start = performance.now();
      await normalize(readText(bytes(`绩效自评${unit.repeat(30_000)}得分10分`)));
      expect(performance.now() - start).toBeLessThan(SECONDS * 1000);
    });

  it("of foreign words, and of a table's columns", { timeout: 60_000 }, async () => {
    const start = performance.now();
    await normalize(readText(bytes("It was the best of times, it was the worst of times. ".repeat(1800))));
    const row = `|${"a|".repeat(10_000)}`;
    await normalize(readMarkdown(bytes(`# 2022年度项目支出绩效自评表\n${row}\n${row.replaceAll("a", "-")}\n${row}\n`)));
    expect(performance.now() - start).toBeLessThan(2 * SECONDS * 1000);
  });
});
