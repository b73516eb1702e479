import { EventEmitter, on } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import type { DocumentData } from "./document-job.js";
import {
  type JobOutcome,
  type JobQueue,
  type JobStatus,
  jobId,
  type Progress,
  type QueueCounts,
  Rejected,
  type Submission,
  transientReason,
} from "./job-queue.js";
import { backoff } from "./worker.js";

export interface EmbeddedQueueOptions {
  readonly pipelineVersion: string;
  readonly concurrency: number;
  readonly attempts: number;
  /** How many finished jobs are remembered; older ones are known by the warehouse alone. */
  readonly keepDone: number;
  /** Keeps what the store does not tell of a document, before it waits: a process that is killed forgets what waits. */
  remember?(submission: Submission): Promise<void>;
  process(document: DocumentData & { readonly id: string }, report: (progress: Progress) => void, signal: AbortSignal): Promise<JobOutcome>;
}

type Entry = { status: JobStatus; priority: Submission["priority"] };

/** The queue of `ziping serve` without services: one process, nothing kept but in the store and the warehouse. */
export class EmbeddedQueue implements JobQueue {
  readonly #options: EmbeddedQueueOptions;
  readonly #entries = new Map<string, Entry>();
  readonly #waiting = { interactive: [] as string[], bulk: [] as string[] };
  readonly #running = new Set<Promise<void>>();
  readonly #finished: string[] = [];
  readonly #changes = new EventEmitter().setMaxListeners(0);
  readonly #stopping = new AbortController();

  constructor(options: EmbeddedQueueOptions) {
    this.#options = options;
  }

  async submit(submission: Submission): Promise<{ id: string; joined: boolean }> {
    await this.#options.remember?.(submission);
    const { sha256, fileName, client, priority } = submission;
    const id = jobId(sha256, this.#options.pipelineVersion);
    const earlier = this.#entries.get(id);
    if (earlier) {
      if (priority === "interactive" && earlier.priority === "bulk") this.#prefer(id, earlier);
      return { id, joined: true };
    }
    const status: JobStatus = {
      id,
      sha256,
      fileName,
      client,
      state: "waiting",
      attempts: 0,
      submittedAt: new Date().toISOString(),
      finishedAt: null,
      progress: null,
      outcome: null,
      reason: null,
    };
    this.#entries.set(id, { status, priority });
    this.#waiting[priority].push(id);
    this.#startNext();
    return { id, joined: false };
  }

  async status(id: string): Promise<JobStatus | undefined> {
    return this.#entries.get(id)?.status;
  }

  async *watch(id: string, signal: AbortSignal): AsyncIterable<JobStatus> {
    const changes = on(this.#changes, id, { signal });
    let status = this.#entries.get(id)?.status;
    try {
      while (status !== undefined) {
        yield status;
        if (status.state === "done" || status.state === "dead") return;
        status = ((await changes.next()).value as [JobStatus])[0];
      }
    } catch (error) {
      if (!signal.aborted) throw error;
    } finally {
      await changes.return?.();
    }
  }

  async dead(offset: number, limit: number): Promise<{ total: number; jobs: readonly JobStatus[] }> {
    const jobs = Array.from(this.#entries.values(), (entry) => entry.status).filter((status) => status.state === "dead");
    return { total: jobs.length, jobs: jobs.reverse().slice(offset, offset + limit) };
  }

  async requeue(id: string): Promise<boolean> {
    const entry = this.#entries.get(id);
    if (entry?.status.state !== "dead") return false;
    this.#change(id, { state: "waiting", attempts: 0, reason: null, finishedAt: null });
    this.#waiting[entry.priority].push(id);
    this.#startNext();
    return true;
  }

  async counts(): Promise<QueueCounts> {
    const statuses = Array.from(this.#entries.values(), (entry) => entry.status);
    const waiting = statuses.filter((status) => status.state === "waiting");
    const oldest = Math.min(...waiting.map((status) => Date.parse(status.submittedAt)));
    return {
      waiting: waiting.length,
      active: this.#running.size,
      delayed: 0,
      dead: statuses.filter((status) => status.state === "dead").length,
      oldestWaitingMs: waiting.length === 0 ? 0 : Date.now() - oldest,
    };
  }

  async ready(): Promise<void> {}

  async close(): Promise<void> {
    this.#stopping.abort();
    await Promise.all(this.#running);
  }

  #startNext(): void {
    while (this.#running.size < this.#options.concurrency && !this.#stopping.signal.aborted) {
      const id = this.#waiting.interactive.shift() ?? this.#waiting.bulk.shift();
      if (id === undefined) return;
      const run = this.#run(id).finally(() => {
        this.#running.delete(run);
        this.#startNext();
      });
      this.#running.add(run);
    }
  }

  async #run(id: string): Promise<void> {
    const { signal } = this.#stopping;
    const { sha256, fileName, client } = this.#entries.get(id)!.status;
    for (let attempt = 1; !signal.aborted; attempt++) {
      this.#change(id, { state: "active", attempts: attempt });
      try {
        const report = (progress: Progress) => this.#change(id, { progress });
        const outcome = await this.#options.process({ id, sha256, fileName, client }, report, signal);
        return this.#finish(id, { state: "done", outcome });
      } catch (error) {
        if (signal.aborted) break;
        if (error instanceof Rejected) return this.#finish(id, { state: "dead", reason: error.reason });
        if (attempt >= this.#options.attempts) return this.#finish(id, { state: "dead", reason: transientReason(error) });
        await sleep(backoff(attempt), undefined, { signal }).catch(() => {});
      }
    }
    this.#change(id, { state: "waiting" });
  }

  #finish(id: string, change: Partial<JobStatus>): void {
    this.#change(id, { ...change, finishedAt: new Date().toISOString() });
    this.#finished.push(id);
    while (this.#finished.length > this.#options.keepDone) {
      const oldest = this.#finished.shift()!;
      if (this.#entries.get(oldest)?.status.state === "done") this.#entries.delete(oldest);
    }
  }

  #change(id: string, change: Partial<JobStatus>): void {
    const entry = this.#entries.get(id)!;
    entry.status = { ...entry.status, ...change };
    this.#changes.emit(id, entry.status);
  }

  #prefer(id: string, entry: Entry): void {
    const place = this.#waiting.bulk.indexOf(id);
    if (place < 0) return;
    this.#waiting.bulk.splice(place, 1);
    this.#waiting.interactive.push(id);
    entry.priority = "interactive";
  }
}
