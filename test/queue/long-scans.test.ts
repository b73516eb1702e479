import { readFileSync } from "node:fs";
import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pino } from "pino";
import sharp from "sharp";
import { afterAll, afterEach, beforeAll, expect, inject, it } from "vitest";
import type { Record } from "../../src/core/record.js";
import { ReaderPool } from "../../src/pipeline/isolate/reader-pool.js";
import type { Read } from "../../src/pipeline/outcome.js";
import type { JobStatus } from "../../src/queue/job-queue.js";
import { judgeDocumentWith } from "../../src/queue/judge-document.js";
import { LongScans } from "../../src/queue/long-scans.js";
import { RecognisedParts } from "../../src/queue/recognised-parts.js";
import { RedisQueue } from "../../src/queue/redis-queue.js";
import { type RunningWorker, startWorker, type WorkerOptions } from "../../src/queue/worker.js";
import { FolderStore } from "../../src/store/folder-store.js";
import { DuckDBWarehouse } from "../../src/warehouse/duckdb-warehouse.js";
import { buildPdf } from "../extract/pdf/build-pdf.js";
import { RedisServer } from "../services/redis-server.js";

const FORM = readFileSync(join(import.meta.dirname, "..", "extract", "ocr", "sealed-form.jpg"));
const PIPELINE = "1.0.0+Test";
const PAGES = 5;
const options = { ocr: "ppocr", workers: 2, recogniseAtMost: 2 } as const;
const redis = new RedisServer();
const logger = pino({ level: "silent" });
let folder = "";
let scan: Uint8Array;
let store: FolderStore;
let warehouse: DuckDBWarehouse;
let pools: ReaderPool[];
let queue: RedisQueue;
let workers: RunningWorker[] = [];
/** Which worker recognised which part. */
let readBy: { worker: number; from: number }[] = [];

/** Strips of a form, each a page of its own, so that no page's reading is another's. */
async function scannedPages(): Promise<Uint8Array> {
  const { width, height } = await sharp(FORM).metadata();
  const strip = Math.floor(height / PAGES);
  const pages = Array.from({ length: PAGES }, async (_, page) => {
    const cut = sharp(FORM).extract({ left: 0, top: page * strip, width, height: strip });
    const pixels = new Uint8Array(await cut.greyscale().raw().toBuffer());
    const drawnHeight = Math.round((560 * strip) / width);
    return { content: `q 560 0 0 ${drawnHeight} 17 500 cm /I Do Q`, image: { width, height: strip, pixels } };
  });
  return buildPdf(await Promise.all(pages));
}

beforeAll(async () => {
  await redis.start();
  folder = await mkdtemp(join(tmpdir(), "ziping-long-"));
  scan = await scannedPages();
  const module = join(inject("dist"), "pipeline", "child.js");
  pools = [0, 1].map(() => new ReaderPool({ workers: 1, timeoutMs: 60_000, memoryMb: 1_500, module }));
});

afterEach(async () => {
  await Promise.all(workers.map((worker) => worker.stop()));
  workers = [];
  await queue.close();
  await warehouse.close();
});

afterAll(async () => {
  await Promise.all(pools.map((pool) => pool.close()));
  await redis.stop();
  await rm(folder, { recursive: true, force: true });
});

/** A queue with a store and a warehouse of its own, and two workers; `during` is run before each part is recognised. */
async function open(name: string, during: (from: number) => void = () => {}): Promise<string> {
  readBy = [];
  store = await FolderStore.open(join(folder, name));
  warehouse = await DuckDBWarehouse.open(join(folder, `${name}.duckdb`), { keepRecords: true });
  queue = new RedisQueue({ url: redis.url, prefix: name, pipelineVersion: PIPELINE, attempts: 2, keepDone: 10, keepDead: 10 });
  for (const [worker, pool] of pools.entries()) {
    const recognised = new RecognisedParts(store, PIPELINE, options.recogniseAtMost);
    const longScans = new LongScans({ store, pool, recognised, options });
    const process = judgeDocumentWith({ store, pool, warehouse, pipelineVersion: PIPELINE, options, longScans });
    const processPages: WorkerOptions["processPages"] = async (data) => {
      readBy.push({ worker, from: data.pages.from });
      during(data.pages.from);
      await longScans.recognise(data);
    };
    workers.push(startWorker({ url: redis.url, prefix: name, concurrency: 1, graceMs: 100, logger, process, processPages }));
  }
  const { sha256 } = await store.put(Readable.from([scan]), 10_000_000);
  return sha256;
}

