import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { columnGrid } from "../../../src/extract/word/column-grid.js";

const spans = (...rows: number[][]) => rows.flatMap((edges) => edges.slice(1).map((right, index) => ({ left: edges[index]!, right })));

describe("columnGrid", () => {
  it("has a column for each edge that some cell has, and no other", () => {
    const grid = columnGrid(spans([0, 1000, 3000], [0, 2000, 3000]));
    expect(grid.columnCount).toBe(3);
    expect(grid.place({ left: 1000, right: 3000 })).toEqual({ column: 1, colSpan: 2 });
  });

  it("makes one edge of edges nearer than a character, and keeps every cell a column however narrow", () => {
    expect(columnGrid(spans([0, 1000, 2000], [5, 1060, 1990])).columnCount).toBe(2);
    expect(columnGrid(spans([0, 1000, 1060, 2000], [0, 1030, 2000])).columnCount).toBe(3);
  });

  it("does not chain small steps to one edge", () => {
    expect(columnGrid(spans([0, 1000, 3000], [0, 1080, 3000], [0, 1160, 3000], [0, 1240, 3000])).columnCount).toBe(3);
  });

  it("gives neighbours in a row columns side by side", () => {
    const row = fc
      .uniqueArray(fc.integer({ min: 0, max: 9000 }), { minLength: 2, maxLength: 8 })
      .map((edges) => edges.sort((a, b) => a - b));
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 6 }), (rows) => {
        const grid = columnGrid(spans(...rows));
        for (const edges of rows) {
          const places = spans(edges).map((span) => grid.place(span));
          for (const [index, { column, colSpan }] of places.entries()) {
            expect(colSpan).toBeGreaterThanOrEqual(1);
            expect(column + colSpan).toBe(places[index + 1]?.column ?? column + colSpan);
            expect(column + colSpan).toBeLessThanOrEqual(grid.columnCount);
          }
        }
      }),
    );
  });
});
