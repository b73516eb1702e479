import { Queue, QueueEvents } from "bullmq";
import type { Redis } from "ioredis";
import type { Logger } from "pino";
import { type BoardQueue, boardQueue } from "./board-queue.js";
import { DOCUMENT_JOB, DOCUMENT_QUEUE, type DocumentData, type DocumentJob, describeJob, PRIORITY } from "./document-job.js";
import { type JobQueue, type JobStatus, jobId, type QueueCounts, QueueUnavailable, type Submission } from "./job-queue.js";
import { logOutages, producerConnection, workerConnection } from "./redis.js";
import type { Telemetry } from "./telemetry.js";

export interface RedisQueueOptions {
  readonly url: string;
  /** Prefix of all keys in Redis. */
  readonly prefix: string;
  readonly pipelineVersion: string;
  /** How often a fault that may pass is tried again. */
  readonly attempts: number;
  /** How many finished jobs are remembered; older ones are known by the warehouse alone. */
  readonly keepDone: number;
  readonly keepDead: number;
  readonly telemetry?: Telemetry;
  /** Is told when Redis is away, and back. */
  readonly logger?: Pick<Logger, "warn">;
}

/** The producer's side of the queue: submit, watch, requeue. Workers are made by {@link startWorker}. */
export class RedisQueue implements JobQueue {
  readonly #options: RedisQueueOptions;
  readonly #redis: Redis;
  #queue: Queue<DocumentData> | undefined;
  #events: QueueEvents | undefined;
  #listening: Redis | undefined;

  constructor(options: RedisQueueOptions) {
    this.#options = options;
    this.#redis = producerConnection(options.url);
    if (options.logger) logOutages(this.#redis, options.logger);
  }

  /** For the admins' page. Redis must answer for it to be made. */
  async board(): Promise<BoardQueue> {
    return this.#ask(async (queue) => boardQueue(queue));
  }

  async submit({ sha256, fileName, client, priority }: Submission): Promise<{ id: string; joined: boolean }> {
    return this.#ask(async (queue) => {
      const id = jobId(sha256, this.#options.pipelineVersion);
      const earlier = (await queue.getJob(id)) as DocumentJob | undefined;
      if (earlier) {
        if (priority === "interactive" && earlier.priority === PRIORITY.bulk && (await earlier.getState()) === "prioritized") {
          await earlier.changePriority({ priority: PRIORITY.interactive }).catch(() => {}); // it has just been taken: so much the better
        }
        return { id, joined: true };
      }
      await queue.add(
        DOCUMENT_JOB,
        { sha256, fileName, client },
        {
          jobId: id,
          priority: PRIORITY[priority],
          attempts: this.#options.attempts,
          backoff: { type: "capped" },
          removeOnComplete: { count: this.#options.keepDone },
          removeOnFail: { count: this.#options.keepDead },
        },
      );
      return { id, joined: false };
    });
  }

  async status(id: string): Promise<JobStatus | undefined> {
    return this.#ask(async (queue) => {
      const job = (await queue.getJob(id)) as DocumentJob | undefined;
      return job?.name === DOCUMENT_JOB ? describeJob(job) : undefined;
    });
  }

  async *watch(id: string, signal: AbortSignal): AsyncIterable<JobStatus> {
    await this.ready();
    const events = await this.#listen();
    let wake = () => {};
    let changed = true;
    const notice = (event: { jobId: string }) => {
      if (event.jobId !== id) return;
      changed = true;
      wake();
    };
    const names = ["active", "progress", "completed", "failed", "waiting", "delayed"] as const;
    for (const name of names) events.on(name, notice);
    const stop = () => wake();
    signal.addEventListener("abort", stop);
    try {
      let last = "";
      while (!signal.aborted) {
        changed = false;
        const status = await this.status(id);
        if (status === undefined) return;
        const text = JSON.stringify(status);
        if (text !== last) yield status;
        last = text;
        if (status.state === "done" || status.state === "dead") return;
        // An event can be lost with its connection; the state itself is asked again from time to time.
        if (!changed)
          await new Promise<void>((resolve) => {
            wake = resolve;
            setTimeout(resolve, 5_000).unref();
          });
      }
    } finally {
      signal.removeEventListener("abort", stop);
      for (const name of names) events.off(name, notice);
    }
  }

