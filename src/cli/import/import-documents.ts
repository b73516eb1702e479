import { loadConfig } from "../../core/config.js";
import { concurrently } from "../../pipeline/isolate/concurrently.js";
import { ReaderPool } from "../../pipeline/isolate/reader-pool.js";
import { PIPELINE_VERSION } from "../../pipeline/version.js";
import { CATALOGUE } from "../../validate/catalogue.js";
import { DuckDBWarehouse } from "../../warehouse/duckdb-warehouse.js";
import type { ImportFlags } from "../commands/import.js";
import { EXIT } from "../exit-code.js";
import { assertInputs, inputFiles, LIST } from "../inputs/input-files.js";
import { readingOf } from "../inputs/reading-options.js";
import { interruption } from "../interruption.js";
import { URL_OF_POSTGRES } from "../open-archive.js";
import { print } from "../output/print.js";
import type { Language } from "../output/words.js";
import { UsageError } from "../usage-error.js";
import { type BatchLimits, BatchLoader } from "./batch-loader.js";
import { dryRun } from "./dry-run.js";
import { openEvents } from "./events.js";
import { importSummary } from "./import-summary.js";
import { openManifest } from "./manifest.js";
import { PaceMeter, showProgress } from "./progress.js";
import { type Result, readDue } from "./read-due.js";
import { settleInputs } from "./settle-inputs.js";
import { ImportTally } from "./tally.js";

/** Characters of JSON text; parsed they take some five times as much. */
const BATCH: Omit<BatchLimits, "items"> = { weight: 32 * 2 ** 20, milliseconds: 15_000 };

/** `ziping import`: reads what is due, loads it batch by batch, and prints a summary. Returns the exit code. */
export async function importDocuments(args: readonly string[], flags: ImportFlags): Promise<number> {
  // Who reads our output may go, which ends the process (main.ts): what is not done by then is no success.
  process.exitCode = EXIT.failed;
  if (URL_OF_POSTGRES.test(flags.to))
    throw new UsageError(
      "ziping import loads a DuckDB file (--to archive.duckdb); PostgreSQL is loaded by ziping serve and ziping worker.",
    );
  await assertInputs(args, flags);
  const config = loadConfig();
  const language = flags.lang ?? config.lang;
  if (flags.dryRun) return dryRun(args, flags, language);
  const reading = await readingOf(flags);
  const stop = interruption();
  const pool = new ReaderPool(reading.pool);
  pool.startAll();
  const opened = DuckDBWarehouse.open(flags.to, { keepRecords: flags.keepRecords, memoryMb: config.warehouseMemoryMb });
  const warehouse = await opened.catch(async (error: unknown) => {
    stop.release();
    await pool.close();
    throw error;
  });
  try {
    return await readInto(warehouse, { args, flags, reading, pool, stop: stop.signal, language });
  } finally {
    stop.release();
    await pool.close();
    await warehouse.close();
  }
}

/** What an import goes by. */
interface ImportParts {
  readonly args: readonly string[];
  readonly flags: ImportFlags;
  readonly reading: Awaited<ReturnType<typeof readingOf>>;
  readonly pool: ReaderPool;
  readonly stop: AbortSignal;
  readonly language: Language;
}

/** Reads what is due into an open warehouse, until that is done or the signal is aborted. */
async function readInto(warehouse: DuckDBWarehouse, { args, flags, reading, pool, stop, language }: ImportParts): Promise<number> {
  const tally = new ImportTally();
  const meter = new PaceMeter(tally);
  const progress = showProgress(tally, meter, process.stderr);
  try {
    const manifest = flags.manifest === undefined ? undefined : await openManifest(flags.manifest);
    const events = await openEvents(flags.events, tally, meter);
    await events.start({ pipelineVersion: PIPELINE_VERSION, to: flags.to, workers: reading.pool.workers });
    await warehouse.describeRules(CATALOGUE);
    if (!args.includes(LIST)) void count(inputFiles(args, flags), meter, stop);

    const judged = (files: Parameters<typeof warehouse.judged>[0]) => warehouse.judged(files, PIPELINE_VERSION);
    const settled = settleInputs(until(stop, inputFiles(args, flags)), { judged, since: flags.since });
    const options = { ...reading.options, give: flags.keepRecords ? "both" : "rows" } as const;
    const results = concurrently(until(stop, settled), (one) => readDue(one, pool, options), { atOnce: pool.appetite, inOrder: false });
    const loader = batchLoader(warehouse, { tally, manifest, events, batch: flags.batch });
    try {
      for await (const result of results) {
        tally.add(result.fate);
        await events.file(result.fate);
        await loader.add(result, result.weight);
      }
    } finally {
      await loader.end();
    }
    progress.stop();
    const exitCode = stop.aborted ? EXIT.interrupted : tally.unread > 0 ? EXIT.unread : EXIT.done;
    await manifest?.end();
    process.exitCode = exitCode;
    if (flags.events !== "-") await print(await importSummary(tally, warehouse, language));
    await events.end(exitCode);
    return exitCode;
  } finally {
    progress.stop();
  }
}

/** What is told of a batch once it stands in the warehouse, and how many results a batch has at most. */
interface Telling {
  readonly tally: ImportTally;
  readonly manifest: Awaited<ReturnType<typeof openManifest>> | undefined;
  readonly events: Awaited<ReturnType<typeof openEvents>>;
  readonly batch: number;
}

/** The manifest lists what stands in the warehouse, so that it says nothing that a kill would make untrue. */
function batchLoader(warehouse: DuckDBWarehouse, { tally, manifest, events, batch }: Telling): BatchLoader<Result> {
  const origin = { pipelineVersion: PIPELINE_VERSION, startedAt: tally.startedAt };
  const load = async (results: readonly Result[]) => {
    const documents = results.flatMap(({ document }) => document ?? []);
    if (documents.length > 0) {
      await warehouse.load(documents, origin);
      const reports = results.reduce((sum, { document, fate }) => sum + (document ? fate.reports.length : 0), 0);
      await events.load(documents.length, reports);
    }
    for (const { fate } of results) await manifest?.add(fate);
  };
  return new BatchLoader<Result>(load, { ...BATCH, items: batch });
}

/** The items until the signal is aborted. */
async function* until<Item>(signal: AbortSignal, items: AsyncIterable<Item>): AsyncGenerator<Item> {
  for await (const item of items) {
    if (signal.aborted) return;
    yield item;
  }
}

/** Tells the meter how many there are; nothing when interrupted, or when the folders cannot be walked, which the import itself will say. */
async function count(items: AsyncIterable<unknown>, meter: PaceMeter, signal: AbortSignal): Promise<void> {
  let counted = 0;
  try {
    for await (const _ of until(signal, items)) counted++;
    if (!signal.aborted) meter.total = counted;
  } catch {}
}
