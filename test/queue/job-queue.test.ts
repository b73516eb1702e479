import { createHash } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { pino } from "pino";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { EmbeddedQueue } from "../../src/queue/embedded-queue.js";
import { type JobOutcome, type JobQueue, type JobStatus, Rejected } from "../../src/queue/job-queue.js";
import { RedisQueue } from "../../src/queue/redis-queue.js";
import { type RunningWorker, startWorker, type WorkerOptions } from "../../src/queue/worker.js";
import { RedisServer } from "../services/redis-server.js";

const redis = new RedisServer();
const logger = pino({ level: "silent" });
const done: JobOutcome = { records: 1, findings: { error: 0, warning: 0, info: 0 }, known: false };
const hash = (text: string) => createHash("sha256").update(text).digest("hex");
const rejection = { code: "encrypted", message: "needs a password", remedy: "Remove it." };
type Process = WorkerOptions["process"];

interface Bench {
  readonly queue: JobQueue;
  stop(): Promise<void>;
}
let serial = 0;

function open(kind: "redis" | "embedded", process: Process, attempts = 3): Bench {
  if (kind === "embedded") {
    const queue = new EmbeddedQueue({ pipelineVersion: "1+a", concurrency: 1, attempts, keepDone: 100, process });
    return { queue, stop: () => queue.close() };
  }
  const prefix = `test${serial++}`;
  const queue = new RedisQueue({ url: redis.url, prefix, pipelineVersion: "1+a", attempts, keepDone: 100, keepDead: 100 });
  let worker: RunningWorker | undefined = startWorker({ url: redis.url, prefix, concurrency: 1, graceMs: 200, logger, process });
  return {
    queue,
    async stop() {
      await worker?.stop();
      worker = undefined;
      await queue.close();
    },
  };
}

async function settled(queue: JobQueue, id: string): Promise<JobStatus> {
  let last: JobStatus | undefined;
  for await (const status of queue.watch(id, AbortSignal.timeout(20_000))) last = status;
  return last!;
}

let bench: Bench;
const submit = (text: string, priority: "interactive" | "bulk" = "bulk") =>
  bench.queue.submit({ sha256: hash(text), fileName: `${text}.pdf`, client: "test", priority });

beforeAll(() => redis.start());
afterEach(() => bench.stop());
afterAll(() => redis.stop());

describe.each(["redis", "embedded"] as const)("the %s queue", (kind) => {
  it("carries a document to its outcome", async () => {
    bench = open(kind, async () => done);
    const { id, joined } = await submit("a");
    expect(joined).toBe(false);
    expect(await settled(bench.queue, id)).toMatchObject({ state: "done", outcome: done, fileName: "a.pdf", reason: null });
  });

  it("joins a document submitted twice to its earlier job, and judges it once", async () => {
    let runs = 0;
    bench = open(kind, async () => {
      runs++;
      await sleep(50);
      return done;
    });
    const first = await submit("same");
    const second = await submit("same");
    await settled(bench.queue, first.id);
    expect(await submit("same")).toEqual({ id: first.id, joined: true });
    expect(second).toEqual({ id: first.id, joined: true });
    expect(runs).toBe(1);
  });

  it("tries again what may pass", async () => {
    let runs = 0;
    bench = open(kind, async () => {
      if (++runs < 2) throw new Error("connection lost");
      return done;
    });
    const { id } = await submit("flaky");
    expect(await settled(bench.queue, id)).toMatchObject({ state: "done" });
    expect(runs).toBe(2);
  });

  it("never tries again what won't pass; the reason is kept and it can be requeued", async () => {
    let runs = 0;
    bench = open(kind, async () => {
      if (++runs === 1) throw new Rejected(rejection);
      return done;
    });
    const { id } = await submit("encrypted");
    expect(await settled(bench.queue, id)).toMatchObject({ state: "dead", reason: rejection });
    expect(runs).toBe(1);
    expect(await bench.queue.dead(0, 10)).toMatchObject({ total: 1, jobs: [{ id, reason: rejection }] });
    expect(await bench.queue.requeue(id)).toBe(true);
    expect(await settled(bench.queue, id)).toMatchObject({ state: "done" });
    expect(await bench.queue.requeue(id)).toBe(false);
    expect((await bench.queue.dead(0, 10)).total).toBe(0);
  });

  it("does not let a poison document block the others", async () => {
    bench = open(kind, async ({ fileName }) => {
      if (fileName === "poison.pdf") throw new Rejected(rejection);
      return done;
    });
    await submit("poison");
    expect(await settled(bench.queue, (await submit("good")).id)).toMatchObject({ state: "done" });
  });

  it("takes interactive documents before bulk ones, also when one is asked for again", async () => {
    const order: string[] = [];
    let open1 = () => {};
    const gate = new Promise<void>((resolve) => {
      open1 = resolve;
    });
    bench = open(kind, async ({ fileName }) => {
      if (fileName === "first.pdf") await gate;
      order.push(fileName);
      return done;
    });
    await submit("first");
    await sleep(200);
    await submit("bulk 1");
    const { id: wanted } = await submit("bulk 2");
    const { id: bulk } = await submit("bulk 3");
    await submit("urgent", "interactive");
    await submit("bulk 2", "interactive");
    expect((await bench.queue.counts()).waiting).toBe(4);
    open1();
    await settled(bench.queue, wanted);
    await settled(bench.queue, bulk);
    expect(order.slice(0, 3).sort()).toEqual(["bulk 2.pdf", "first.pdf", "urgent.pdf"]);
    expect(order.slice(3)).toEqual(["bulk 1.pdf", "bulk 3.pdf"]);
  });

  it("tells progress as it comes", async () => {
    bench = open(kind, async (_document, report) => {
      report({ stage: "read", part: 1, parts: 2 });
      await sleep(600);
      return done;
    });
    const { id } = await submit("paged", "interactive");
    const seen: JobStatus[] = [];
    for await (const status of bench.queue.watch(id, AbortSignal.timeout(10_000))) seen.push(status);
    expect(seen.some((status) => status.progress?.part === 1)).toBe(true);
    expect(seen.at(-1)!.state).toBe("done");
  });
});

