import { expect, it } from "vitest";
import { withWholeSeconds } from "../../../../src/normalize/flattened/built/whole-seconds.js";
import type { TableRow } from "../../../../src/normalize/flattened/search/table-search.js";

/** The levels that rows of a first and a second level tell, each written as its characters. */
function levels(rows: readonly (readonly [string, string])[]): string[][] {
  const text = rows.flat().join("");
  const textOf = ({ from, to }: { from: number; to: number }) => text.slice(from, to);
  let at = 0;
  const read = rows.map((words): TableRow => {
    const cells = words.map((word) => {
      const from = at;
      at += word.length;
      return { from, to: at };
    });
    return { kind: "row", score: 9, cells };
  });
  return withWholeSeconds(read, ["level1", "level2"], textOf).map(({ cells }) => cells.map(textOf));
}

it("joins a second level that a column of two characters broke where it was whole in another row", () => {
  const told = levels([
    ["项目绩效", "产出数量"],
    ["产出", "质量"],
    ["", "社会效益"],
  ]);
  expect(told).toEqual([
    ["项目绩效", "产出数量"],
    ["", "产出质量"],
    ["", "社会效益"],
  ]);
});

it("leaves a first level whose second levels begin with its name", () => {
  const told: [string, string][] = [
    ["产出", "产出数量"],
    ["", "产出质量"],
    ["效益", "社会效益"],
  ];
  expect(levels(told)).toEqual(told);
});

it("joins it also below the level that it begins with, told once more", () => {
  const told = levels([
    ["产出", "产出数量"],
    ["产出", "质量"],
    ["", "产出时效"],
    ["产出", "产出成本"],
    ["效益", "社会效益"],
  ]);
  expect(told).toEqual([
    ["产出", "产出数量"],
    ["", "产出质量"],
    ["", "产出时效"],
    ["产出", "产出成本"],
    ["效益", "社会效益"],
  ]);
});
