import { type Job, Queue, UnrecoverableError, WaitingChildrenError, WaitingError } from "bullmq";
import type { Logger } from "pino";
import {
  DOCUMENT_QUEUE,
  type DocumentData,
  type DocumentJob,
  encodeReason,
  PAGES_JOB,
  type PagesData,
  type PagesJob,
  PRIORITY,
} from "./document-job.js";
import { failureOfPages, fanOut, PagesMissing, tellParent } from "./fan-out.js";
import { type JobOutcome, type Progress, type Reason, Rejected, transientReason } from "./job-queue.js";
import { PacedWorker } from "./paced-worker.js";
import { NoPlace } from "./reading-places.js";
import { workerConnection } from "./redis.js";
import type { Telemetry } from "./telemetry.js";

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

/** Somebody waits for an urgent document; of others only those that take long tell how far they are. */
const PROGRESS_AFTER_MS = { urgent: 300, bulk: 3_000 } as const;

/** Takes documents off Redis until stopped. */
export function startWorker(options: WorkerOptions): RunningWorker {
  const { logger } = options;
  const stopping = new AbortController();
  const connection = workerConnection(options.url);
  const queue = new Queue(DOCUMENT_QUEUE, { connection, prefix: options.prefix });
  queue.on("error", () => {});
  const worker = new PacedWorker<DocumentData | PagesData, JobOutcome | null>(
    DOCUMENT_QUEUE,
    async (job, token) => {
      try {
        return job.name === PAGES_JOB ? await readPages(job as PagesJob) : await judge(job as DocumentJob, token);
      } catch (error) {
        if (error instanceof WaitingChildrenError) throw error;
        if (stopping.signal.aborted || error instanceof NoPlace) {
          await job.moveToWait(token);
          throw new WaitingError();
        }
        if (error instanceof Rejected) throw new UnrecoverableError(encodeReason(error.reason));
        throw new Error(encodeReason(transientReason(error)), { cause: error });
      }
    },
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

  async function judge(job: DocumentJob, token: string | undefined): Promise<JobOutcome> {
    for (;;) {
      const urgent = job.priority === PRIORITY.interactive;
      const document = { ...job.data, id: job.id!, urgent, unread: await failureOfPages(job) };
      const { tell, stop } = reporter(job, urgent);
      const report = (progress: Progress) => {
        worker.begun(job);
        tell(progress);
      };
      try {
        return await options.process(document, report, stopping.signal);
      } catch (error) {
        if (!(error instanceof PagesMissing)) throw error;
        stop();
        await fanOut(job, token!, error, queue);
      } finally {
        stop();
      }
    }
  }

  async function readPages(job: PagesJob): Promise<null> {
    await options.processPages!(job.data, () => worker.begun(job));
    await tellParent(job, queue).catch(() => {});
    return null;
  }

  worker.on("error", (error) => {
    // The lock ran out on a busy machine, or the job was handed back a moment ago: whoever takes it changes nothing.
    if (/could not renew lock/i.test(error.message)) logger.info({ err: error }, "a document is no longer held here");
    else logger.warn({ err: error }, "the queue's connection failed; it is tried again");
  });
  worker.on("failed", (job, error) =>
    logger.warn({ job: job?.id, attempts: job?.attemptsMade, reason: error.message }, "a document failed"),
  );
  worker.on("stalled", (id) => logger.warn({ job: id }, "a document's worker was lost; it is taken again"));
  worker.run().catch((error) => logger.error({ err: error }, "no more documents are taken: start the worker again"));
  return {
    async stop() {
      const grace = setTimeout(() => {
        stopping.abort();
        void options.giveUp?.();
      }, options.graceMs);
      await worker.close();
      clearTimeout(grace);
      await queue.close();
      // BullMQ leaves a connection open that it was given, and with it the process.
      connection.disconnect();
    },
  };
}

/** Progress is a courtesy: when it cannot be told, the work goes on. Of a document that is done in a moment there is none to tell. */
function reporter(job: Job, urgent: boolean): { tell(progress: Progress): void; stop(): void } {
  const afterMs = urgent ? PROGRESS_AFTER_MS.urgent : PROGRESS_AFTER_MS.bulk;
  let latest: Progress | undefined;
  let timer: NodeJS.Timeout | undefined;
  const send = () => {
    timer = undefined;
    if (latest) void job.updateProgress(latest).catch(() => {});
  };
  const stop = () => clearTimeout(timer);
  return {
    tell(progress) {
      // It waits for others to be loaded with, which says nothing of its own.
      if (progress.stage === "load" && !urgent) return stop();
      latest = progress;
      timer ??= setTimeout(send, afterMs);
    },
    stop,
  };
}
