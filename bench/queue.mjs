// The same documents through the queue (Redis, two workers of one reader each) and through a pool of two readers in one process, both into
// PostgreSQL. What is measured begins after a first round of documents that warms the code.
import { spawn } from "node:child_process";
import { createReadStream, mkdirSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { startPostgres } from "./postgres.mjs";
import { cpuOfTrees, parentOf } from "./process-tree.mjs";
import { makeReport } from "./reports.mjs";
import { WRITERS } from "./writers.mjs";

const WARM = 400;
const RUNS = 3;

export async function benchQueue({ dist, folder, quick, documents }) {
  const count = quick ? 210 : Math.min(3000, Number(documents));
  const archive = join(folder, "queued");
  mkdirSync(archive, { recursive: true });
  const formats = Object.keys(WRITERS);
  const files = Array.from({ length: WARM + count }, (_, seed) => {
    const format = formats[seed % formats.length];
    const path = join(archive, `${String(seed).padStart(5, "0")}.${format}`);
    writeFileSync(path, WRITERS[format](makeReport(seed, 5 + (seed % 16))));
    return path;
  });
  const [pool, queue] = [[], []];
  // In turns, so that other work on the machine meets both.
  for (let run = 0; run < RUNS; run++) {
    for (const [results, way] of [
      [pool, poolRun],
      [queue, queueRun],
    ]) {
      const postgres = await startPostgres();
      if (postgres === undefined) return [];
      try {
        results.push(await way({ dist, folder: join(folder, `${way.name}-${run}`), files, postgres: postgres.url }));
      } finally {
        postgres.stop();
      }
    }
  }
  const rows = [
    ["a pool of two readers in one process", ...described(pool, count)],
    ["the queue: two workers, a reader each", ...described(queue, count)],
    [
      "of it Redis",
      "",
      "",
      cost(
        queue.map(({ redisS }) => redisS),
        count,
      ),
    ],
  ];
  const more = (least(queue.map(({ cpuS }) => cpuS)) / least(pool.map(({ cpuS }) => cpuS)) - 1) * 100;
  const slower = (least(queue.map(({ wallS }) => wallS)) / least(pool.map(({ wallS }) => wallS)) - 1) * 100;
  rows.push(["the queue's cost", `${slower.toFixed(1)} %`, "", `${more.toFixed(1)} %`]);
  return [
    {
      title: `${count} documents (${formats.join(", ")}) into PostgreSQL, the best of ${RUNS} runs; CPU of all processes, PostgreSQL and Redis among them`,
      head: ["", "time", "documents a second", "CPU a document"],
      rows,
    },
  ];
}

const least = (values) => Math.min(...values);
const cost = (values, count) => `${((1000 * least(values)) / count).toFixed(2)} ms`;

function described(runs, count) {
  const wallS = least(runs.map((run) => run.wallS));
  return [
    `${wallS.toFixed(1)} s`,
    (count / wallS).toFixed(1),
    cost(
      runs.map(({ cpuS }) => cpuS),
      count,
    ),
  ];
}

/** What `work` takes: seconds by the clock, and CPU seconds of the trees. */
async function measured(pids, work) {
  const before = { cpu: cpuOfTrees(pids), clock: performance.now() };
  await work();
  return { wallS: (performance.now() - before.clock) / 1000, cpuS: cpuOfTrees(pids) - before.cpu };
}

async function postmasterOf(warehouse) {
  return parentOf((await warehouse.query("SELECT pg_backend_pid() AS pid"))[0].pid);
}

async function migrated(dist, url) {
  const { PostgresWarehouse } = await import(join(dist, "warehouse", "postgres-warehouse.js"));
  const warehouse = new PostgresWarehouse({ url, keepRecords: true });
  await warehouse.migrate();
  return warehouse;
}

/** The way of `ziping import`: batches of 200 a transaction. */
async function poolRun({ dist, files, postgres }) {
  const warehouse = await migrated(dist, postgres);
  const child = spawn(process.execPath, [join(import.meta.dirname, "pool.mjs"), dist, postgres], { stdio: ["pipe", "pipe", "inherit"] });
  const read = (paths) =>
    new Promise((resolve) => {
      child.stdout.once("data", resolve);
      child.stdin.write(`${JSON.stringify(paths)}\n`);
    });
  try {
    await read(files.slice(0, WARM));
    return await measured([child.pid, await postmasterOf(warehouse)], () => read(files.slice(WARM)));
  } finally {
    child.kill();
    await warehouse.close();
  }
}

async function queueRun({ dist, folder, files, postgres }) {
  const from = (path) => import(join(dist, path));
  const [{ RedisQueue }, { FolderStore }, { PIPELINE_VERSION }] = await Promise.all([
    from("queue/redis-queue.js"),
    from("store/folder-store.js"),
    from("pipeline/version.js"),
  ]);
  mkdirSync(folder);
  const warehouse = await migrated(dist, postgres);
  const port = await freePort();
  const durable = ["--appendonly", "yes", "--maxmemory-policy", "noeviction", "--save", ""];
  const redis = spawn("redis-server", ["--port", port, "--bind", "127.0.0.1", "--dir", folder, ...durable], { stdio: "ignore" });
  const environment = {
    PATH: process.env.PATH,
    ZIPING_DATA: folder,
    ZIPING_REDIS_URL: `redis://127.0.0.1:${port}`,
    ZIPING_POSTGRES_URL: postgres,
    ZIPING_WORKERS: "1",
    ZIPING_OCR: "off",
  };
  const start = () =>
    spawn(process.execPath, [join(dist, "cli", "main.js"), "worker"], { env: environment, stdio: ["ignore", "ignore", "inherit"] });
  const store = await FolderStore.open(join(folder, "uploads"));
  const queue = new RedisQueue({
    url: environment.ZIPING_REDIS_URL,
    prefix: "ziping",
    pipelineVersion: PIPELINE_VERSION,
    attempts: 3,
    keepDone: 100_000,
    keepDead: 1000,
  });
  while (
    !(await queue.ready().then(
      () => true,
      () => false,
    ))
  )
    await sleep(50);
  const submissions = [];
  for (const path of files) {
    const { sha256 } = await store.put(createReadStream(path), 2 ** 28);
    submissions.push({ sha256, fileName: path, client: "bench", priority: "bulk" });
  }
  const workers = [start(), start()];
  const drained = async (paths) => {
    for (const submission of paths) await queue.submit(submission);
    for (;;) {
      const { waiting, active, delayed } = await queue.counts();
      if (waiting + active + delayed === 0) return;
      await sleep(100);
    }
  };
  try {
    await drained(submissions.slice(0, WARM));
    const redisBefore = cpuOfTrees([redis.pid]);
    const pids = [redis.pid, await postmasterOf(warehouse), ...workers.map(({ pid }) => pid)];
    const result = await measured(pids, () => drained(submissions.slice(WARM)));
    return { ...result, redisS: cpuOfTrees([redis.pid]) - redisBefore };
  } finally {
    for (const worker of workers) worker.kill("SIGKILL");
    await Promise.all([queue.close(), warehouse.close()]);
    redis.kill("SIGKILL");
  }
}

async function freePort() {
  const server = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return String(port);
}
