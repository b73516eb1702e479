import { execFileSync } from "node:child_process";
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { strToU8, zipSync } from "fflate";
import { describe, expect, it, vi } from "vitest";
import type { Input } from "../../../src/cli/inputs/input.js";
import { walkFolder } from "../../../src/cli/inputs/walk-folder.js";
import { zipInputs } from "../../../src/cli/inputs/zip-inputs.js";
import type * as parcel from "../../../src/store/zip-parcel.js";
import { scratch } from "../command-line.js";

/** A zip of this name is gone once somebody has looked at it. */
const FLEETING = "fleeting.zip";
vi.mock("../../../src/store/zip-parcel.js", async (original) => {
  const real = await original<typeof parcel>();
  const isDocumentZip: typeof real.isDocumentZip = async (path, limits) => {
    const is = await real.isDocumentZip(path, limits);
    if (path.endsWith(FLEETING)) rmSync(path);
    return is;
  };
  return { ...real, isDocumentZip };
});

async function rest(inputs: AsyncIterable<Input>) {
  const all: string[][] = [];
  for await (const input of inputs) all.push([input.kind, input.file.fileName, ...("error" in input ? [input.error.code] : [])]);
  return all;
}

describe("walking a folder", () => {
  it("goes on where a folder within cannot be read, and names it", async () => {
    const folder = scratch();
    for (const year of ["2023", "2024", "2025"]) {
      mkdirSync(join(folder, year));
      writeFileSync(join(folder, year, "甲.md"), "甲");
    }
    const inputs = walkFolder(folder, {});
    expect((await inputs.next()).value).toMatchObject({ file: { fileName: "2023/甲.md" } });
    rmSync(join(folder, "2024"), { recursive: true });
    expect(await rest(inputs)).toEqual([
      ["refused", "2024", "corrupt"],
      ["document", "2025/甲.md"],
    ]);
  });

  it("names the folder itself where that cannot be read", async () => {
    expect(await rest(walkFolder(join(scratch(), "gone"), {}))).toEqual([["refused", "gone", "corrupt"]]);
  });

  it("names what is no file: a link that leads nowhere, a link to a folder, a pipe", async () => {
    const folder = scratch();
    mkdirSync(join(folder, "2024"));
    symlinkSync("gone.docx", join(folder, "a.docx"));
    symlinkSync("gone.bin", join(folder, "b.bin"));
    symlinkSync(join(folder, "2024"), join(folder, "c.txt"));
    execFileSync("mkfifo", [join(folder, "d.txt")]);
    writeFileSync(join(folder, "e.txt"), "甲");
    symlinkSync("e.txt", join(folder, "f.txt"));
    expect(await rest(walkFolder(folder, {}))).toEqual([
      ["refused", "a.docx", "corrupt"],
      ["left-out", "b.bin"],
      ["left-out", "c.txt"],
      ["left-out", "d.txt"],
      ["document", "e.txt"],
      ["document", "f.txt"],
    ]);
  });

  it("names a zip that vanishes while it is looked at", async () => {
    const path = join(scratch(), FLEETING);
    writeFileSync(path, zipSync({ "甲.md": strToU8("甲") }));
    expect(await rest(zipInputs({ path, fileName: FLEETING }, false))).toEqual([["refused", FLEETING, "corrupt"]]);
  });
});
