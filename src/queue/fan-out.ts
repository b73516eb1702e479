import { type Queue, WaitingChildrenError } from "bullmq";
import type { PageRange } from "../core/page-range.js";
import { type DocumentData, type DocumentJob, decodeReason, PAGES_JOB, type PagesData, type PagesJob } from "./document-job.js";
import type { Progress, Reason } from "./job-queue.js";

/** A long scan cannot be read before these parts of it are recognised. */
export class PagesMissing extends Error {
  override readonly name = "PagesMissing";

  constructor(readonly parts: readonly PageRange[]) {
    super(`${parts.length} parts of the document are not recognised yet.`);
  }
}

/**
 * Makes a job of each part, as children of the document's job, which is put aside until they are done. Returns when they are all done already.
 * Throws `WaitingChildrenError` when the job is put aside, which BullMQ wants to see; and an ordinary error when parts that were read are
 * missing again.
 */
export async function fanOut(job: DocumentJob, token: string, { parts }: PagesMissing, queue: Queue): Promise<void> {
  const { round = 0, missing = Number.POSITIVE_INFINITY } = job.data.fanOut ?? {};
  if (parts.length >= missing) {
    // Of an earlier try that broke off here, children may still be under way.
    const { unprocessed = 0 } = await job.getDependenciesCount({ unprocessed: true });
    if (unprocessed === 0) throw new Error(`${parts.length} parts of the document were recognised, but are not in the store.`);
  }
  // The children first, which may be added again: whatever breaks off in between, the next try does not take them for done.
  await queue.addBulk(
    parts.map((pages) => ({
      name: PAGES_JOB,
      data: { sha256: job.data.sha256, pages } satisfies PagesData,
      opts: {
        jobId: `${job.id}-pages-${pages.from}-${pages.to}-${round}`,
        parent: { id: job.id!, queue: job.queueQualifiedName },
        // A part that fails for good sends the document on at once; what is left of the others is taken back.
        continueParentOnFailure: true,
        priority: job.priority,
        attempts: job.opts.attempts,
        backoff: job.opts.backoff,
        removeOnComplete: true,
        removeOnFail: true,
      },
    })),
  );
  await job.updateData({ ...job.data, fanOut: { round, missing: parts.length } });
  if (await job.moveToWaitingChildren(token)) throw new WaitingChildrenError();
}

/** Why pages of a document could not be recognised; undefined while none failed. The parts not yet begun are taken back. */
export async function failureOfPages(job: DocumentJob): Promise<Reason | undefined> {
  if (job.data.fanOut === undefined) return undefined;
  const { round } = job.data.fanOut;
  const failures = Object.entries(await job.getIgnoredChildrenFailures());
  const failed = failures.find(([key]) => key.endsWith(`-${round}`));
  if (failed === undefined) return undefined;
  await job.removeUnprocessedChildren();
  await job.updateData({ ...job.data, fanOut: { round: round + 1 } } satisfies DocumentData);
  return decodeReason(failed[1]);
}

/** Tells the document's job how far its pages are. A courtesy: when it cannot be told, the work goes on. */
export async function tellParent(job: PagesJob, queue: Queue): Promise<void> {
  if (job.parent?.id === undefined) return;
  const parent = await queue.getJob(job.parent.id);
  const { processed = 0, unprocessed = 0 } = (await parent?.getDependenciesCount({ processed: true, unprocessed: true })) ?? {};
  // This part is still among the unprocessed.
  await parent?.updateProgress({ stage: "read", part: processed + 1, parts: processed + unprocessed } satisfies Progress);
}
