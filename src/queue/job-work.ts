import { type Job, type Queue, UnrecoverableError, WaitingChildrenError, WaitingError } from "bullmq";
import { type DocumentData, type DocumentJob, encodeReason, PAGES_JOB, type PagesData, type PagesJob, PRIORITY } from "./document-job.js";
import { failureOfPages, fanOut, PagesMissing, tellParent } from "./fan-out.js";
import { type JobOutcome, type Progress, Rejected, transientReason } from "./job-queue.js";
import { progressReporter } from "./progress-reporter.js";
import { NoPlace } from "./reading-places.js";
import type { WorkerOptions } from "./worker.js";

/** What a worker does with a job of the queue: judge a document, or recognise pages of a long scan. */
export class JobWork {
  readonly #options: Pick<WorkerOptions, "process" | "processPages">;
  readonly #queue: Queue;
  readonly #stopping: AbortSignal;

  constructor(options: Pick<WorkerOptions, "process" | "processPages">, queue: Queue, stopping: AbortSignal) {
    this.#options = options;
    this.#queue = queue;
    this.#stopping = stopping;
  }

  /** `begun` is called when the job's turn has come. Throws what tells BullMQ whether to try it again. */
  async on(job: Job<DocumentData | PagesData>, token: string | undefined, begun: () => void): Promise<JobOutcome | null> {
    try {
      return job.name === PAGES_JOB ? await this.#readPages(job as PagesJob, begun) : await this.#judge(job as DocumentJob, token, begun);
    } catch (error) {
      return handBack(error, job, token, this.#stopping.aborted);
    }
  }

  async #judge(job: DocumentJob, token: string | undefined, begun: () => void): Promise<JobOutcome> {
    for (;;) {
      const urgent = job.priority === PRIORITY.interactive;
      const document = { ...job.data, id: job.id!, urgent, unread: await failureOfPages(job) };
      const { tell, stop } = progressReporter(job, urgent);
      const report = (progress: Progress) => {
        begun();
        tell(progress);
      };
      try {
        return await this.#options.process(document, report, this.#stopping);
      } catch (error) {
        if (!(error instanceof PagesMissing)) throw error;
        stop();
        await fanOut(job, token!, error, this.#queue);
      } finally {
        stop();
      }
    }
  }

  async #readPages(job: PagesJob, begun: () => void): Promise<null> {
    await this.#options.processPages!(job.data, begun);
    await tellParent(job, this.#queue).catch(() => {});
    return null;
  }
}

/** Tells the queue why a job was not done: it is taken up again at once, or some time later, or never. */
async function handBack(error: unknown, job: Job, token: string | undefined, isStopping: boolean): Promise<never> {
  if (error instanceof WaitingChildrenError) throw error;
  if (isStopping || error instanceof NoPlace) {
    await job.moveToWait(token);
    throw new WaitingError();
  }
  if (error instanceof Rejected) throw new UnrecoverableError(encodeReason(error.reason));
  throw new Error(encodeReason(transientReason(error)), { cause: error });
}
