import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Word } from "../../../../src/extract/tables/placed.js";
import { bandRows } from "../../../../src/extract/tables/rows/band-rows.js";
import { textLines } from "../../../../src/extract/tables/text-lines.js";
import { word } from "../placed-grid.js";

const SIZE = 10;
/** Columns of levels, a name, and two of figures, each with room for so many characters. */
const ROOM = [4, 4, 5, 3, 3];
const TOP = 100;

interface Drawn {
  /** For each row, the lines of its name. */
  readonly lines: readonly number[];
  /** For the two columns of levels, how many rows each cell covers: the second divides the first. */
  readonly levels: readonly (readonly number[])[];
  readonly leading: number;
  readonly padding: number;
}

/** Groups of one to three subgroups of one to three rows, and how many lines the name of each row takes. */
const drawn: fc.Arbitrary<Drawn> = fc
  .record({
    groups: fc.array(fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 1, maxLength: 3 }), { minLength: 2, maxLength: 4 }),
    names: fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 36, maxLength: 36 }),
    leading: fc.integer({ min: 115, max: 150 }),
    padding: fc.integer({ min: 4, max: 140 }),
  })
  .map(({ groups, names, leading, padding }) => {
    const count = groups.flat().reduce((sum, rows) => sum + rows, 0);
    return {
      lines: names.slice(0, count),
      levels: [groups.map((group) => group.reduce((sum, rows) => sum + rows, 0)), groups.flat()],
      leading: leading / 10,
      padding: padding / 10,
    };
  });

function columnsOf({ lines, levels, leading, padding }: Drawn): { words: Word[][]; edges: number[] } {
  const edges = [TOP];
  let told = 0;
  /** No two lines of names end alike. */
  const characters = (count: number): string => Array.from({ length: count }, () => String.fromCodePoint(0x4e00 + told++)).join("");
  for (const count of lines) edges.push(edges.at(-1)! + count * leading + padding);
  const text = (count: number, from: number, to: number, room: number, last: number): Word[] => {
    const middle = (edges[from]! + edges[to]!) / 2;
    return Array.from({ length: count }, (_, i) =>
      word(characters(i < count - 1 ? room : last), 0, middle + (i - (count - 1) / 2) * leading + 0.38 * SIZE, SIZE),
    );
  };
  const merged = levels.map((spans, column) => {
    let at = 0;
    return spans.flatMap((rows) => {
      at += rows;
      return text(1, at - rows, at, ROOM[column]!, 2 + column);
    });
  });
  const names = lines.flatMap((count, row) => text(count, row, row + 1, ROOM[2]!, 4));
  const figures = lines.map((_, row) => word(String(5 + (row % 5)), 0, (edges[row]! + edges[row + 1]!) / 2 + 0.38 * SIZE, SIZE));
  return { words: [...merged, names, figures, figures], edges };
}

const spansOf = (counts: readonly number[]) =>
  counts.map((count, i) => ({ from: sum(counts.slice(0, i)), to: sum(counts.slice(0, i)) + count }));
const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);
const rowsOf = (table: Drawn) => {
  const { words, edges } = columnsOf(table);
  return {
    ...bandRows(
      words.map((own) => textLines(own)),
      TOP,
      edges.at(-1)!,
    ),
    edges,
  };
};

