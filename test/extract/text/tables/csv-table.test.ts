import { describe, expect, it } from "vitest";
import { readText } from "../../../../src/extract/text/read-text.js";

const sizes = (...lines: string[]) =>
  readText(Buffer.from(lines.join("\n"), "utf8")).blocks.map((block) =>
    block.type === "table" ? `${block.rowCount}×${block.columnCount}` : block.text,
  );
const ROWS = ["三级指标,目标值,完成值,得分", "检修浮桥座数,≥12座,12座,10", "缆绳更换率,≥90%,96%,10"];

describe("records of another size beside those alike", () => {
  it("are rows of one grid, over blank lines and behind it too", () => {
    expect(sizes("项目名称,渡口养护", "资金,预算数,执行数", "合计,20.00,19.00", "", ...ROWS, "自评等级,优")).toEqual(["7×4"]);
  });

  it("have their amounts put together as the record above is long", () => {
    expect(sizes("资金,预算数,执行数", "合计,1,135.00,1,120.00", ...ROWS)).toEqual(["5×4"]);
  });

  it("are no rows where an amount may be two, or a sentence stands in them", () => {
    expect(sizes("年初预算,1,135.00", ...ROWS)).toEqual(["年初预算,1,135.00", "3×4"]);
    expect(sizes("年初预算20万元,执行19万元。", ...ROWS)).toEqual(["年初预算20万元,执行19万元。", "3×4"]);
  });

  it("are not sought on through a long text of commas", () => {
    expect(sizes(...Array.from({ length: 3000 }, (_, i) => `甲${i},乙`)).some((size) => size.includes("×"))).toBe(false);
  });
});
