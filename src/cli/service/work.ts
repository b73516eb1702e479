import { utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Config, loadConfig } from "../../core/config.js";
import { createLogger } from "../../core/log.js";
import { ReaderPool } from "../../pipeline/isolate/reader-pool.js";
import { PIPELINE_VERSION } from "../../pipeline/version.js";
import { LOADED_TOGETHER } from "../../queue/group-loads.js";
import { judgeDocumentWith } from "../../queue/judge-document.js";
import { JudgingMetrics } from "../../queue/judging-metrics.js";
import { LongScans } from "../../queue/long-scans.js";
import { ReadingPlaces } from "../../queue/reading-places.js";
import { RecognisedParts } from "../../queue/recognised-parts.js";
import { startWorker } from "../../queue/worker.js";
import { type MetricsServer, serveMetrics } from "../../server/metrics-server.js";
import { EXIT } from "../exit-code.js";
import { readingOf } from "../inputs/reading-options.js";
import { interruption } from "../interruption.js";
import { UsageError } from "../usage-error.js";
import { openStore, openTelemetry, openWarehouse } from "./parts.js";

/** Touched every few seconds while the worker lives: what health checks look at. */
const ALIVE = join(tmpdir(), "ziping-worker-alive");
const ALIVE_EVERY_MS = 10_000;
/** After so long a document that is held here without being read goes back to the queue, for another worker. */
const PATIENCE_MS = 15_000;

/** `ziping worker`: takes documents off Redis until it is told to stop; then finishes or hands back what it holds. */
export async function work(): Promise<number> {
  const config = loadConfig();
  if (config.redisUrl === undefined)
    throw new UsageError("A worker needs a queue: set ZIPING_REDIS_URL=redis://…, or run `ziping serve` alone.");
  const logger = createLogger(config.logLevel);
  const reading = await readingOf({});
  const stop = interruption();
  const telemetry = await openTelemetry(config, "ziping-worker");
  const [store, warehouse] = [await openStore(config), await openWarehouse(config, logger)];
  const pool = new ReaderPool(reading.pool);
  // One document in each reader, and one in its hand.
  const places = new ReadingPlaces(2 * reading.pool.workers, PATIENCE_MS);
  const longScans = new LongScans({
    store,
    pool,
    recognised: new RecognisedParts(store, PIPELINE_VERSION, config.pagesPerJob),
    options: { ...reading.options, recogniseAtMost: config.pagesPerJob },
    places,
  });
  const metrics = new JudgingMetrics();
  const metricsServer = await openMetrics(config, metrics);
  const worker = startWorker({
    url: config.redisUrl,
    prefix: config.redisPrefix,
    // While one group is loaded, another is read.
    concurrency: 2 * reading.pool.workers + 2 * LOADED_TOGETHER,
    graceMs: config.graceMs,
    logger,
    telemetry,
    process: judgeDocumentWith({
      store,
      pool,
      warehouse,
      pipelineVersion: PIPELINE_VERSION,
      options: reading.options,
      longScans,
      places,
      metrics,
    }),
    processPages: (pages, begun) => longScans.recognise(pages, begun),
    giveUp: () => pool.close(),
  });
  const alive = setInterval(touch, ALIVE_EVERY_MS);
  touch();
  logger.info({ workers: reading.pool.workers, pipelineVersion: PIPELINE_VERSION }, "the worker takes documents");
  await new Promise<void>((resolve) => stop.signal.addEventListener("abort", () => resolve(), { once: true }));
  const stopped = worker.stop();
  places.close();
  await stopped;
  clearInterval(alive);
  await Promise.all([pool.close(), metricsServer?.close()]);
  await Promise.all([store.close(), warehouse.close(), telemetry?.close()]);
  stop.release();
  return EXIT.done;
}

/** The metrics' own port, where one is configured. Throws a UsageError when it cannot be had. */
async function openMetrics({ host, metricsPort: port }: Config, { registry }: JudgingMetrics): Promise<MetricsServer | undefined> {
  if (port === undefined) return undefined;
  const server = await serveMetrics(registry, { host, port }).catch((error: Error) => {
    throw new UsageError(
      `The metrics cannot be given out: ${error.message}. Each worker of a host needs a port of its own (ZIPING_METRICS_PORT).`,
    );
  });
  process.stderr.write(`ziping: metrics at ${server.url}\n`);
  return server;
}

function touch(): void {
  try {
    utimesSync(ALIVE, new Date(), new Date());
  } catch {
    writeFileSync(ALIVE, "");
  }
}
