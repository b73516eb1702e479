import { expect, it } from "vitest";
import { readText } from "../../../../../src/extract/text/read-text.js";

const tables = (lines: readonly string[]) =>
  readText(Buffer.from(lines.join("\n"), "utf8")).blocks.flatMap((block) =>
    block.type === "table" ? [block.cells.map(({ text }) => text)] : [],
  );

it("takes one row of labels and values for a table, and an indented signature for none", () => {
  expect(tables(["三、评价结论", "", "\t综合得分", "\t98.49", "\t自评等次", "\t优", "", "四、附件"])).toEqual([
    ["综合得分", "98.49", "自评等次", "优"],
  ]);
  expect(tables(["以上为自评情况。", "", "\t云岭县水利局", "\t2024年3月1日", ""])).toEqual([]);
});
