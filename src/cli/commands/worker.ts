import { Command } from "commander";

export function workerCommand(): Command {
  return new Command("worker")
    .description("Take documents off the queue, read them in isolated processes, load what they give.")
    .addHelpText(
      "after",
      `
Any number of workers on any number of hosts share one Redis (ZIPING_REDIS_URL), one warehouse (ZIPING_POSTGRES_URL) and one store
(ZIPING_BUCKET, or the same ZIPING_DATA). On SIGTERM a worker finishes what it holds within ZIPING_GRACE_MS, or hands it back.

Example:
  ZIPING_REDIS_URL=redis://localhost:6379 ZIPING_POSTGRES_URL=postgres://localhost/ziping ziping worker`,
    )
    .action(async () => {
      const { work } = await import("../service/work.js");
      process.exitCode = await work();
    });
}
