import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type Fingerprint, fingerprintOf } from "../../src/pipeline/fingerprint.js";
import type { Outcome as Reading } from "../../src/pipeline/outcome.js";
import { judgeDocumentWith } from "../../src/queue/judge-document.js";
import { FolderStore } from "../../src/store/folder-store.js";
import type { JudgedDocument } from "../../src/warehouse/warehouse.js";

const bytes = Buffer.from("a report");
const others = fingerprintOf(Buffer.from("others"));
let folder = "";
let store: FolderStore;
let sha256 = "";

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "ziping-judge-"));
  store = await FolderStore.open(folder);
  ({ sha256 } = await store.put(Readable.from([bytes]), 100));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

/** What comes of a document whose reader answers so, and what was loaded. */
async function judged(reading: Reading) {
  const loaded: JudgedDocument[] = [];
  const warehouse = { query: async () => [], load: async (documents: readonly JudgedDocument[]) => void loaded.push(...documents) };
  const judge = judgeDocumentWith({
    store,
    pool: { read: async () => reading },
    warehouse,
    pipelineVersion: "1",
    options: { ocr: "off", workers: 1 },
  });
  const error = await judge({ id: "1", sha256, fileName: "a.pdf", client: "test" }, () => {}).then(
    () => undefined,
    (thrown: Error) => thrown,
  );
  return { error, loaded };
}

const read = (fingerprint: Fingerprint): Reading => ({
  kind: "read",
  fingerprint,
  records: [],
  rows: [],
  findings: { error: 0, warning: 0, info: 0 },
  timings: [],
  milliseconds: 1,
});
const failed = (fingerprint?: Fingerprint): Reading => ({
  kind: "failed",
  failure: { source: { fileName: "a.pdf", ...fingerprint }, error: { code: "corrupt", message: "—", remedy: "—" } },
  milliseconds: 1,
});

it("loads what was read of the bytes of its name, and has tried again what was read of others", async () => {
  const good = await judged(read(fingerprintOf(bytes)));
  expect(good.error).toBeUndefined();
  expect(good.loaded).toHaveLength(1);
  const changed = await judged(read(others));
  expect(changed.error?.message).toMatch(/changed while they were read/);
  expect(changed.loaded).toEqual([]);
});

it("blames the document only when its stored bytes are whole, even where the reader did not come to hash them", async () => {
  const whole = await judged(failed());
  expect(whole.error).toMatchObject({ reason: { code: "corrupt" } });
  expect(whole.loaded).toHaveLength(1);
  await writeFile(join(folder, sha256.slice(0, 2), sha256), "others");
  for (const reading of [failed(), failed(others), read(others)]) {
    const damaged = await judged(reading);
    expect(damaged.error).toMatchObject({ reason: { code: "store-damaged" } });
    expect(damaged.loaded).toEqual([]);
  }
  await rm(join(folder, sha256.slice(0, 2), sha256));
  const missing = await judged(failed());
  expect(missing.error).toMatchObject({ reason: { code: "store-missing" } });
  expect(missing.loaded).toEqual([]);
});
