import { describe, expect, it } from "vitest";
import { duration, progressLine } from "../../src/cli/import/progress.js";
import { ImportTally } from "../../src/cli/import/tally.js";
import { printable } from "../../src/cli/output/printable.js";
import { WORDS } from "../../src/cli/output/words.js";
import { document, unread } from "../warehouse/records.js";

describe("printable text", () => {
  it("spells out what a terminal obeys", () => {
    expect(printable("a\u001b]0;x\u0007\u009b2J\u202eb")).toBe("a\\u001b]0;x\\u0007\\u009b2J\\u202eb");
  });

  it("makes of JSON other JSON of the same data", () => {
    const data = { "k\u0085": "\u007f\u2028\u202e 自评 \u0000" };
    expect(JSON.parse(printable(JSON.stringify(data)))).toEqual(data);
  });
});

describe("the progress of an import", () => {
  it("tells files, rate, time left and what was found", () => {
    const tally = new ImportTally();
    tally.skip(8);
    tally.add(document("a"));
    tally.add(unread("b"));
    expect(progressLine(tally, 40, 0.5)).toBe("█████░░░░░░░░░░░░░░░ 25%  10/40 files  0.5/s  1m00s left  1 errors, 0 warnings  1 not read");
    expect(progressLine(tally, undefined, 0)).toBe("10 files  0.0/s  1 errors, 0 warnings  1 not read");
  });

  it.each([
    [9.4, "9s"],
    [59.6, "1m00s"],
    [125, "2m05s"],
    [3720, "1h02m"],
  ])("tells %d seconds as %s", (seconds, text) => {
    expect(duration(seconds)).toBe(text);
  });
});

describe("places", () => {
  it("count from 1, and name the line only where no table tells it better", () => {
    expect(WORDS.en.place({ page: 3, table: 0, row: 4, column: 2, line: 9 })).toBe("page 3, table 1, row 5, column 3");
    expect(WORDS.zh.place({ page: 3, table: 0, row: 4, column: 2 })).toBe("第3页 表1 第5行 第3列");
    expect(WORDS.zh.place({ line: 120 })).toBe("第120行");
  });
});
