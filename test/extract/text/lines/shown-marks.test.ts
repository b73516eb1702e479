import { expect, it } from "vitest";
import { withoutShownMarks } from "../../../../src/extract/text/lines/shown-marks.js";
import { sourceLines } from "../../../../src/extract/text/lines/source-lines.js";

const read = (text: string) => withoutShownMarks(sourceLines(text)).map((line) => line.text);

it("leaves out the formatting marks that Word shows, where several lines end with them", () => {
  expect(read("数量指标¤\n巡护次数¤\n¤\n说明↵")).toEqual(["数量指标", "巡护次数", "", "说明"]);
  expect(read("单价12¤\n说明")).toEqual(["单价12¤", "说明"]);
});
