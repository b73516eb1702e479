/** What a client asks for. A job carries the content's hash, never the content. */
export interface Submission {
  readonly sha256: string;
  readonly fileName: string;
  /** Who submitted it: the token's name. */
  readonly client: string;
  /** `interactive` goes before `bulk`. */
  readonly priority: "interactive" | "bulk";
}

/**
 * The one state a document is in. `done`: its records are in the warehouse. `dead`: it gave none; the reason is kept and it can be
 * requeued. `waiting` includes jobs that wait for a retry or for their pages.
 */
export type JobState = "waiting" | "active" | "done" | "dead";

export interface Progress {
  readonly stage: "fetch" | "read" | "load";
  /** Of a long scan: the parts of its pages that are recognised, and how many there are. */
  readonly part?: number;
  readonly parts?: number;
}

/** What a finished job says of its document; the records themselves are in the warehouse. */
export interface JobOutcome {
  readonly records: number;
  readonly findings: { readonly error: number; readonly warning: number; readonly info: number };
  /** True when the warehouse had this content from this pipeline version before. */
  readonly known: boolean;
}

export interface Reason {
  readonly code: string;
  readonly message: string;
  readonly remedy: string;
}

export interface JobStatus {
  readonly id: string;
  readonly sha256: string;
  readonly fileName: string;
  readonly client: string;
  readonly state: JobState;
  readonly attempts: number;
  readonly submittedAt: string;
  readonly finishedAt: string | null;
  readonly progress: Progress | null;
  readonly outcome: JobOutcome | null;
  readonly reason: Reason | null;
}

export interface QueueCounts {
  readonly waiting: number;
  readonly active: number;
  readonly delayed: number;
  readonly dead: number;
  /** Age of the job that has waited longest, milliseconds; 0 when none waits. */
  readonly oldestWaitingMs: number;
}

/** The queue as the server sees it. Implementations: {@link RedisQueue} (BullMQ), {@link EmbeddedQueue} (one process). */
export interface JobQueue {
  /** Throws {@link QueueUnavailable} at once when the queue cannot be reached. A document submitted before joins its earlier job. */
  submit(submission: Submission): Promise<{ readonly id: string; readonly joined: boolean }>;
  status(id: string): Promise<JobStatus | undefined>;
  /** The job's states and progress as they come, the present one first, until it is done or dead or `signal` aborts. */
  watch(id: string, signal: AbortSignal): AsyncIterable<JobStatus>;
  dead(offset: number, limit: number): Promise<{ readonly total: number; readonly jobs: readonly JobStatus[] }>;
  /** Puts a dead job back. False when there is none of that name among the dead. */
  requeue(id: string): Promise<boolean>;
  counts(): Promise<QueueCounts>;
  ready(): Promise<void>;
  close(): Promise<void>;
}

/** Why a document will never give a record: not tried again. */
export class Rejected extends Error {
  override readonly name = "Rejected";
  readonly reason: Reason;

  constructor(reason: Reason) {
    super(reason.message);
    this.reason = reason;
  }
}

/** Why a document is dead that was tried as often as allowed: what stood in its way may pass. */
export function transientReason(error: unknown): Reason {
  const message = error instanceof Error ? error.message : String(error);
  return { code: "transient", message, remedy: "Mend what the message names, then requeue the job." };
}

/** The queue did not answer, and nothing was submitted. It may answer later. */
export class QueueUnavailable extends Error {
  override readonly name = "QueueUnavailable";
}

/** Content hash and pipeline version: the key by which a document is judged once. */
export function jobId(sha256: string, pipelineVersion: string): string {
  return `${sha256}-${pipelineVersion.replace(/[^0-9A-Za-z.]/g, ".")}`;
}