describe("the queue on Redis", () => {
  /** A queue without a worker, on a server of its own or on the tests'; closed behind the test. */
  function openAlone({ url }: RedisServer, prefix: string): RedisQueue {
    const queue = new RedisQueue({ url, prefix, pipelineVersion: "1", attempts: 1, keepDone: 10, keepDead: 10 });
    bench = { queue, stop: () => queue.close() };
    return queue;
  }

  async function untilReady(queue: RedisQueue): Promise<void> {
    const isReady = () =>
      queue.ready().then(
        () => true,
        () => false,
      );
    while (!(await isReady())) await sleep(50);
  }

  it("hands a document under way back when its worker must stop, and another worker finishes it", async () => {
    const prefix = "handback";
    const queue = openAlone(redis, prefix);
    const options = { url: redis.url, prefix, concurrency: 1, graceMs: 100, logger };
    const slow = startWorker({
      ...options,
      process: (_document, _report, signal) =>
        new Promise((_resolve, reject) => signal.addEventListener("abort", () => reject(new Error("stopped")))),
    });
    const { id } = await submit("slow");
    while ((await queue.status(id))?.state !== "active") await sleep(20);
    await slow.stop();
    expect((await queue.status(id))?.state).toBe("waiting");
    const other = startWorker({ ...options, process: async () => done });
    expect(await settled(queue, id)).toMatchObject({ state: "done" });
    await other.stop();
  });

  it("says at once that Redis is away, with what to do, and works again when it is back", async () => {
    const own = await new RedisServer().start();
    const queue = openAlone(own, "away");
    await queue.ready();
    await own.kill();
    await sleep(50);
    const asked = Date.now();
    await expect(submit("lost")).rejects.toThrow(/Redis does not answer .* docker compose up -d redis/);
    expect(Date.now() - asked).toBeLessThan(1000);
    await own.start();
    await untilReady(queue);
    expect((await submit("found")).joined).toBe(false);
    await own.stop();
  });

  it("is made anew where Redis went away while it was made", async () => {
    const own = await new RedisServer().start();
    const queue = openAlone(own, "cut");
    // Killed in the midst of the first question, once the connection stands.
    const asked = submit("lost").then(
      () => "answered",
      (error: Error) => error.message,
    );
    await sleep(5);
    await own.kill();
    expect(await asked).toMatch(/answered|Redis does not answer/);
    await own.start();
    await untilReady(queue);
    expect((await submit("found")).id).toBeTruthy();
    await own.stop();
  });

  it("keeps what was submitted through a restart of Redis", async () => {
    const own = await new RedisServer().start();
    const queue = openAlone(own, "durable");
    const { id } = await submit("durable");
    await own.kill();
    await own.start();
    await untilReady(queue);
    expect((await queue.status(id))?.state).toBe("waiting");
    await own.stop();
  });
});
