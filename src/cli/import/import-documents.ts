import { loadConfig } from "../../core/config.js";
import type { Record } from "../../core/record.js";
import { concurrently } from "../../pipeline/isolate/concurrently.js";
import { ReaderPool } from "../../pipeline/isolate/reader-pool.js";
import type { Outcome } from "../../pipeline/outcome.js";
import { PIPELINE_VERSION } from "../../pipeline/version.js";
import { CATALOGUE } from "../../validate/catalogue.js";
import { DuckDBWarehouse } from "../../warehouse/duckdb-warehouse.js";
import type { JudgedDocument, JudgedFile } from "../../warehouse/warehouse.js";
import type { ImportFlags } from "../commands/import.js";
import { EXIT } from "../exit-code.js";
import { assertInputs, inputFiles } from "../inputs/input-files.js";
import { readingOf } from "../inputs/reading-options.js";
import { interruption } from "../interruption.js";
import { print } from "../output/results.js";
import { dueFiles } from "./due-files.js";
import { importSummary } from "./import-summary.js";
import { loadInBatches } from "./load-in-batches.js";
import { showProgress } from "./progress.js";
import { ImportTally } from "./tally.js";

/** `ziping import`: reads what is due, loads it batch by batch, and prints a summary. Returns the exit code. */
export async function importDocuments(paths: readonly string[], flags: ImportFlags): Promise<number> {
  await assertInputs(paths);
  const reading = await readingOf(flags);
  const config = loadConfig();
  const warehouse = await DuckDBWarehouse.open(flags.to, { keepRecords: flags.keepRecords, memoryMb: config.warehouseMemoryMb });
  const pool = new ReaderPool(reading.pool);
  const tally = new ImportTally();
  const stop = interruption();
  const progress = showProgress(tally, process.stderr);
  const walk = (leftOut?: () => void) => inputFiles(paths, { all: flags.all, leftOut });
  void count(walk(), stop.signal).then((files) => {
    progress.total = files;
  });
  try {
    await warehouse.describeRules(CATALOGUE);
    const due = dueFiles(
      walk(() => tally.leftOut++),
      warehouse,
      PIPELINE_VERSION,
      (files) => tally.skip(files),
    );
    const read = async (file: JudgedFile) => judged(file, await pool.read(file, reading.options));
    const documents = concurrently(until(stop.signal, due), read, { atOnce: reading.pool.workers * 2, inOrder: false });
    const origin = { pipelineVersion: PIPELINE_VERSION, startedAt: tally.startedAt };
    for await (const document of loadInBatches(documents, warehouse, origin, flags.batch)) tally.add(document);
    progress.stop();
    await print(await importSummary(tally, warehouse, flags.lang ?? config.lang));
  } finally {
    progress.stop();
    stop.release();
    await pool.close();
    await warehouse.close();
  }
  if (stop.signal.aborted) return EXIT.interrupted;
  return tally.unread > 0 ? EXIT.unread : EXIT.done;
}

function judged(file: JudgedFile, outcome: Outcome): JudgedDocument {
  if (outcome.kind === "failed") return { file, sha256: outcome.failure.source.sha256 ?? null, outcome: { error: outcome.failure.error } };
  return { file, sha256: outcome.fingerprint.sha256, outcome: { records: outcome.records.map((json) => JSON.parse(json) as Record) } };
}

/** The items until the signal is aborted. */
async function* until<Item>(signal: AbortSignal, items: AsyncIterable<Item>): AsyncGenerator<Item> {
  for await (const item of items) {
    if (signal.aborted) return;
    yield item;
  }
}

/** How many there are; undefined when interrupted, or when the folders cannot be walked, which the import itself will say. */
async function count(items: AsyncIterable<unknown>, signal: AbortSignal): Promise<number | undefined> {
  let counted = 0;
  try {
    for await (const _ of until(signal, items)) counted++;
    return signal.aborted ? undefined : counted;
  } catch {
    return undefined;
  }
}
