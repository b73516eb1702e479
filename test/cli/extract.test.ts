import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { Failure, Record } from "../../src/core/record-shapes.js";
import { ended, FIXTURES, fileOf, reportText, scratch, start, ziping } from "./command-line.js";

const parsed = (stdout: string) =>
  stdout
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));

describe("ziping extract", () => {
  it("prints a record of the published shape for each report", async () => {
    const { code, stdout } = await ziping(["extract", FIXTURES, "--format", "ndjson"]);
    const records = parsed(stdout);
    expect(code).toBe(0);
    expect(records).toHaveLength(4);
    for (const record of records) expect(Record.parse(record)).toEqual(record);
  });

  it("keeps the order of the files, and a failure its place", async () => {
    const files = [fileOf("z.md", reportText("防火")), fileOf("b.pdf", ""), fileOf("a.md", reportText("植树"))];
    const { code, stdout } = await ziping(["extract", ...files]);
    const lines = parsed(stdout);
    expect(code).toBe(3);
    expect(lines.map(({ source }) => source.fileName)).toEqual(["z.md", "b.pdf", "a.md"]);
    expect(Failure.parse(lines[1])).toMatchObject({ source: { byteLength: 0 }, error: { code: "empty" } });
  });

  it("walks folders by name, follows links to files but not in circles, and leaves other kinds out unless told", async () => {
    const folder = scratch();
    mkdirSync(join(folder, "2024"));
    for (const name of ["b.md", "2024/a.TXT", "notes.json", ".hidden.md", "~$lock.docx"])
      writeFileSync(join(folder, name), reportText("巡检"));
    symlinkSync(join(folder, "b.md"), join(folder, "link.md"));
    symlinkSync(folder, join(folder, "2024", "circle"));
    const { stdout, stderr } = await ziping(["extract", folder]);
    expect(parsed(stdout).map(({ source }) => source.fileName)).toEqual(["2024/a.TXT", "b.md", "link.md"]);
    expect(stderr).toContain("2 left out: files of other kinds");
    expect(parsed((await ziping(["extract", folder, "--all"])).stdout)).toHaveLength(4);
  });

  it("ends in peace when its reader has seen enough", async () => {
    const child = start(["extract", ...Array(40).fill(join(FIXTURES, "road-maintenance-2024.docx"))]);
    child.stdout!.once("data", () => child.stdout!.destroy());
    const { stderr, signal } = await ended(child);
    expect({ stderr, signal }).toEqual({ stderr: "", signal: null });
  });
});
