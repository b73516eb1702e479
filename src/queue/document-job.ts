import type { Job } from "bullmq";
import type { PageRange } from "../core/page-range.js";
import type { JobOutcome, JobStatus, Progress, Reason } from "./job-queue.js";

export const DOCUMENT_QUEUE = "documents";
/** BullMQ: the lower the number, the sooner. */
export const PRIORITY = { interactive: 1, bulk: 100 } as const;

/** What Redis holds of a document's job. */
export interface DocumentData {
  readonly sha256: string;
  readonly fileName: string;
  readonly client: string;
  /** Set once the pages of a long scan were made jobs of their own. */
  readonly fanOut?: FanOut;
}

export interface FanOut {
  /** Part of the names of its page jobs; one more after a failure, so that a requeued document is not held to the earlier pages' failures. */
  readonly round: number;
  /** Parts that were missing when it last asked for them; none after a failure. */
  readonly missing?: number;
}

/** What Redis holds of a job that recognises a part of a long scan, the child of the document's. */
export interface PagesData {
  readonly sha256: string;
  readonly pages: PageRange;
}

export type DocumentJob = Job<DocumentData, JobOutcome>;
export type PagesJob = Job<PagesData, null>;

export const DOCUMENT_JOB = "document";
export const PAGES_JOB = "pages";

/** A failure as it stands in Redis: BullMQ keeps one string of it. */
export function encodeReason(reason: Reason): string {
  return JSON.stringify(reason);
}

/** Why a job failed; what the queue itself says of one that stalled too often becomes the code `worker`. */
export function decodeReason(failedReason: string): Reason {
  try {
    const { code, message, remedy } = JSON.parse(failedReason) as Partial<Reason>;
    if (code && message && remedy) return { code, message, remedy };
  } catch {
    // Not written by us: BullMQ's own words, such as those of a job that stalled too often.
  }
  return { code: "worker", message: failedReason, remedy: "Requeue the job; if it fails again, see the worker's log." };
}

/** The job as clients see it. */
export async function describeJob(job: DocumentJob): Promise<JobStatus> {
  const state = await job.getState();
  const dead = state === "failed";
  return {
    id: job.id!,
    sha256: job.data.sha256,
    fileName: job.data.fileName,
    client: job.data.client,
    state: state === "completed" ? "done" : dead ? "dead" : state === "active" ? "active" : "waiting",
    attempts: job.attemptsMade,
    submittedAt: new Date(job.timestamp).toISOString(),
    finishedAt: job.finishedOn === undefined ? null : new Date(job.finishedOn).toISOString(),
    progress: typeof job.progress === "object" && "stage" in job.progress ? (job.progress as Progress) : null,
    outcome: job.returnvalue ?? null,
    reason: job.failedReason && dead ? decodeReason(job.failedReason) : null,
  };
}
