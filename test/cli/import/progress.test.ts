import { describe, expect, it } from "vitest";
import type { Fate } from "../../../src/cli/import/fate.js";
import { duration, PaceMeter, progressLine } from "../../../src/cli/import/progress.js";
import { untouched } from "../../../src/cli/import/settle-inputs.js";
import { ImportTally } from "../../../src/cli/import/tally.js";

function fate(outcome: Fate["outcome"], change: Partial<Fate> = {}): Fate {
  return { ...untouched({ path: "/in/a.md", fileName: "a.md", byteLength: 100, modifiedAt: new Date(0) }, outcome), ...change };
}
const error = { code: "encrypted", message: "A password is needed.", remedy: "Remove it." };

describe("the progress of an import", () => {
  it("tells files, rate, time left and the counts by outcome", () => {
    const tally = new ImportTally();
    for (let i = 0; i < 8; i++) tally.add(fate("known"));
    tally.add(fate("read", { reports: ["r"], findings: { error: 1, warning: 0, info: 0 } }));
    tally.add(fate("failed", { error }));
    expect(progressLine(tally, { rate: 0.5, total: 40, secondsLeft: 60 })).toBe(
      "█████░░░░░░░░░░░░░░░ 25%  10/40 files  0.5/s  1m00s left  1 read  1 failed  8 known  1 errors, 0 warnings",
    );
    expect(progressLine(tally, { rate: 0, total: undefined, secondsLeft: undefined })).toBe(
      "10 files  0.0/s  1 read  1 failed  8 known  1 errors, 0 warnings",
    );
    expect([tally.unread, tally.opened, tally.records, tally.bytes.get("known")]).toEqual([1, 2, 1, 800]);
  });

  it("takes the rate of the last half minute, and counts what is known for the time left only", () => {
    const tally = new ImportTally();
    const meter = new PaceMeter(tally, 0);
    meter.total = 100;
    expect(meter.pace(0)).toEqual({ rate: 0, total: 100, secondsLeft: undefined });
    for (let i = 0; i < 30; i++) tally.add(fate("known"));
    for (let i = 0; i < 20; i++) tally.add(fate("read"));
    expect(meter.pace(10_000)).toEqual({ rate: 2, total: 100, secondsLeft: 10 });
    expect(meter.pace(45_000).rate).toBe(0);
  });

  it.each([
    [9.4, "9s"],
    [59.6, "1m00s"],
    [125, "2m05s"],
    [3720, "1h02m"],
  ])("tells %d seconds as %s", (seconds, text) => {
    expect(duration(seconds)).toBe(text);
  });
});
