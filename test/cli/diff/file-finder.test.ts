import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { strToU8, zipSync } from "fflate";
import { expect, it } from "vitest";
import { FileFinder } from "../../../src/cli/diff/file-finder.js";
import { scratch } from "../command-line.js";

it("keeps the members of the zips asked for last, and lets the others go", async () => {
  const folder = scratch();
  const zipped = (name: string, members: readonly string[]) => {
    const path = join(folder, name);
    writeFileSync(path, zipSync(Object.fromEntries(members.map((member) => [member, strToU8(member)]))));
    return path;
  };
  const [first, second, third] = ["a.zip", "b.zip", "c.zip"].map((name) => zipped(name, ["甲.md", "乙.md"]));
  const finder = new FileFinder(4);
  const isFound = async (zip: string) => (await finder.find(`${zip}!甲.md`, "甲.md")) !== undefined;
  expect(await Promise.all([isFound(first!), isFound(second!)])).toEqual([true, true]);
  expect([await isFound(first!), await isFound(third!)]).toEqual([true, true]);
  for (const name of ["a.zip", "b.zip"]) zipped(name, ["丙.md"]);
  // Only what was let go is looked into again.
  expect([await isFound(first!), await isFound(second!)]).toEqual([true, false]);
});
