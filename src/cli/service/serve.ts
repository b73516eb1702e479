import { fileURLToPath } from "node:url";
import { type Config, loadConfig } from "../../core/config.js";
import { createLogger } from "../../core/log.js";
import { drawPageApart } from "../../pipeline/isolate/draw-page-apart.js";
import { ReaderPool } from "../../pipeline/isolate/reader-pool.js";
import { PACKAGE_VERSION, PIPELINE_VERSION } from "../../pipeline/version.js";
import type { BoardQueue } from "../../queue/board-queue.js";
import { EmbeddedQueue } from "../../queue/embedded-queue.js";
import type { JobQueue } from "../../queue/job-queue.js";
import { judgeDocumentWith } from "../../queue/judge-document.js";
import { JudgingMetrics } from "../../queue/judging-metrics.js";
import { RedisQueue } from "../../queue/redis-queue.js";
import { createServer } from "../../server/create-server.js";
import { createToken, type StoredToken } from "../../server/tokens.js";
import type { DocumentStore } from "../../store/document-store.js";
import type { Queryable } from "../../warehouse/archive.js";
import type { Warehouse } from "../../warehouse/warehouse.js";
import { EXIT } from "../exit-code.js";
import { readingOf } from "../inputs/reading-options.js";
import { interruption } from "../interruption.js";
import { UsageError } from "../usage-error.js";
import { openStore, openTelemetry, openWarehouse, queueOptions } from "./parts.js";
import { readTokens, watchTokens } from "./token-file.js";

const MIB = 2 ** 20;
/** Where the build lays the review page. */
const PAGE_FOLDER = fileURLToPath(new URL("../../web", import.meta.url));
/** Kept beside a content: what it was called when it was uploaded. */
const FILE_NAME = "file-name";

/**
 * `ziping serve`: the API. With Redis configured, documents go to its workers; without, this process reads them itself, in isolated children,
 * into the data folder.
 */
export async function serve(): Promise<number> {
  const config = loadConfig();
  const logger = createLogger(config.logLevel);
  const stop = interruption();
  const [store, warehouse] = [await openStore(config), await openWarehouse(config, logger)];
  const telemetry = await openTelemetry(config, "ziping-api");
  const metrics = new JudgingMetrics();
  const queue =
    config.redisUrl === undefined
      ? await embedded(config, store, warehouse, metrics)
      : await distributed(new RedisQueue({ ...queueOptions(config, config.redisUrl), telemetry, logger }));
  const access = accessOf(config);
  const server = await createServer({
    store,
    queue: queue.jobs,
    database: warehouse,
    metrics: metrics.registry,
    board: queue.board,
    renderPage: drawPageApart,
    tokens: access.tokens,
    pageFolder: PAGE_FOLDER,
    limits: {
      bytesPerFile: config.maxUploadMb * MIB,
      filesPerRequest: config.maxFilesPerRequest,
      archive: { entries: 10_000, bytesPerEntry: config.maxUploadMb * MIB, bytes: 10 * config.maxUploadMb * MIB, ratio: 200 },
    },
    requestsPerMinute: config.requestsPerMinute,
    corsOrigins: config.corsOrigins.split(",").filter((origin) => origin !== ""),
    logger,
    version: PACKAGE_VERSION,
  });
  const address = await server.listen({ host: config.host, port: config.port }).catch(async (error: Error) => {
    await Promise.all([queue.jobs.close(), queue.end(), store.close(), warehouse.close(), telemetry?.close()]);
    stop.release();
    throw new UsageError(
      `ZIPING_HOST=${config.host} ZIPING_PORT=${config.port}: nothing can be served there: ${error.message}. Name an address of this machine and a port that is free.`,
    );
  });
  process.stderr.write(`ziping: listening at ${address}${config.redisUrl === undefined ? " (embedded: no services needed)" : ""}\n`);
  process.stderr.write(`ziping: review the findings at ${address}/${access.fragment}\n`);
  await new Promise<void>((resolve) => stop.signal.addEventListener("abort", () => resolve(), { once: true }));
  // Requests under way are finished; who sends a byte now and then does not hold the end up.
  const grace = setTimeout(() => server.server.closeAllConnections(), config.graceMs);
  await server.close();
  clearTimeout(grace);
  await queue.jobs.close();
  await queue.end();
  await Promise.all([store.close(), warehouse.close(), telemetry?.close()]);
  stop.release();
  return EXIT.done;
}

interface OpenedQueue {
  readonly jobs: JobQueue;
  readonly board?: BoardQueue;
  end(): Promise<void>;
}

/** The queue on Redis. While Redis is away the server starts all the same, says 503, and has no board. */
async function distributed(jobs: RedisQueue): Promise<OpenedQueue> {
  return { jobs, board: await jobs.board().catch(() => undefined), end: async () => {} };
}

/** The queue in this process. What was uploaded before but never judged (the process was ended) is taken up again. */
async function embedded(
  config: Config,
  store: DocumentStore,
  warehouse: Warehouse & Queryable,
  metrics: JudgingMetrics,
): Promise<OpenedQueue> {
  const reading = await readingOf({});
  const pool = new ReaderPool(reading.pool);
  const jobs = new EmbeddedQueue({
    pipelineVersion: PIPELINE_VERSION,
    concurrency: reading.pool.workers,
    attempts: config.attempts,
    keepDone: 10_000,
    remember: ({ sha256, fileName }) => store.putDerived(sha256, FILE_NAME, fileName),
    process: judgeDocumentWith({ store, pool, warehouse, pipelineVersion: PIPELINE_VERSION, options: reading.options, metrics }),
  });
  for await (const sha256 of store.list()) {
    const [known] = await warehouse.query("SELECT file_name, pipeline_version FROM source_file WHERE sha256 = $1", [sha256]);
    if (known?.pipeline_version === PIPELINE_VERSION) continue;
    const fileName = (known?.file_name as string | undefined) ?? (await store.getDerived(sha256, FILE_NAME)) ?? sha256;
    await jobs.submit({ sha256, fileName, client: "ziping", priority: "bulk" });
  }
  return { jobs, end: () => pool.close() };
}

interface Access {
  readonly tokens: () => readonly StoredToken[];
  /** What a link to the page ends with: a fragment, which a browser sends to nobody. */
  readonly fragment: string;
}

/** The configured tokens; without a file, one for this run, told on stderr. */
function accessOf(config: Config): Access {
  if (config.tokensFile !== undefined) {
    if (readTokens(config.tokensFile).length === 0)
      process.stderr.write("ziping: there is no token yet; make one with: ziping token create NAME\n");
    return { tokens: watchTokens(config.tokensFile), fragment: "" };
  }
  const { secret, stored } = createToken("local", ["admin"]);
  process.stderr.write(`ziping: the token of this run is ${secret}\n`);
  return { tokens: () => [stored], fragment: `#token=${secret}` };
}
