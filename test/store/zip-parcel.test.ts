import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { strToU8, zipSync } from "fflate";
import { afterAll, expect, it } from "vitest";
import { isDocumentZip, parcelEntries } from "../../src/store/zip-parcel.js";

const folder = mkdtempSync(join(tmpdir(), "ziping-parcel-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const LIMITS = { entries: 3, bytesPerEntry: 100_000, bytes: 300_000, ratio: 50 };

it("does not go through more entries than are allowed to tell whether a zip is a document", async () => {
  const path = join(folder, "many.zip");
  const names = ["a.txt", "b.txt", "c.txt", "[Content_Types].xml"];
  writeFileSync(path, zipSync(Object.fromEntries(names.map((name) => [name, strToU8(name)]))));
  expect(await isDocumentZip(path, { entries: 4 })).toBe(true);
  expect(await isDocumentZip(path, LIMITS)).toBe(false);
  await expect(parcelEntries(path, LIMITS).next()).rejects.toMatchObject({ code: "too-large" });
});
