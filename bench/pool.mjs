// A pool of two readers in one process that loads what they read into PostgreSQL, 200 documents a transaction: node bench/pool.mjs DIST URL. Each line
// of the standard input is a JSON list of paths; each is answered with a line when all of them are loaded.

import { join } from "node:path";
import { createInterface } from "node:readline";

const [dist, url] = process.argv.slice(2);
const from = (path) => import(join(dist, path));
const [{ ReaderPool }, { concurrently }, { PostgresWarehouse }, { PIPELINE_VERSION }] = await Promise.all([
  from("pipeline/isolate/reader-pool.js"),
  from("pipeline/isolate/concurrently.js"),
  from("warehouse/postgres-warehouse.js"),
  from("pipeline/version.js"),
]);
const BATCH = 200;
const pool = new ReaderPool({ workers: 2, timeoutMs: 120_000, memoryMb: 900 });
const warehouse = new PostgresWarehouse({ url, keepRecords: true });
const origin = { pipelineVersion: PIPELINE_VERSION, startedAt: new Date() };

for await (const line of createInterface({ input: process.stdin })) {
  const read = async (path) => ({ path, outcome: await pool.read({ path, fileName: path }, { ocr: "off", workers: 2, give: "both" }) });
  let batch = [];
  let loading = Promise.resolve();
  for await (const { path, outcome } of concurrently(JSON.parse(line), read, { atOnce: 4, inOrder: false })) {
    batch.push({
      file: { path, fileName: path, byteLength: outcome.fingerprint.byteLength, modifiedAt: new Date(0) },
      sha256: outcome.fingerprint.sha256,
      outcome: { rows: outcome.rows, records: outcome.records },
    });
    if (batch.length < BATCH) continue;
    // The readers go on meanwhile, as they do for `ziping import`.
    const full = batch;
    batch = [];
    loading = loading.then(() => warehouse.load(full, origin));
  }
  await loading;
  if (batch.length > 0) await warehouse.load(batch, origin);
  process.stdout.write("done\n");
}
await pool.close();
await warehouse.close();
