import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, inject, it } from "vitest";
import { writeTokens } from "../../src/cli/service/token-file.js";
import { createToken } from "../../src/server/tokens.js";
import { PostgresWarehouse } from "../../src/warehouse/postgres-warehouse.js";
import { freePort } from "../services/free-port.js";
import { PostgresServer } from "../services/postgres-server.js";
import { RedisServer } from "../services/redis-server.js";
import { ZipingProcess } from "./processes.js";
import { report, unreadable } from "./reports.js";

const DOCUMENTS = 2_000;
const UNREADABLE_EVERY = 50;
const WORKERS = 4;

const folder = mkdtempSync(join(tmpdir(), "ziping-outages-"));
const redis = new RedisServer();
const postgres = new PostgresServer();
const clients = ["north", "south"].map((name) => createToken(name, ["submit", "read"]));
let environment: Record<string, string> = {};
let api: ZipingProcess;
let base = "";
const workers: ZipingProcess[] = [];

beforeAll(async () => {
  await Promise.all([redis.start(), postgres.start()]);
  await writeTokens(
    join(folder, "tokens.json"),
    clients.map((client) => client.stored),
  );
  environment = {
    ZIPING_DATA: join(folder, "data"),
    ZIPING_TOKENS_FILE: join(folder, "tokens.json"),
    ZIPING_REDIS_URL: redis.url,
    ZIPING_POSTGRES_URL: postgres.url,
    ZIPING_PORT: String(await freePort()),
    ZIPING_WORKERS: "1",
    ZIPING_GRACE_MS: "5000",
    ZIPING_MAX_FILES: "200",
    ZIPING_REQUESTS_PER_MINUTE: "100000",
    ZIPING_ATTEMPTS: "30",
    TMPDIR: folder,
  };
  expect(await new ZipingProcess(inject("dist"), ["migrate"], environment).says(/up to date/)).toBeTruthy();
  api = new ZipingProcess(inject("dist"), ["serve"], environment);
  base = (await api.says(/listening at (\S+)/))[1]!;
  for (let i = 0; i < WORKERS; i++) workers.push(new ZipingProcess(inject("dist"), ["worker"], environment));
}, 60_000);

afterAll(async () => {
  await Promise.all([...workers.map((worker) => worker.end("SIGKILL")), api?.end("SIGKILL")]);
  await Promise.all([redis.stop(), postgres.stop()]);
  rmSync(folder, { recursive: true, force: true });
});

interface Receipt {
  readonly fileName: string;
  readonly job: string;
  readonly sha256: string;
}

/** Uploads as a careful client does: what was answered with 503, or not answered, is sent again. */
async function upload(client: number, documents: readonly { name: string; bytes: Uint8Array }[]): Promise<Receipt[]> {
  for (;;) {
    const form = new FormData();
    for (const { name, bytes } of documents) form.append("file", new Blob([bytes.slice().buffer]), name);
    const headers = { authorization: `Bearer ${clients[client]!.secret}` };
    const answer = await fetch(`${base}/v1/documents?priority=bulk`, { method: "POST", body: form, headers }).catch(() => undefined);
    if (answer?.status === 202) return ((await answer.json()) as { documents: Receipt[] }).documents;
    expect([undefined, 500, 503]).toContain(answer?.status);
    await sleep(300);
  }
}

/** A random number that is the same in every run. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return state / 2147483648;
  };
}

it("loses no document and judges none twice, while workers are killed, Redis restarts twice and PostgreSQL once", async () => {
  const chance = random(20_240_101);
  const documents = Array.from({ length: DOCUMENTS }, (_, i) =>
    i % UNREADABLE_EVERY === 0 ? unreadable(i / UNREADABLE_EVERY) : report(i),
  );
  const started = performance.now();
  let kills = 0;
  let over = false;

  const uploads = [0, 1].map(async (client) => {
    const receipts: Receipt[] = [];
    // Each client sends its half, and a part of the other's again.
    const own = documents.filter((_, i) => i % 2 === client || i % 10 === 0);
    for (let at = 0; at < own.length; at += 50) receipts.push(...(await upload(client, own.slice(at, at + 50))));
    return receipts;
  });
  const killer = (async () => {
    while (!over) {
      await sleep(4_000 + chance() * 4_000);
      const victim = Math.floor(chance() * WORKERS);
      await workers[victim]!.end("SIGKILL");
      kills++;
      workers[victim] = new ZipingProcess(inject("dist"), ["worker"], environment);
    }
  })();
  const outages = (async () => {
    await sleep(4_000);
    await redis.kill();
    await sleep(500);
    await redis.start();
    await sleep(5_000);
    await postgres.kill();
    await sleep(1_500);
    await postgres.start();
    await sleep(5_000);
    await redis.kill();
    await redis.start();
  })();

  const receipts = (await Promise.all(uploads)).flat();
  await outages;
  const warehouse = new PostgresWarehouse({ url: postgres.url });
  const settled = async () => Number((await warehouse.query("SELECT COUNT(DISTINCT sha256) AS n FROM source_file"))[0]!.n);
  const jobs = new Map(receipts.map((receipt) => [receipt.job, receipt]));
  expect(jobs.size).toBe(DOCUMENTS);
  while ((await settled()) < DOCUMENTS) await sleep(250);
  over = true;
  await killer;
  const seconds = (performance.now() - started) / 1000;

  const states: Record<string, number> = {};
  const pending = new Set(jobs.keys());
  while (pending.size > 0) {
    for (const job of pending) {
      const answer = await fetch(`${base}/v1/jobs/${job}`, { headers: { authorization: `Bearer ${clients[0]!.secret}` } });
      const { state, reason } = (await answer.json()) as { state: string; reason: { code: string } | null };
      if (state !== "done" && state !== "dead") continue;
      pending.delete(job);
      const ending = reason ? `${state}: ${reason.code}` : state;
      states[ending] = (states[ending] ?? 0) + 1;
    }
    await sleep(200);
  }
  const rows = async (statement: string) => Number((await warehouse.query(statement))[0]!.n);
  const unread = DOCUMENTS / UNREADABLE_EVERY;
  const figures = {
    documents: DOCUMENTS,
    uploads: receipts.length,
    kills,
    states,
    records: await rows("SELECT COUNT(*) AS n FROM dim_report"),
    "records judged twice": await rows(
      "SELECT COUNT(*) AS n FROM (SELECT sha256, part FROM dim_report GROUP BY sha256, part HAVING COUNT(*) > 1) d",
    ),
    "indicator rows": await rows("SELECT COUNT(*) AS n FROM fact_indicator"),
    "wrong totals found": await rows("SELECT COUNT(*) AS n FROM fact_finding WHERE rule_id = 'score/total-mismatch'"),
    seconds: Math.round(seconds),
    "documents a second": Math.round(DOCUMENTS / seconds),
  };
  process.stderr.write(`${JSON.stringify(figures, null, 1)}\n`);
  await warehouse.close();

  const readable = documents.filter((document) => !("code" in document));
  expect(figures.records).toBe(DOCUMENTS - unread);
  expect(figures["records judged twice"]).toBe(0);
  expect(figures["indicator rows"]).toBe(5 * (DOCUMENTS - unread));
  expect(figures["wrong totals found"]).toBe(readable.filter(({ name }) => Number(/\d+/.exec(name)![0]) % 7 === 0).length);
  expect(states).toEqual({ done: DOCUMENTS - unread, "dead: unsupported-type": unread / 2, "dead: corrupt": unread / 2 });
}, 900_000);
