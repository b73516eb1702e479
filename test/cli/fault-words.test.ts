import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { faultInChinese, remedyInChinese } from "../../src/cli/output/fault-words.js";
import { REMEDIES } from "../../src/core/fault.js";

const SOURCE = join(import.meta.dirname, "..", "..", "src");

/** Every remedy that is written in the code which makes faults of files. */
function written(): string[] {
  const folders = ["core", "extract", "pipeline", "store", join("cli", "inputs")];
  const files = folders.flatMap((folder) =>
    readdirSync(join(SOURCE, folder), { recursive: true, encoding: "utf8" }).map((name) => join(SOURCE, folder, name)),
  );
  const texts = files.filter((file) => file.endsWith(".ts")).map((file) => readFileSync(file, "utf8"));
  return texts.flatMap((text) => [...text.matchAll(/\b(?:remedy:|REMEDY =)\s+"([^"]+)"/g)].map(([, remedy]) => remedy!));
}

it("every fault and every remedy has Chinese words", () => {
  for (const code of Object.keys(REMEDIES)) expect(faultInChinese(code)).toMatch(/\p{Script=Han}/u);
  const remedies = [...Object.values(REMEDIES), ...written()];
  expect(remedies.length).toBeGreaterThan(15);
  expect(remedies.filter((remedy) => remedyInChinese(remedy) === remedy)).toEqual([]);
});
