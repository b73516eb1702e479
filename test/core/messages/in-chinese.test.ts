import { describe, expect, it } from "vitest";
import { inChinese } from "../../../src/core/messages/in-chinese.js";
import { MESSAGES, type Message } from "../../../src/core/messages/messages.js";

describe("a message of a reading", () => {
  it("that is not in the list is refused by the compiler", () => {
    // @ts-expect-error: nobody has told it in Chinese
    const untold: Message = "its ink is too green";
    const table = 3 as number;
    const told: Message = `table ${table}: its grid is uncertain`;
    expect([untold, told].map(inChinese)).toEqual(["its ink is too green", "表4：表格结构不确定"]);
  });

  it.each(Object.entries(MESSAGES))("names in Chinese all that is filled in, each once: %s", (english, chinese) => {
    const places = Array.from({ length: english.split("{}").length - 1 }, (_, i) => `{${i + 1}}`);
    const named = chinese.match(/\{\d(?:\+1)?\}/gu)?.map((place) => place.replace("+1", ""));
    expect(named?.sort() ?? []).toEqual(places);
    expect(inChinese(english.replaceAll("{}", "12"))).not.toMatch(/\{[\d+]*\}/u);
  });

  it("is told in Chinese with the messages in it, one or several", () => {
    expect(inChinese("Page 3 cannot be read: it has more than 500 characters.")).toBe("第 3 页无法读取：页面多于 500 个字符。");
    expect(inChinese("The indicators of this report could not be read: 2 figures could not be read; table 0: its grid is uncertain")).toBe(
      "这份报告的指标未能识读：有 2 个数字未能识读；表1：表格结构不确定",
    );
    expect(inChinese("Nothing readable stands in the file. Page 1: it is a picture without text.")).toBe(
      "文件中没有可读的内容。第 1 页：页面是没有文字的图片。",
    );
  });

  it("numbers tables from 1, which records number from 0, and nothing else", () => {
    expect(inChinese("table 0: 3 figures stand in no field (0, 7)")).toBe("表1：有 3 个数字没有归入任何栏目（0, 7）");
    expect(inChinese("0 figures could not be read")).toBe("有 0 个数字未能识读");
  });

  it("keeps a document's own words, and what another version said", () => {
    expect(inChinese('Sheet "a; b $1": 3 hidden rows and 0 hidden columns with text were left out.')).toMatch("“a; b $1”：3 行、0 列");
    expect(inChinese('Sheet "its grid is uncertain": 3 hidden rows and 0 hidden columns with text were left out.')).toMatch(
      "“its grid is uncertain”",
    );
    expect(inChinese("what nobody knows: 3 {1}")).toBe("what nobody knows: 3 {1}");
  });

  it("is found in no time, however long a document's words in it are", () => {
    const words = `${"Page 1: = ÷ ≤ ".repeat(20_000)};`;
    const begun = performance.now();
    expect(inChinese(`A figure could not be read: ${words}`)).toMatch("未能识读");
    expect(performance.now() - begun).toBeLessThan(1_000);
  });
});
