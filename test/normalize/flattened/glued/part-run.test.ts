import { describe, expect, it } from "vitest";
import type { Column } from "../../../../src/normalize/flattened/column.js";
import { addUp, isProvenByRate, isUnchanged, partingsOf } from "../../../../src/normalize/flattened/glued/part-run.js";

const column = (kind: Column["kind"], role: string): Column => ({ kind, role, title: role });
const COLUMNS = [
  column("amount", "initialBudget"),
  column("amount", "adjustedBudget"),
  column("amount", "executed"),
  column("points", "weight"),
  column("rate", "executionRate"),
  column("points", "score"),
];
const proven = (run: string) => partingsOf(run, COLUMNS).filter((cells) => isProvenByRate(cells, COLUMNS));

describe("amounts of one row that ran together", () => {
  it("are parted where the rate and its marks say", () => {
    expect(proven("1260000118400011603201098%9.8")).toEqual([["1260000", "1184000", "1160320", "10", "98%", "9.8"]]);
    expect(proven("2,498.772,498.772,048.991082.00%8.2")).toEqual([["2,498.77", "2,498.77", "2,048.99", "10", "82.00%", "8.2"]]);
  });

  it("are parted nowhere where the rate is another", () => {
    expect(proven("1260000118400011603201091%9.1")).toEqual([]);
  });

  it("have an unchanged budget where two ways are left", () => {
    const ways = proven("8829718829717681851087%8.7");
    expect(ways.filter((cells) => isUnchanged(cells, COLUMNS))).toEqual([["882971", "882971", "768185", "10", "87%", "8.7"]]);
  });

  it("of sources are parted where they add up to the whole", () => {
    const whole = ["1260000", "1184000", "1160320", "10", "98%", "9.8"];
    const [first, second] = ["110000010240001000320———", "160000160000160000———"].map((run) => partingsOf(run, COLUMNS));
    const adding = first!.flatMap((a) => second!.map((b) => [a, b])).filter((rows) => addUp(rows, whole, COLUMNS));
    expect(adding).toEqual([
      [
        ["1100000", "1024000", "1000320", "—", "—", "—"],
        ["160000", "160000", "160000", "—", "—", "—"],
      ],
    ]);
  });
});
