import type { Job } from "bullmq";
import type { Progress } from "./job-queue.js";

/** Somebody waits for an urgent document; of others only those that take long tell how far they are. */
const PROGRESS_AFTER_MS = { urgent: 300, bulk: 3_000 } as const;

/** Progress is a courtesy: when it cannot be told, the work goes on. Of a document that is done in a moment there is none to tell. */
export function progressReporter(job: Job, urgent: boolean): { tell(progress: Progress): void; stop(): void } {
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