  async dead(offset: number, limit: number): Promise<{ total: number; jobs: readonly JobStatus[] }> {
    return this.#ask(async (queue) => {
      const jobs = (await queue.getFailed(offset, offset + limit - 1)) as DocumentJob[];
      return { total: await queue.getFailedCount(), jobs: await Promise.all(jobs.map(describeJob)) };
    });
  }

  async requeue(id: string): Promise<boolean> {
    return this.#ask(async (queue) => {
      const job = (await queue.getJob(id)) as DocumentJob | undefined;
      if (job?.name !== DOCUMENT_JOB || !(await job.isFailed())) return false;
      // What its pages came to in the tries before holds no longer.
      if (job.data.fanOut) await job.updateData({ ...job.data, fanOut: { round: job.data.fanOut.round + 1 } });
      await job.retry("failed", { resetAttemptsMade: true });
      return true;
    });
  }

  async counts(): Promise<QueueCounts> {
    return this.#ask(async (queue) => {
      const counts = await queue.getJobCounts("wait", "prioritized", "active", "delayed", "waiting-children", "failed");
      const [oldest] = await queue.getJobs(["wait", "prioritized"], 0, 0, true);
      return {
        waiting: (counts.wait ?? 0) + (counts.prioritized ?? 0) + (counts["waiting-children"] ?? 0),
        active: counts.active ?? 0,
        delayed: counts.delayed ?? 0,
        dead: counts.failed ?? 0,
        oldestWaitingMs: oldest ? Date.now() - oldest.timestamp : 0,
      };
    });
  }

  async ready(): Promise<void> {
    await this.#ask(async (queue) => {
      await queue.waitUntilReady();
      await this.#redis.ping();
    });
  }

  async close(): Promise<void> {
    await this.#events?.close().catch(() => {});
    await this.#queue?.close().catch(() => {});
    // BullMQ leaves connections open that it was given, and with them the process.
    this.#listening?.disconnect();
    this.#redis.disconnect();
  }

  /** Events are heard only once the listener stands; what happened before is in the job's state. */
  async #listen(): Promise<QueueEvents> {
    if (this.#events === undefined) {
      this.#listening = workerConnection(this.#options.url);
      this.#events = new QueueEvents(DOCUMENT_QUEUE, { connection: this.#listening, prefix: this.#options.prefix });
      this.#events.setMaxListeners(0);
      this.#events.on("error", () => {});
    }
    await this.#events.waitUntilReady();
    return this.#events;
  }

  async #ask<T>(question: (queue: Queue<DocumentData>) => Promise<T>): Promise<T> {
    if (this.#redis.status !== "ready") await this.#firstConnection();
    try {
      return await question(this.#opened());
    } catch (cause) {
      if (this.#redis.status === "ready" && !isConnectionLoss(cause)) throw cause;
      throw this.#unavailable(cause);
    }
  }

  /**
   * BullMQ asks Redis for its version when a queue is made, so it is made over a connection that stands. One whose connection was lost just then
   * fails for good: the next question makes another.
   */
  #opened(): Queue<DocumentData> {
    if (this.#queue === undefined) {
      const queue = new Queue<DocumentData>(DOCUMENT_QUEUE, {
        connection: this.#redis,
        prefix: this.#options.prefix,
        telemetry: this.#options.telemetry?.queue,
      });
      queue.on("error", () => {});
      queue.waitUntilReady().catch(() => {
        if (this.#queue === queue) this.#queue = undefined;
      });
      this.#queue = queue;
    }
    return this.#queue;
  }

  /** Waits for the connection only while it is being made for the first time; later a lost one is an answer of its own. */
  async #firstConnection(): Promise<void> {
    if (this.#redis.status !== "connecting" && this.#redis.status !== "connect") throw this.#unavailable();
    await new Promise<void>((resolve, reject) => {
      const timer = setTimeout(() => reject(this.#unavailable()), 3_000);
      const settle = (then: () => void) => () => {
        clearTimeout(timer);
        then();
      };
      this.#redis.once("ready", settle(resolve));
      this.#redis.once(
        "close",
        settle(() => reject(this.#unavailable())),
      );
    });
  }

  #unavailable(cause?: unknown): QueueUnavailable {
    const { host, port } = new URL(this.#options.url.replace(/^rediss?:/, "http:")) as URL & { host: string };
    return new QueueUnavailable(
      `Redis does not answer at ${host || `localhost:${port || 6379}`}. Start it with: docker compose up -d redis`,
      { cause },
    );
  }
}

function isConnectionLoss(error: unknown): boolean {
  return /Connection is closed|Stream isn't writeable|ECONN|max retries|Command timed out|LOADING|READONLY|MASTERDOWN/i.test(
    String((error as Error)?.message),
  );
}
