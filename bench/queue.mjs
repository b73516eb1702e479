// The same documents through the queue (Redis; one worker of two readers, or two workers of one reader each, as on two hosts) and through a pool of
// two readers in one process, all into PostgreSQL. What is measured begins after a first round of documents that warms the code.
import { spawn } from "node:child_process";
import { createReadStream, mkdirSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { startPostgres } from "./postgres.mjs";
import { cpuOf, cpuOfTrees, parentOf } from "./process-tree.mjs";
import { makeReport } from "./reports.mjs";
import { WRITERS } from "./writers.mjs";

const WARM = 400;
const RUNS = 3;
const READERS = 2;

const WAYS = {
  "a pool of two readers in one process": poolRun,
  "the queue: one worker of two readers": (parts) => queueRun({ ...parts, workers: 1 }),
  "the queue: two workers, a reader each": (parts) => queueRun({ ...parts, workers: 2 }),
};

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
  const results = Object.fromEntries(Object.keys(WAYS).map((name) => [name, []]));
  // In turns, so that other work on the machine meets all.
  for (let run = 0; run < RUNS; run++) {
    for (const [index, [name, way]] of Object.entries(WAYS).entries()) {
      const postgres = await startPostgres();
      if (postgres === undefined) return [];
      try {
        results[name].push(await way({ dist, folder: join(folder, `queue-${run}-${index}`), files, postgres: postgres.url }));
      } finally {
        postgres.stop();
      }
    }
  }
  const [pool] = Object.values(results);
  return [
    {
      title: `${count} documents (${formats.join(", ")}) into PostgreSQL, the best of ${RUNS} runs; CPU of all processes, a document`,
      head: [
        "",
        "time",
        "documents a second",
        "CPU",
        "of it readers",
        "their parents",
        "PostgreSQL",
        "Redis",
        "time beside the pool",
        "CPU beside the pool",
      ],
      rows: Object.entries(results).map(([name, runs]) => [
        name,
        ...described(runs, count),
        ...(runs === pool ? ["", ""] : beside(runs, pool)),
      ]),
    },
  ];
}

function described(runs, count) {
  const wallS = least(runs, "wallS");
  const { cpuS, cpu } = runs.find((run) => run.cpuS === least(runs, "cpuS"));
  const milliseconds = (seconds) => (seconds === undefined ? "" : `${((1000 * seconds) / count).toFixed(2)} ms`);
  const parts = [cpuS, cpu.readers, cpu.parents, cpu.postgres, cpu.redis].map(milliseconds);
  return [`${wallS.toFixed(1)} s`, (count / wallS).toFixed(1), ...parts];
}

function beside(runs, pool) {
  return ["wallS", "cpuS"].map((name) => {
    const percent = (least(runs, name) / least(pool, name) - 1) * 100;
    return `${percent < 0 ? "−" : "+"}${Math.abs(percent).toFixed(1)} %`;
  });
}

const least = (runs, name) => Math.min(...runs.map((run) => run[name]));

/** What `work` takes: seconds by the clock, and CPU seconds of the processes, each kind for itself. */
async function measured({ parents, ...servers }, work) {
  const now = () => {
    const own = parents.reduce((sum, pid) => sum + cpuOf(pid), 0);
    const others = Object.entries(servers).map(([name, pid]) => [name, cpuOfTrees([pid])]);
    return { parents: own, readers: cpuOfTrees(parents) - own, ...Object.fromEntries(others) };
  };
  const before = { cpu: now(), clock: performance.now() };
  await work();
  const wallS = (performance.now() - before.clock) / 1000;
  const after = now();
  const cpu = Object.fromEntries(Object.entries(after).map(([name, seconds]) => [name, seconds - before.cpu[name]]));
  return { wallS, cpu, cpuS: Object.values(cpu).reduce((sum, seconds) => sum + seconds, 0) };
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

/** 200 documents a transaction, as workers load them, so that it is the queue that is compared; `ziping import` loads more together. */
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
    return await measured({ parents: [child.pid], postgres: await postmasterOf(warehouse) }, () => read(files.slice(WARM)));
  } finally {
    child.kill();
    await warehouse.close();
  }
}

/** `workers` processes of `ziping worker`, two readers in all. */
async function queueRun({ dist, folder, files, postgres, workers: count }) {
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
    ZIPING_WORKERS: String(READERS / count),
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
  const workers = Array.from({ length: count }, start);
  const signal = (name) => {
    for (const worker of workers) worker.kill(name);
  };
  // All documents wait before the first is taken: neither the CPU of the client that submits nor its time is the queue's.
  const submitted = async (documents) => {
    signal("SIGSTOP");
    for (const submission of documents) await queue.submit(submission);
  };
  const drained = async () => {
    signal("SIGCONT");
    for (;;) {
      const { waiting, active, delayed } = await queue.counts();
      if (waiting + active + delayed === 0) return;
      await sleep(20);
    }
  };
  try {
    await submitted(submissions.slice(0, WARM));
    await drained();
    const processes = { parents: workers.map(({ pid }) => pid), redis: redis.pid, postgres: await postmasterOf(warehouse) };
    await submitted(submissions.slice(WARM));
    return await measured(processes, drained);
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
