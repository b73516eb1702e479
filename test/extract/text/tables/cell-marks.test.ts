import { expect, it } from "vitest";
import { readText } from "../../../../src/extract/text/read-text.js";

const rows = (lines: readonly string[]) =>
  readText(Buffer.from(lines.join("\n"), "utf8")).blocks.flatMap((block) =>
    block.type === "table"
      ? Array.from({ length: block.rowCount }, (_, row) => block.cells.filter((cell) => cell.row === row).map(({ text }) => text))
      : [],
  );

it("parts rows at Word's marks of cells, empty cells and paragraphs within cells kept", () => {
  const text = ["自评表", "数量指标\u0007巡护次数\u000712次\u0007\u0007\u0007", "\u0007巡护\n里程\u000730公里\u000710\u0007\u0007", "说明"];
  expect(rows(text)).toEqual([
    ["数量指标", "巡护次数", "12次", ""],
    ["", "巡护里程", "30公里", "10"],
  ]);
});
