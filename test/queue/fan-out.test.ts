import { Job, Queue } from "bullmq";
import { pino } from "pino";
import { afterAll, afterEach, beforeAll, expect, it, vi } from "vitest";
import { PagesMissing } from "../../src/queue/fan-out.js";
import type { JobStatus } from "../../src/queue/job-queue.js";
import { RedisQueue } from "../../src/queue/redis-queue.js";
import { type RunningWorker, startWorker, type WorkerOptions } from "../../src/queue/worker.js";
import { RedisServer } from "../services/redis-server.js";

const PARTS = [
  { from: 1, to: 2 },
  { from: 3, to: 3 },
];
const OUTCOME = { records: 1, findings: { error: 0, warning: 0, info: 0 }, known: false };
const redis = new RedisServer();
const logger = pino({ level: "silent" });
let worker: RunningWorker;
let queue: RedisQueue;

beforeAll(() => redis.start());
afterEach(async () => {
  vi.restoreAllMocks();
  await worker.stop();
  await queue.close();
});
afterAll(() => redis.stop());

/** Judges one long scan whose parts are kept by `processPages`, in two tries; resolves to what became of it. */
async function judged(prefix: string, kept: Set<number>, processPages: WorkerOptions["processPages"]): Promise<JobStatus> {
  const process: WorkerOptions["process"] = async () => {
    const missing = PARTS.filter(({ from }) => !kept.has(from));
    if (missing.length > 0) throw new PagesMissing(missing);
    return OUTCOME;
  };
  worker = startWorker({ url: redis.url, prefix, concurrency: 3, graceMs: 100, logger, process, processPages });
  queue = new RedisQueue({ url: redis.url, prefix, pipelineVersion: "1", attempts: 2, keepDone: 10, keepDead: 10 });
  const { id } = await queue.submit({ sha256: "a".repeat(64), fileName: "scan.pdf", client: "test", priority: "bulk" });
  return last(queue.watch(id, AbortSignal.timeout(20_000)));
}

async function last(states: AsyncIterable<JobStatus>): Promise<JobStatus> {
  let state: JobStatus | undefined;
  for await (state of states);
  return state!;
}

it("makes the jobs of the parts in the next try when they could not be made", async () => {
  const addBulk = vi.spyOn(Queue.prototype, "addBulk").mockRejectedValueOnce(new Error("the connection is gone"));
  const kept = new Set<number>();
  const status = await judged("unmade", kept, async ({ pages }) => void kept.add(pages.from));
  expect(status).toMatchObject({ state: "done" });
  expect(addBulk).toHaveBeenCalledTimes(2);
}, 30_000);

it("waits for the parts that an earlier try began, and makes none of them twice", async () => {
  const kept = new Set<number>();
  const begun: number[] = [];
  let goOn = () => {};
  const until = new Promise<void>((resolve) => {
    goOn = resolve;
  });
  const put = Job.prototype.moveToWaitingChildren;
  const aside = vi.spyOn(Job.prototype, "moveToWaitingChildren").mockImplementation(function (this: Job, ...call) {
    if (aside.mock.calls.length === 1) return Promise.reject(new Error("the connection is gone"));
    goOn();
    return put.apply(this, call);
  });
  const judging = judged("begun", kept, async ({ pages }, hasBegun) => {
    hasBegun();
    begun.push(pages.from);
    await until;
    kept.add(pages.from);
  });
  // Whatever fails, the parts must not wait for ever: the worker would not stop.
  const status = await judging.finally(goOn);
  expect(status).toMatchObject({ state: "done" });
  expect(begun.sort()).toEqual([1, 3]);
}, 30_000);

it("gives a document up whose parts were recognised, but are not kept; requeued, it asks for them anew", async () => {
  const kept = new Set<number>();
  let isMended = false;
  const status = await judged("lost", kept, async ({ pages }) => void (isMended && kept.add(pages.from)));
  expect(status).toMatchObject({ state: "dead", reason: { message: expect.stringContaining("not in the store") } });
  isMended = true;
  expect(await queue.requeue(status.id)).toBe(true);
  expect(await last(queue.watch(status.id, AbortSignal.timeout(20_000)))).toMatchObject({ state: "done", reason: null });
}, 30_000);
