// The same documents through the queue (Redis; one worker of two readers, or two workers of one reader each, as on two hosts) and through a pool of
// two readers in one process, all into PostgreSQL. A process that lives for days compiles its code once: what is measured begins after a first round of
// documents, whose cost stands in a column of its own.
import { spawn } from "node:child_process";
import { createReadStream, mkdirSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Redis } from "ioredis";
import { startPostgres } from "./postgres.mjs";
import { cpuOf, cpuOfTrees, parentOf } from "./process-tree.mjs";
import { makeReport } from "./reports.mjs";
import { WRITERS } from "./writers.mjs";

/** Documents of the first round: V8 compiles the code of a parent over some two thousand documents of its own. */
const WARM = 4000;
/** Processes are started anew for each: what V8 makes of the code of one differs by some percent from another's. */
const RUNS = 3;
const TURNS = 2;
const READERS = 2;

const WAYS = {
  "a pool of two readers in one process": openPool,
  "the queue: one worker of two readers": (parts) => openQueue({ ...parts, workers: 1 }),
  "the queue: two workers, a reader each": (parts) => openQueue({ ...parts, workers: 2 }),
};

export async function benchQueue({ dist, folder, quick, documents }) {
  const [warm, count] = quick ? [210, 210] : [WARM, Math.min(3000, Number(documents))];
  const archive = join(folder, "queued");
  mkdirSync(archive, { recursive: true });
  const formats = Object.keys(WRITERS);
  const files = Array.from({ length: warm + count }, (_, seed) => {
    const format = formats[seed % formats.length];
    const path = join(archive, `${String(seed).padStart(5, "0")}.${format}`);
    writeFileSync(path, WRITERS[format](makeReport(seed, 5 + (seed % 16))));
    return path;
  });
  const [first, results] = [1, 2].map(() => Object.fromEntries(Object.keys(WAYS).map((name) => [name, []])));
  for (let run = 0; run < RUNS; run++) {
    const opened = [];
    try {
      for (const [index, [name, open]] of Object.entries(WAYS).entries()) {
        const postgres = await startPostgres();
        if (postgres === undefined) return [];
        opened.push({ name, close: postgres.stop });
        Object.assign(opened.at(-1), await open({ dist, folder: join(folder, `queue-${run}-${index}`), files, postgres }));
      }
      for (const { name, prepare, take, processes } of opened) {
        await prepare(0, warm);
        first[name].push(await measured(processes, take));
      }
      // In turns, so that other work on the machine meets all.
      const bounds = Array.from({ length: TURNS + 1 }, (_, turn) => warm + Math.round((turn * count) / TURNS));
      for (let turn = 0; turn < TURNS; turn++) {
        for (const { name, prepare, take, processes } of (run + turn) % 2 ? opened.toReversed() : opened) {
          await prepare(bounds[turn], bounds[turn + 1]);
          results[name].push(await measured(processes, take));
        }
      }
    } finally {
      for (const { close } of opened) await close();
    }
  }
  const [pool] = Object.keys(WAYS);
  return [
    {
      title: `${count} documents (${formats.join(", ")}) into PostgreSQL, the mean of ${RUNS} runs; CPU of all processes, a document`,
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
        `CPU beside the pool, of the ${warm} documents before`,
      ],
      rows: Object.entries(results).map(([name, turns]) => [
        name,
        ...described(turns, count),
        ...(name === pool ? ["", "", ""] : [...beside(turns, results[pool]), beside(first[name], first[pool])[1]]),
      ]),
    },
  ];
}

function described(turns, count) {
  const ofKind = (kind) => (kind in turns[0].cpu ? turns.reduce((total, { cpu }) => total + cpu[kind], 0) : undefined);
  const wallS = sum(turns, "wallS") / RUNS;
  const cpu = [sum(turns, "cpuS"), ...["readers", "parents", "postgres", "redis"].map(ofKind)];
  const milliseconds = (seconds) => (seconds === undefined ? "" : `${((1000 * seconds) / RUNS / count).toFixed(2)} ms`);
  return [`${wallS.toFixed(1)} s`, (count / wallS).toFixed(1), ...cpu.map(milliseconds)];
}