describe("rows that no ruling parts", () => {
  it("come back exactly from what wraps, what is merged, and any padding", () => {
    fc.assert(
      fc.property(drawn, (table) => {
        const { cuts, spans, edges } = rowsOf(table);
        expect(cuts.length).toBe(table.lines.length - 1);
        for (const [i, cut] of cuts.entries()) expect(Math.abs(cut - edges[i + 1]!)).toBeLessThan(0.45 * SIZE);
        for (const [column, counts] of table.levels.entries()) {
          const single = spansOf(table.lines.map(() => 1));
          expect(spans[column] ?? single).toEqual(spansOf(counts));
        }
      }),
      { numRuns: 150 },
    );
  });

  it("are told by a line that had no need to wrap, where rows stand no farther apart than lines", () => {
    const step = 12;
    const at = (line: number): number => TOP + (line + 0.5) * step + 0.38 * SIZE;
    const names = ["三维数据验收", "率", "互动设备运行", "率", "展厅"].map((text, line) => word(text, 0, at(line), SIZE));
    const levels = [word("质量指标", 0, at(1.5), SIZE), word("时效指标", 0, at(4), SIZE)];
    const figures = [0.5, 2.5, 4].map((line) => word("7", 0, at(line), SIZE));
    const { cuts, spans } = bandRows(
      [levels, names, figures, figures].map((own) => textLines(own)),
      TOP,
      TOP + 5 * step,
    );
    expect(cuts.map((cut) => Math.round((cut - TOP) / step))).toEqual([2, 4]);
    expect(spans[0]).toEqual(spansOf([2, 1]));
    expect(spans[1] ?? spansOf([1, 1, 1])).toEqual(spansOf([1, 1, 1]));
  });

  it("do not run together in a column of names that end alike", () => {
    const step = 13;
    const levels = ["数量指标", "质量指标", "时效指标", "成本指标"];
    const rows = (texts: readonly string[]): Word[] => texts.map((text, row) => word(text, 0, TOP + (row + 1) * step, SIZE));
    const { cuts, spans } = bandRows(
      [levels, ["检查", "合格", "及时", "造价"], ["8", "8", "8", "8"], ["8", "8", "8", "8"]].map((own) => textLines(rows(own))),
      TOP,
      TOP + 5 * step,
    );
    expect(cuts).toHaveLength(3);
    expect(spans[0] ?? spansOf([1, 1, 1, 1])).toEqual(spansOf([1, 1, 1, 1]));
  });

  it("keep a text whole whose bracket closes in the next of them", () => {
    const rows = (...texts: readonly string[]): Word[] => texts.map((text, row) => word(text, 0, TOP + 12 + row * 13, SIZE));
    const { spans } = bandRows(
      [rows("数量指标（20", "分）"), rows("修复建筑", "布设点位"), rows("≥5处", "≥80个"), rows("10", "9")].map((own) => textLines(own)),
      TOP,
      TOP + 28,
    );
    expect(spans[0]).toEqual(spansOf([2]));
  });

  it("end with a cell that the page cuts, whose text stands at the top of it", () => {
    const table: Drawn = {
      lines: [1, 2, 1, 1, 1],
      levels: [
        [2, 3],
        [2, 3],
      ],
      leading: 13,
      padding: 6,
    };
    const { words, edges } = columnsOf(table);
    const atTop = (own: Word[], x: number): Word[] => [own[0]!, word("效益", x, edges[2]! + 3 + 6.5 + 0.38 * SIZE, SIZE)];
    const cut = [atTop(words[0]!, 0), atTop(words[1]!, 0), ...words.slice(2)];
    const { spans } = bandRows(
      cut.map((own) => textLines(own)),
      TOP,
      edges.at(-1)!,
    );
    expect(spans.slice(0, 2)).toEqual([spansOf([2, 3]), spansOf([2, 3])]);
  });

  it("are those of its blocks where these merge other columns, each under a head of its own", () => {
    const at = (text: string, row: number): Word => word(text, 0, TOP + row * 20 + 3.8, SIZE);
    const column = (...texts: readonly (readonly [string, number])[]): Word[] => texts.map(([text, row]) => at(text, row));
    const label = column(["资金", 1.5], ["指标", 7]);
    const names = column(["总额", 1], ["拨款", 2], ["结转", 3], ["一级", 4], ["产出", 5.5], ["效益", 8], ["总分", 10]);
    const own = column(
      ["预算", 0],
      ["12", 1],
      ["10", 2],
      ["2", 3],
      ["内容", 4],
      ["里程", 5],
      ["座数", 6],
      ["通行", 7],
      ["安全", 8],
      ["满意", 9],
    );
    const figures = column(
      ["执行", 0],
      ["11", 1],
      ["9", 2],
      ["2", 3],
      ["得分", 4],
      ["20", 5],
      ["20", 6],
      ["20", 7],
      ["20", 8],
      ["20", 9],
      ["100", 10],
    );
    const { cuts, spans } = bandRows(
      [label, names, own, figures].map((each) => textLines(each)),
      TOP - 10,
      TOP + 210,
    );
    expect(cuts.length).toBe(10);
    expect(spans.slice(0, 2)).toEqual([spansOf([4, 7]), spansOf([1, 1, 1, 1, 1, 2, 3, 1])]);
  });

  it("keep the wrapped lines of their names where all texts stand at the top of their cells", () => {
    // The last row is the total's, which has no name.
    const lines = [1, 1, 2, 2, 1, 2, 1];
    const [leading, padding] = [12, 6];
    const edges = [TOP];
    for (const count of lines) edges.push(edges.at(-1)! + count * leading + padding);
    const first = (row: number, line = 0): number => edges[row]! + padding / 2 + leading * (line + 0.5) + 0.38 * SIZE;
    const level = (spans: readonly number[]): Word[] => spansOf(spans).map(({ from }) => word("产出指标", 0, first(from), SIZE));
    const names = lines
      .slice(0, -1)
      .flatMap((count, row) =>
        Array.from({ length: count }, (_, line) => word(line < count - 1 ? "字字字字字" : "字", 0, first(row, line), SIZE)),
      );
    const figures = lines.map((_, row) => word("7", 0, first(row), SIZE));
    const { cuts } = bandRows(
      [level([4, 2, 1]), level([2, 2, 2]), names, figures, figures].map((own) => textLines(own)),
      TOP,
      edges.at(-1)!,
    );
    expect(cuts.length).toBe(lines.length - 1);
    for (const [i, cut] of cuts.entries()) expect(Math.abs(cut - edges[i + 1]!)).toBeLessThan(0.45 * SIZE);
  });

  it("are one where most of the texts of a head wrap and all stand at its top", () => {
    const head = ["指标内容", "分值/（分）", "指标/类别", "计划指/标值", "单位", "全年实/际值"].map((text) =>
      text.split("/").map((line, i) => word(line, 0, TOP + 10 + 16 * i, SIZE)),
    );
    const { cuts } = bandRows(
      head.map((own) => textLines(own)),
      TOP,
      TOP + 34,
    );
    expect(cuts).toEqual([]);
  });

  it("have a total below the merged cells, which covers none of them", () => {
    const table: Drawn = {
      lines: [1, 1, 2, 1],
      levels: [
        [2, 2],
        [2, 2],
      ],
      leading: 13,
      padding: 6,
    };
    const { words, edges } = columnsOf(table);
    const total = (text: string): Word => word(text, 0, edges.at(-1)! + 13, SIZE);
    const [first, second, names, marks, scores] = words as [Word[], Word[], Word[], Word[], Word[]];
    const all = [[...first, total("总分")], second, names, [...marks, total("100")], [...scores, total("98.5")]];
    const { cuts, spans } = bandRows(
      all.map((own) => textLines(own)),
      TOP,
      edges.at(-1)! + 19,
    );
    expect(cuts.length).toBe(4);
    expect(spans.slice(0, 2)).toEqual([spansOf([2, 2, 1]), spansOf([2, 2, 1])]);
  });
});
