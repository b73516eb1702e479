import { describe, expect, it } from "vitest";
import { findColumns } from "../../../../../src/extract/tables/aligned/columns/find-columns.js";
import type { Word } from "../../../../../src/extract/tables/placed.js";

const word = (text: string, x: number, y: number): Word => ({
  text,
  box: [x, y - 9, x + 10 * text.length, y + 1],
  size: 10,
  baseline: y,
});

describe("columns told by their gutters", () => {
  const rows = Array.from({ length: 14 }, (_, i) => 20 * (i + 1));
  const table = (...reason: Word[]): Word[] => [
    ...rows.flatMap((y) => [word("完成率", 0, y), word("10", 60, y)]),
    word("原因", 140, 20),
    ...reason,
  ];
  const edges = (words: Word[]) => findColumns(words, [0, 0, 280, 300], 15, 10);

  it("are none between the last line of a wrapped text and the head in the middle of its column", () => {
    expect(edges(table(word("个别村组诉求未决", 88, 195), word("定", 88, 207)))).toEqual([0, 45, 84, 280]);
  });

  it("are those that a total's label runs across", () => {
    expect(edges(table(...rows.slice(1).map((y) => word("无", 150, y)), word("合计得分九十八分", 62, 300)))).toEqual([0, 45, 110, 280]);
  });
});