function beside(turns, pool) {
  return ["wallS", "cpuS"].map((name) => {
    const percent = (sum(turns, name) / sum(pool, name) - 1) * 100;
    return `${percent < 0 ? "−" : "+"}${Math.abs(percent).toFixed(1)} %`;
  });
}

const sum = (turns, name) => turns.reduce((total, turn) => total + turn[name], 0);

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
async function openPool({ dist, files, postgres }) {
  const warehouse = await migrated(dist, postgres.url);
  const child = spawn(process.execPath, [join(import.meta.dirname, "pool.mjs"), dist, postgres.url], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  let paths = [];
  return {
    processes: { parents: [child.pid], postgres: await postmasterOf(warehouse) },
    async prepare(from, to) {
      paths = files.slice(from, to);
    },
    take: () =>
      new Promise((resolve) => {
        child.stdout.once("data", resolve);
        child.stdin.write(`${JSON.stringify(paths)}\n`);
      }),
    async close() {
      child.kill();
      await warehouse.close();
      postgres.stop();
    },
  };
}

/** `workers` processes of `ziping worker`, two readers in all. */
async function openQueue({ dist, folder, files, postgres, workers: count }) {
  const from = (path) => import(join(dist, path));
  const [{ RedisQueue }, { FolderStore }, { PIPELINE_VERSION }] = await Promise.all([
    from("queue/redis-queue.js"),
    from("store/folder-store.js"),
    from("pipeline/version.js"),
  ]);
  mkdirSync(folder);
  const warehouse = await migrated(dist, postgres.url);
  const port = await freePort();
  const durable = ["--appendonly", "yes", "--maxmemory-policy", "noeviction", "--save", ""];
  const redis = spawn("redis-server", ["--port", port, "--bind", "127.0.0.1", "--dir", folder, ...durable], { stdio: "ignore" });
  const environment = {
    PATH: process.env.PATH,
    ZIPING_DATA: folder,
    ZIPING_REDIS_URL: `redis://127.0.0.1:${port}`,
    ZIPING_POSTGRES_URL: postgres.url,
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
  const isReady = () =>
    queue.ready().then(
      () => true,
      () => false,
    );
  while (!(await isReady())) await sleep(50);
  const submissions = [];
  for (const path of files) {
    const { sha256 } = await store.put(createReadStream(path), 2 ** 28);
    submissions.push({ sha256, fileName: path, client: "bench", priority: "bulk" });
  }
  const workers = Array.from({ length: count }, start);
  const signal = (name) => {
    for (const worker of workers) worker.kill(name);
  };
  // How many have ended is what costs Redis least to tell.
  const asking = new Redis(environment.ZIPING_REDIS_URL);
  let submitted = 0;
  return {
    processes: { parents: workers.map(({ pid }) => pid), redis: redis.pid, postgres: await postmasterOf(warehouse) },
    // All documents wait before the first is taken: neither the CPU of the client that submits nor its time is the queue's.
    async prepare(from, to) {
      signal("SIGSTOP");
      for (const submission of submissions.slice(from, to)) await queue.submit(submission);
      submitted = to;
    },
    async take() {
      signal("SIGCONT");
      const left = async () => {
        const ended = await Promise.all(["completed", "failed"].map((state) => asking.zcard(`ziping:documents:${state}`)));
        return submitted - ended.reduce((total, number) => total + number);
      };
      // No document takes less than two milliseconds: asked more often, the question itself would cost a hundredth of the time.
      for (let wait = await left(); wait > 0; wait = await left()) await sleep(Math.max(20, 2 * wait));
    },
    async close() {
      signal("SIGKILL");
      asking.disconnect();
      await Promise.all([queue.close(), warehouse.close()]);
      redis.kill("SIGKILL");
      postgres.stop();
    },
  };
}

async function freePort() {
  const server = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return String(port);
}