async function settled(id: string): Promise<JobStatus[]> {
  const seen: JobStatus[] = [];
  for await (const status of queue.watch(id, AbortSignal.timeout(100_000))) seen.push(status);
  return seen;
}

function withoutTimings(record: Record): Partial<Record> {
  return { ...record, timings: undefined };
}

it("shares the pages of a long scan out among two workers, and gathers the record that one process reads", async () => {
  const sha256 = await open("shared");
  const { id } = await queue.submit({ sha256, fileName: "scan.pdf", client: "test", priority: "interactive" });
  const seen = await settled(id);
  expect(seen.at(-1)).toMatchObject({ state: "done", outcome: { records: 1 } });
  expect(readBy.map(({ from }) => from).sort()).toEqual([1, 3, 5]);
  expect(new Set(readBy.map(({ worker }) => worker)).size).toBe(2);
  expect(seen.map(({ progress }) => progress)).toContainEqual({ stage: "read", part: 1, parts: 3 });

  const path = join(folder, "scan.pdf");
  await writeFile(path, scan);
  const alone = (await pools[0]!.read({ path, fileName: "scan.pdf" }, options)) as Read;
  const [row] = await warehouse.query("SELECT record FROM report_record");
  expect(withoutTimings(JSON.parse(row!.record as string))).toEqual(withoutTimings(JSON.parse(alone.records[0]!)));
  expect(alone.records[0]!.length).toBeGreaterThan(1_000);
  // Nothing is left of the parts, and the finished job is not one of many.
  expect((await readdir(join(folder, "shared", sha256.slice(0, 2)))).sort()).toEqual([sha256]);
  expect(await queue.counts()).toMatchObject({ waiting: 0, active: 0, delayed: 0, dead: 0 });
  expect(await queue.status(`${id}-pages-1-2-0`)).toBeUndefined();
}, 120_000);

it("tries a part again whose fault may pass, and lets the document end with the reason where none of its pages' tries succeed", async () => {
  let away = true;
  const sha256 = await open("away", (from) => {
    if (away && from === 3) throw new Error("the store is away");
  });
  const { id } = await queue.submit({ sha256, fileName: "scan.pdf", client: "test", priority: "bulk" });
  const last = (await settled(id)).at(-1);
  expect(last).toMatchObject({ state: "dead", reason: { code: "transient", message: "the store is away" } });
  expect(readBy.filter(({ from }) => from === 3)).toHaveLength(2);
  expect(await queue.dead(0, 10)).toMatchObject({ total: 1 });

  away = false;
  const before = readBy.length;
  expect(await queue.requeue(id)).toBe(true);
  expect((await settled(id)).at(-1)).toMatchObject({ state: "done" });
  // What was recognised before is not recognised again.
  expect(readBy.slice(before).map(({ from }) => from)).toContain(3);
  expect(readBy.slice(before).length).toBeLessThan(3);
}, 120_000);

it("ends a document at once when a part of it can never be read, and says which", async () => {
  const sha256 = await open("lasting");
  const slow = new ReaderPool({ workers: 1, timeoutMs: 1, memoryMb: 1_500, module: join(inject("dist"), "pipeline", "child.js") });
  const recognised = new RecognisedParts(store, PIPELINE, options.recogniseAtMost);
  await Promise.all(workers.map((worker) => worker.stop()));
  const pool = { readUnlessLong: pools[0]!.readUnlessLong.bind(pools[0]), recognise: slow.recognise.bind(slow) };
  const longScans = new LongScans({ store, pool, recognised, options });
  const process = judgeDocumentWith({ store, pool: pools[0]!, warehouse, pipelineVersion: PIPELINE, options, longScans });
  const processPages: WorkerOptions["processPages"] = (data) => longScans.recognise(data);
  workers = [startWorker({ url: redis.url, prefix: "lasting", concurrency: 1, graceMs: 100, logger, process, processPages })];
  const { id } = await queue.submit({ sha256, fileName: "scan.pdf", client: "test", priority: "bulk" });
  expect((await settled(id)).at(-1)).toMatchObject({ state: "dead", attempts: 1, reason: { code: "timeout" } });
  expect((await queue.status(id))!.reason!.message).toMatch(/^Pages \d to \d: Reading took longer/);
  const [file] = await warehouse.query("SELECT outcome, byte_length, message FROM source_file");
  expect(file).toMatchObject({ outcome: "timeout", byte_length: String(scan.length) });
  expect(await queue.counts()).toMatchObject({ waiting: 0, dead: 1 });
  await slow.close();
}, 120_000);
