import { describe, expect, it } from "vitest";
import { csvLine } from "../../src/core/csv.js";

describe("a line of CSV", () => {
  it("quotes what needs it and keeps numbers", () => {
    expect(csvLine(["自评得分", "93.56", -1.5, null, true, 'a "b", c', "x\ny"])).toBe('自评得分,93.56,-1.5,,true,"a ""b"", c","x\ny"\r\n');
  });

  it.each(["=1+1", "+cmd", "-2+3", "@SUM(A1)", "\t=1", " =HYPERLINK(1)", "\r=1", "＝1+1"])(
    "keeps a spreadsheet from running %j",
    (text) => {
      expect(csvLine([text]).replace(/^"/, "")).toMatch(/^'/);
    },
  );

  it.each(["-5", "-0.25", "12"])("leaves the number %s a number", (text) => {
    expect(csvLine([text])).toBe(`${text}\r\n`);
  });
});
