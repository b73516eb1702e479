import { expect, it } from "vitest";
import { toGrid } from "../../../src/normalize/tables/grid.js";
import { pairsOf, valueText } from "../../../src/normalize/tables/pairs.js";
import { tableOf } from "../table-of.js";

const told = (text: string) => pairsOf(toGrid(tableOf([[text]]))!, 0).map((pair) => [pair.label.text, valueText(pair)]);

it("ends a result at the next field of its cell", () => {
  expect(told("自评等级：优　　　复核人：某某")).toEqual([["自评等级", "优"]]);
  expect(told("自评 等级：良好")).toEqual([["自评 等级", "良好"]]);
  expect(told("自评总得分：98.5 分")).toEqual([["自评总得分", "98.5 分"]]);
});
