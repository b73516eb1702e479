import { setTimeout as sleep } from "node:timers/promises";
import { type Job, Queue, WaitingError } from "bullmq";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { PacedWorker } from "../../src/queue/paced-worker.js";
import { workerConnection } from "../../src/queue/redis.js";
import { RedisServer } from "../services/redis-server.js";

const redis = new RedisServer();
const closing: (() => Promise<unknown>)[] = [];

beforeAll(() => redis.start());
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});
afterAll(() => redis.stop());

type Work = (job: Job, token: string | undefined, begun: () => void) => Promise<unknown>;

async function queueOf(name: string, count: number): Promise<Queue> {
  const connection = workerConnection(redis.url);
  const queue = new Queue(name, { connection });
  closing.push(async () => {
    await queue.close();
    connection.disconnect();
  });
  await queue.addBulk(Array.from({ length: count }, (_, index) => ({ name: "job", data: {}, opts: { jobId: `job-${index}` } })));
  return queue;
}

function workerOf(name: string, concurrency: number, work: Work): PacedWorker<unknown, unknown> {
  const connection = workerConnection(redis.url);
  const options = { connection, concurrency, autorun: false, lockDuration: 2_000, stalledInterval: 300, maxStalledCount: 50 };
  const worker: PacedWorker<unknown, unknown> = new PacedWorker(name, (job, token) => work(job, token, () => worker.begun(job)), options);
  worker.on("error", () => {});
  void worker.run();
  closing.push(async () => {
    await worker.close();
    connection.disconnect();
  });
  return worker;
}

/** Ends when told to. */
function held() {
  let end = () => {};
  const until = new Promise<void>((resolve) => {
    end = resolve;
  });
  return { until, end };
}

it("leaves to others what it has not begun, though it may hold many", async () => {
  const queue = await queueOf("left", 40);
  const { until, end } = held();
  // The first stays in hand: no reader is free for it.
  workerOf("left", 100, () => until);
  await sleep(200);
  expect(await queue.getJobCounts("active", "waiting")).toEqual({ active: 1, waiting: 39 });
  let byOther = 0;
  workerOf("left", 100, async (_job, _token, begun) => {
    begun();
    byOther++;
  });
  while (byOther < 39) await sleep(10);
  end();
  while ((await queue.getCompletedCount()) < 40) await sleep(10);
});

it("holds as many as it may when they are begun at once, and ends them all when it is closed", async () => {
  const queue = await queueOf("held", 40);
  const { until, end } = held();
  let [under, most] = [0, 0];
  const worker = workerOf("held", 30, async (_job, _token, begun) => {
    begun();
    most = Math.max(most, ++under);
    await until;
    under--;
  });
  while (under < 30) await sleep(10);
  await sleep(100);
  const closed = worker.close();
  await sleep(50);
  end();
  await closed;
  expect([most, under]).toEqual([30, 0]);
  expect(await queue.getJobCounts("active", "waiting", "completed")).toEqual({ active: 0, waiting: 10, completed: 30 });
});

it("keeps its hold on jobs that it handed back and took again at once", async () => {
  const count = 60;
  const queue = await queueOf("again", count);
  const tries = new Map<string, number>();
  const worker = workerOf("again", count, async (job, token, begun) => {
    begun();
    const earlier = tries.get(job.id!) ?? 0;
    tries.set(job.id!, earlier + 1);
    // Longer than a lock lasts that is not renewed.
    if (earlier > 0) return sleep(4_000);
    await sleep(200 + Math.random() * 50);
    await job.moveToWait(token);
    throw new WaitingError();
  });
  const stalled: string[] = [];
  worker.on("stalled", (id) => stalled.push(id));
  while ((await queue.getCompletedCount()) < count) await sleep(50);
  expect(stalled).toEqual([]);
  expect([...tries.values()]).toEqual(Array(count).fill(2));
}, 30_000);

it("ends its work on a job whose lock it lost before it begins that job again", async () => {
  const queue = await queueOf("lost", 1);
  let [runs, under, most] = [0, 0, 0];
  const worker = workerOf("lost", 5, async (_job, _token, begun) => {
    begun();
    runs++;
    most = Math.max(most, ++under);
    // The second time longer than a lock lasts that is not renewed.
    await sleep(runs === 1 ? 1_500 : 4_000);
    under--;
  });
  while (under === 0) await sleep(10);
  const connection = workerConnection(redis.url);
  expect(await connection.del(`${queue.toKey("job-0")}:lock`)).toBe(1);
  connection.disconnect();
  await new Promise((resolve) => worker.on("completed", resolve));
  expect([runs, most]).toEqual([2, 1]);
}, 20_000);

it("takes a job that comes while it waits for one", async () => {
  const queue = await queueOf("late", 0);
  workerOf("late", 2, async (_job, _token, begun) => begun());
  await sleep(100);
  const added = performance.now();
  await queue.add("job", {}, { jobId: "late" });
  while ((await queue.getCompletedCount()) < 1) await sleep(10);
  expect(performance.now() - added).toBeLessThan(2_000);
});
