import { setTimeout as sleep } from "node:timers/promises";
import { Queue } from "bullmq";
import type { Redis } from "ioredis";
import type { Logger } from "pino";
import { DOCUMENT_QUEUE, type DocumentData, type PagesData } from "./document-job.js";
import type { PagesMissing } from "./fan-out.js";
import type { JobOutcome, Progress, Reason, Rejected } from "./job-queue.js";
import { JobWork } from "./job-work.js";
import { PacedWorker } from "./paced-worker.js";
import { logOutages, workerConnection } from "./redis.js";
import type { Telemetry } from "./telemetry.js";

/** Handing back takes no longer, where Redis answers. */
const HANDING_BACK_MS = 5_000;

export interface WorkerOptions {
  readonly url: string;
  readonly prefix: string;
  /** Documents that this process holds: those it reads, and those that wait to be loaded together. */
  readonly concurrency: number;
  /** How long a shutdown waits for documents under way before they are handed back, milliseconds. */
  readonly graceMs: number;
  readonly logger: Logger;
  readonly telemetry?: Telemetry;
  /**
   * Reads one document and loads what it gives; must be harmless when run twice. Throws {@link Rejected} for good; anything else is tried again.
   * Gives up soon after `signal` aborts. When it throws {@link PagesMissing}, it is run again once these pages are recognised; `unread` says
   * why they could not be. Its first report says that the document's turn has come.
   */
  process(document: DocumentToJudge, report: (progress: Progress) => void, signal: AbortSignal): Promise<JobOutcome>;
  /** Recognises a part of a long scan, and says when its turn has come. Throws as `process` does. */
  processPages?(pages: PagesData, begun: () => void): Promise<void>;
  /** Ends what is still under way when the grace is over, so that it can be handed back. */
  giveUp?(): Promise<void>;
}

export interface DocumentToJudge extends DocumentData {
  readonly id: string;
  /** It does not wait for others. */
  readonly urgent?: boolean;
  /** Why pages of it could not be recognised. */
  readonly unread?: Reason;
}

export interface RunningWorker {
  /** Takes no more jobs; finishes those under way within the grace, hands the others back; never drops one. */
  stop(): Promise<void>;
}

/** Waits 1, 2, 4 … at most 60 seconds, with a spread so that workers do not return all at once after an outage. */
export function backoff(attempt: number): number {
  return Math.min(1000 * 2 ** (attempt - 1), 60_000) * (0.75 + Math.random() / 2);
}

/** Takes documents off Redis until stopped. */
export function startWorker(options: WorkerOptions): RunningWorker {
  const { logger } = options;
  const stopping = new AbortController();
  const connection = workerConnection(options.url);
  const queue = new Queue(DOCUMENT_QUEUE, { connection, prefix: options.prefix });
  queue.on("error", () => {});
  const work = new JobWork(options, queue, stopping.signal);
  const worker = new PacedWorker<DocumentData | PagesData, JobOutcome | null>(
    DOCUMENT_QUEUE,
    (job, token) => work.on(job, token, () => worker.begun(job)),
    {
      connection,
      prefix: options.prefix,
      autorun: false,
      concurrency: options.concurrency,
      lockDuration: 20_000,
      stalledInterval: 5_000,
      // A worker that is killed leaves its job stalled; that says nothing against the document, which is read in a child of its own.
      maxStalledCount: 20,
      settings: { backoffStrategy: backoff },
      telemetry: options.telemetry?.queue,
    },
  );

  logEvents(worker, connection, logger);
  logOutages(connection, logger);
  worker.run().catch((error) => logger.error({ err: error }, "no more documents are taken: start the worker again"));
  return {
    async stop() {
      const grace = setTimeout(() => {
        stopping.abort();
        void options.giveUp?.();
      }, options.graceMs);
      // What Redis cannot be told of goes to another worker when its locks have run out; BullMQ would wait for it for ever.
      const isUnheard = worker.isIdle && connection.status !== "ready";
      const unheard = new AbortController();
      const abandoned = sleep(isUnheard ? 0 : options.graceMs + HANDING_BACK_MS, undefined, { signal: unheard.signal }).then(() =>
        worker.abandon(),
      );
      await Promise.race([worker.close(), abandoned]);
      clearTimeout(grace);
      unheard.abort();
      await abandoned.catch(() => {});
      await queue.close();
      // BullMQ leaves a connection open that it was given, and with it the process.
      connection.disconnect();
    },
  };
}

function logEvents(worker: PacedWorker<DocumentData | PagesData, JobOutcome | null>, connection: Redis, logger: Logger): void {
  worker.on("error", (error) => {
    // The lock ran out on a busy machine, or the job was handed back a moment ago: whoever takes it changes nothing.
    if (/could not renew lock/i.test(error.message)) logger.info({ err: error }, "a document is no longer held here");
    // While Redis is away everything says so; it is told once, by the connection.
    else if (connection.status === "ready") logger.warn({ err: error }, "the queue failed; it is tried again");
  });
  worker.on("failed", (job, error) =>
    logger.warn({ job: job?.id, attempts: job?.attemptsMade, reason: error.message }, "a document failed"),
  );
  worker.on("stalled", (id) => logger.warn({ job: id }, "a document's worker was lost; it is taken again"));
}
