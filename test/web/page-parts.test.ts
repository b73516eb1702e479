import { describe, expect, it } from "vitest";
import { columnsOf } from "../../web/grid-columns.js";
import { Notes } from "../../web/notes.js";
import { placeBox } from "../../web/place-box.js";
import { reportLink, routeOf } from "../../web/route.js";
import { finding } from "../warehouse/records.js";

const HASH = "a".repeat(64);

describe("an address of the page", () => {
  it("leads to the report, its part and its finding that a link names", () => {
    expect(routeOf(reportLink(HASH, 2, 7))).toEqual({ view: "report", sha256: HASH, part: 2, finding: 7 });
    expect(routeOf(reportLink(HASH, 1))).toEqual({ view: "report", sha256: HASH, part: 1, finding: null });
  });

  it.each(["", "#", "#/", "#/report/../../x", "#/report/abc", "#/nothing"])("is the beginning where it is none: %s", (hash) => {
    expect(routeOf(hash).view).toBe("first");
  });

  it("keeps a filter's words as they are", () => {
    const route = routeOf(`#/?${new URLSearchParams({ unit: "A&B=县?" })}`);
    expect(route.view === "first" && route.filter.get("unit")).toBe("A&B=县?");
  });
});

describe("a box on a page", () => {
  const page = { width: 200, height: 400 };

  it("lies where its evidence says, two points around", () => {
    expect(placeBox([22, 42, 58, 58], page)).toEqual({ left: 10, top: 10, width: 20, height: 5 });
  });

  it("never leaves the page", () => {
    expect(placeBox([-50, 399, 500, 900], page)).toEqual({ left: 0, top: 99.25, width: 100, height: 0.75 });
    expect(placeBox([300, 500, 310, 510], page)).toMatchObject({ width: 0, height: 0 });
  });
});

describe("a table whose cells span others", () => {
  const cell = (rowSpan: number, colSpan: number) => ({ text: "", rowSpan, colSpan });

  it("has each cell in the column in which it begins", () => {
    const rows = [
      [cell(2, 1), cell(1, 2), cell(3, 1)],
      [cell(1, 1), cell(2, 1)],
      [cell(1, 2)],
      [cell(1, 1), cell(1, 1), cell(1, 1), cell(1, 1)],
    ];
    expect(columnsOf(rows)).toEqual([[0, 1, 3], [1, 2], [0], [0, 1, 2, 3]]);
  });
});

describe("findings", () => {
  it("stand beside the part of the record that they speak of, each once, with their number in the report", () => {
    const paths = ["/indicators/1/score", "/indicators/11", "/grade", "/claims/amounts/0/money"];
    const notes = new Notes({ findings: paths.map((path) => finding("score/total-mismatch", "1", "2", { path })), repairs: [] });
    const numbers = (path: string) => notes.take(path).findings.map(({ number }) => number);
    expect(["/indicators/1", "/indicators/1", "/indicators/11", "/grade", ""].map(numbers)).toEqual([[1], [], [2], [3], [4]]);
  });
});
