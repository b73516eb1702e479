import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { FastifyInstance } from "fastify";
import { strToU8, unzipSync, zipSync } from "fflate";
import { pino } from "pino";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { EmbeddedQueue } from "../../src/queue/embedded-queue.js";
import { Rejected } from "../../src/queue/job-queue.js";
import { RedisQueue } from "../../src/queue/redis-queue.js";
import { createServer } from "../../src/server/create-server.js";
import type { ServerParts } from "../../src/server/server-parts.js";
import { createToken, type StoredToken } from "../../src/server/tokens.js";
import { FolderStore } from "../../src/store/folder-store.js";
import { DuckDBWarehouse } from "../../src/warehouse/duckdb-warehouse.js";
import { WarehouseAway } from "../../src/warehouse/warehouse.js";
import { RedisServer } from "../services/redis-server.js";
import { document, finding, recordOf } from "../warehouse/records.js";

const folder = mkdtempSync(join(tmpdir(), "ziping-server-"));
const reader = createToken("reader", ["read"]);
const clerk = createToken("clerk", ["read", "submit"]);
const chief = createToken("chief", ["admin"]);
const expired = createToken("expired", ["admin"], "2001-01-01T00:00:00Z");
let tokens: StoredToken[] = [reader.stored, clerk.stored, chief.stored, expired.stored];
const rejection = { code: "encrypted", message: "needs a password", remedy: "Remove it." };

let app: FastifyInstance;
let base = "";
let queue: EmbeddedQueue;
let database: DuckDBWarehouse;
let parts: ServerParts;

beforeAll(async () => {
  database = await DuckDBWarehouse.open(":memory:", { keepRecords: true });
  queue = new EmbeddedQueue({
    pipelineVersion: "1",
    concurrency: 1,
    attempts: 2,
    keepDone: 100,
    async process({ fileName }, report) {
      report({ stage: "read" });
      await sleep(20);
      if (fileName.startsWith("locked")) throw new Rejected(rejection);
      return { records: 1, findings: { error: 1, warning: 0, info: 0 }, known: false };
    },
  });
  parts = {
    store: await FolderStore.open(folder),
    queue,
    database,
    renderPage: async (_path, page) => (page === 1 ? { mediaType: "image/png", bytes: new Uint8Array([0x89, 0x50]) } : null),
    tokens: () => tokens,
    limits: {
      bytesPerFile: 100_000,
      filesPerRequest: 5,
      archive: { entries: 10, bytesPerEntry: 100_000, bytes: 300_000, ratio: 50 },
    },
    requestsPerMinute: 1000,
    corsOrigins: [],
    pageFolder: join(inject("dist"), "web"),
    logger: pino({ level: "silent" }),
    version: "0",
  };
  app = await createServer(parts);
  base = await app.listen({ port: 0, host: "127.0.0.1" });
});

afterAll(async () => {
  await app.close();
  await queue.close();
  await database.close();
  rmSync(folder, { recursive: true, force: true });
});

const as = (token: { secret: string }) => ({ authorization: `Bearer ${token.secret}` });
function form(...files: [string, string | Uint8Array][]): FormData {
  const data = new FormData();
  for (const [name, content] of files) data.append("file", new Blob([content]), name);
  return data;
}
const upload = (data: FormData, token = clerk, at = base) =>
  fetch(`${at}/v1/documents`, { method: "POST", body: data, headers: as(token) });
// biome-ignore lint/suspicious/noExplicitAny: answers are judged field by field
const json = async (answer: Response): Promise<any> => answer.json();

describe("tokens", () => {
  it("are asked for, with the way to make one", async () => {
    const answer = await fetch(`${base}/v1/jobs/dead`);
    expect(answer.status).toBe(401);
    expect(answer.headers.get("content-type")).toMatch("application/problem+json");
    expect(await json(answer)).toMatchObject({ code: "unauthorized", remedy: expect.stringContaining("ziping token create") });
  });

  it.each([
    ["a wrong one", "Bearer zp_wrong"],
    ["an expired one", `Bearer ${expired.secret}`],
    ["the hash at rest", `Bearer ${clerk.stored.sha256}`],
    ["another scheme", `Basic ${clerk.secret}`],
    ["a very long one", `Bearer ${"a".repeat(5000)}`],
  ])("refuse %s", async (_name, authorization) => {
    expect((await fetch(`${base}/v1/jobs/dead`, { headers: { authorization } })).status).toBe(401);
  });

  it("allow what their scopes say and no more", async () => {
    expect((await fetch(`${base}/v1/jobs/dead`, { headers: as(reader) })).status).toBe(200);
    expect((await upload(form(["a.txt", "a"]), reader)).status).toBe(403);
    const requeue = `${base}/v1/jobs/${"0".repeat(64)}-1/requeue`;
    expect((await fetch(requeue, { method: "POST", headers: as(clerk) })).status).toBe(403);
    expect((await fetch(requeue, { method: "POST", headers: as(chief) })).status).toBe(409);
  });

  it("are gone at once when revoked", async () => {
    const fired = createToken("fired", ["read"]);
    tokens = [...tokens, fired.stored];
    expect((await fetch(`${base}/v1/jobs/dead`, { headers: as(fired) })).status).toBe(200);
    tokens = tokens.filter((token) => token !== fired.stored);
    expect((await fetch(`${base}/v1/jobs/dead`, { headers: as(fired) })).status).toBe(401);
  });
});

describe("an upload", () => {
  it("is stored, submitted and followed to its end by events", async () => {
    const answer = await upload(form(["报告.txt", "一份自评报告"]));
    expect(answer.status).toBe(202);
    const [receipt] = (await json(answer)).documents;
    expect(receipt).toMatchObject({ fileName: "报告.txt", byteLength: 18, joined: false });
    const events = await (await fetch(`${base}/v1/jobs/${receipt.job}/events`, { headers: as(reader) })).text();
    expect(events).toMatch(/event: done\ndata: \{.*"error":1/);
    const job = await json(await fetch(`${base}/v1/jobs/${receipt.job}`, { headers: as(reader) }));
    expect(job).toMatchObject({ state: "done", client: "clerk", outcome: { records: 1 } });
  });

  it("joins its earlier job when the content is known, whatever its name", async () => {
    const first = await json(await upload(form(["one.txt", "the same content"])));
    const second = await json(await upload(form(["two.txt", "the same content"])));
    expect(second.documents[0]).toMatchObject({ job: first.documents[0].job, joined: true });
  });

  it("takes a zip apart, also when its names are GBK or climb upwards; nothing is written under those names", async () => {
    const zip = zipSync({ "a/GBK_.txt": strToU8("first"), "../../../evil.txt": strToU8("second"), "C:\\x\\third.txt": strToU8("third") });
    const name = Buffer.from("GBK_");
    for (let at = Buffer.from(zip).indexOf(name); at >= 0; at = Buffer.from(zip).indexOf(name, at + 1))
      zip.set([0xb1, 0xa8, 0xb8, 0xe6], at);
    const { documents } = await json(await upload(form(["parcel.zip", zip])));
    expect(documents.map((one: { fileName: string }) => one.fileName)).toEqual(["报告.txt", "evil.txt", "third.txt"]);
    const outside = readdirSync(tmpdir()).concat(readdirSync(join(tmpdir(), "..")));
    expect(outside).not.toContain("evil.txt");
  });

  it("keeps a DOCX whole, though it is a zip", async () => {
    const docx = zipSync({ "[Content_Types].xml": strToU8("<Types/>"), "word/document.xml": strToU8("<d/>") });
    const { documents } = await json(await upload(form(["x.docx", docx])));
    expect(documents).toHaveLength(1);
    expect(documents[0].fileName).toBe("x.docx");
  });

  it("refuses a zip bomb by what it says and by what it does", async () => {
    const bomb = zipSync({ "zeros.txt": new Uint8Array(90_000) }, { level: 9 });
    const lying = zipSync({ "zeros.txt": new Uint8Array(99_000) }, { level: 9 });
    new DataView(lying.buffer).setUint32(lying.length - 22 - 55 + 24, 10, true);
    expect((await json(await upload(form(["bomb.zip", bomb])))).documents[0]).toMatchObject({ byteLength: 90_000 });
    const many = zipSync(Object.fromEntries(Array.from({ length: 11 }, (_, i) => [`${i}.txt`, strToU8(`${i}`)])));
    expect((await json(await upload(form(["many.zip", many])))).documents[0].error).toMatchObject({ code: "too-large" });
    const large = zipSync({ "large.txt": new Uint8Array(400_000) });
    expect((await json(await upload(form(["large.zip", large])))).documents[0].error.code).toBe("too-large");
    expect((await json(await upload(form(["lying.zip", lying])))).documents[0].error).toBeDefined();
  });

  it("says what is wrong with one file and takes the others", async () => {
    const broken = zipSync({ "good.txt": strToU8("good"), "a.txt": strToU8("x".repeat(200)) }, { level: 0 });
    broken[40] = 0xff;
    const { documents } = await json(await upload(form(["broken.zip", broken.slice(0, 120)], ["fine.txt", "fine"])));
    expect(documents.at(-1)).toMatchObject({ fileName: "fine.txt", joined: false });
  });

  it("is refused when it is too large or holds too many files, with the way out", async () => {
    const large = await upload(form(["large.txt", "x".repeat(200_000)]));
    expect(large.status).toBe(413);
    expect(await json(large)).toMatchObject({ code: "too-large", remedy: expect.any(String) });
    const many = await upload(form(...Array.from({ length: 6 }, (_, i): [string, string] => [`${i}.txt`, `many ${i}`])));
    expect(many.status).toBe(413);
  });

  it("is refused when it is no form, or an empty one", async () => {
    const raw = await fetch(`${base}/v1/documents`, {
      method: "POST",
      body: "hello",
      headers: { ...as(clerk), "content-type": "application/pdf" },
    });
    expect(raw.status).toBe(415);
    expect((await upload(new FormData())).status).toBe(400);
  });

  it("leaves no file behind when its client goes away in the middle", async () => {
    const received = () => readdirSync(tmpdir()).filter((name) => name.startsWith("ziping-received-"));
    const before = received();
    const socket = connect(Number(new URL(base).port), "127.0.0.1");
    const head = `POST /v1/documents HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${clerk.secret}\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: 50000\r\n\r\n`;
    socket.write(`${head}--b\r\nContent-Disposition: form-data; name="file"; filename="slow.txt"\r\n\r\nhalf`);
    await sleep(200);
    socket.destroy();
    await sleep(200);
    expect(readdirSync(join(folder, "incoming"))).toEqual([]);
    expect(received().filter((name) => !before.includes(name))).toEqual([]);
  });
});

describe("the dead-letter list", () => {
  it("keeps the reason and lets an admin requeue", async () => {
    const [receipt] = (await json(await upload(form(["locked.pdf", "locked"])))).documents;
    await (await fetch(`${base}/v1/jobs/${receipt.job}/events`, { headers: as(reader) })).text();
    const dead = await json(await fetch(`${base}/v1/jobs/dead`, { headers: as(reader) }));
    expect(dead).toMatchObject({ total: 1, jobs: [{ id: receipt.job, reason: rejection }] });
    const again = await fetch(`${base}/v1/jobs/${receipt.job}/requeue`, { method: "POST", headers: as(chief) });
    expect(again.status).toBe(202);
  });
});

describe("the archive", () => {
  const get = (path: string) => fetch(`${base}${path}`, { headers: as(reader) });

  it("gives reports, findings, records and exports of what was loaded", async () => {
    const record = recordOf("loaded", { findings: [finding("score/total-mismatch", "98", "95")] });
    await database.load([document("loaded", [record])], { pipelineVersion: "1", startedAt: new Date(0) });
    expect((await json(await get("/v1/reports?text=农村公路"))).rows).toHaveLength(1);
    expect((await json(await get("/v1/findings?severity=error&limit=1"))).rows).toMatchObject([{ rule_id: "score/total-mismatch" }]);
    expect(await json(await get(`/v1/documents/${record.source.sha256}`))).toMatchObject({ records: [{ source: record.source }] });
    expect((await json(await get("/v1/findings?order=gravity"))).rows[0]).toMatchObject({
      rule_id: "score/total-mismatch",
      severity_rank: 1,
    });
    expect(await json(await get("/v1/filters"))).toMatchObject({ years: [2024], units: ["云溪县公路养护中心"] });
    expect(await (await get("/v1/exports/findings.csv")).text()).toContain("score/total-mismatch");
    expect((await (await get("/v1/exports/findings.xlsx")).arrayBuffer()).byteLength).toBeGreaterThan(1000);
    const zip = unzipSync(new Uint8Array(await (await get("/v1/exports/parquet.zip")).arrayBuffer()));
    expect(Object.keys(zip)).toContainEqual(expect.stringMatching(/^fact_finding\/fiscal_year=\d+\/.+\.parquet$/));
    expect(Object.values(zip).every((file) => Buffer.from(file).toString("latin1", 0, 4) === "PAR1")).toBe(true);
  });

  it("refuses filters that are none, with what was wrong", async () => {
    for (const query of ["limit=0", "limit=1001", "order=gravity&cursor=a~1", "severity=all", "cursor=x'--", "year=abc", "rule=DROP"]) {
      expect([query, (await get(`/v1/findings?${query}`)).status]).toEqual([query, 400]);
    }
    expect((await get("/v1/exports/passwords.csv")).status).toBe(400);
  });

  it("sends an original as bytes that no browser shows, and pages as pictures", async () => {
    const html = "<script>alert(1)</script>";
    const [{ sha256 }] = (await json(await upload(form(["evil.html", html])))).documents;
    const original = await get(`/v1/documents/${sha256}/original`);
    expect(await original.text()).toBe(html);
    expect(original.headers.get("content-type")).toBe("application/octet-stream");
    expect(original.headers.get("content-disposition")).toMatch(/^attachment/);
    expect(original.headers.get("content-security-policy")).toMatch("sandbox");
    expect((await get(`/v1/documents/${sha256}/pages/1`)).headers.get("content-type")).toBe("image/png");
    expect((await get(`/v1/documents/${sha256}/pages/2`)).status).toBe(404);
    expect((await get(`/v1/documents/${"0".repeat(64)}/original`)).status).toBe(404);
  });
});

describe("the review page", () => {
  it.each([
    ["/", "text/html"],
    ["/review.js", "text/javascript"],
    ["/page.css", "text/css"],
    ["/review.css", "text/css"],
    ["/icon.svg", "image/svg+xml"],
  ])("is given to everybody, and may do nothing but run its own script: %s", async (address, mediaType) => {
    const answer = await fetch(`${base}${address}`);
    expect([answer.status, answer.headers.get("content-type")]).toEqual([200, expect.stringContaining(mediaType)]);
    const policy = answer.headers.get("content-security-policy")!;
    expect(policy).not.toContain("unsafe");
    for (const directive of ["default-src 'none'", "script-src 'self'", "style-src 'self'", "connect-src 'self'", "frame-ancestors 'none'"])
      expect(policy.split("; ")).toContain(directive);
    expect(await answer.text()).not.toMatch(/https?:\/\/(?!www\.w3\.org\/2000\/svg)/);
  });

  it("holds no script and no style in its markup", async () => {
    const markup = await (await fetch(`${base}/`)).text();
    expect(markup).not.toMatch(/<style|\sstyle=|\son\w+=|<script(?![^>]*\ssrc="\.\/review\.js")/);
  });
});

describe("the server", () => {
  it("answers what it does not know as a problem, and hides its insides", async () => {
    const unknown = await fetch(`${base}/nothing`, { headers: as(reader) });
    expect([unknown.status, (await json(unknown)).code]).toEqual([404, "not-found"]);
    for (const id of ["../../etc/passwd", "%2e%2e%2fetc", "1' OR '1'='1", `${"0".repeat(64)}-1%0d%0aSet-Cookie:x`]) {
      const answer = await fetch(`${base}/v1/jobs/${id}`, { headers: as(reader) });
      expect([400, 404]).toContain(answer.status);
      expect(answer.headers.get("set-cookie")).toBeNull();
    }
  });

  it("sends security headers and no CORS unless configured", async () => {
    const answer = await fetch(`${base}/healthz`, { headers: { origin: "https://evil.example" } });
    expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
    expect(answer.headers.get("content-security-policy")).toMatch("frame-ancestors 'none'");
    expect(answer.headers.get("access-control-allow-origin")).toBeNull();
  });

  it("limits how often a client may ask", async () => {
    const strict = await createServer({ ...parts, requestsPerMinute: 3 });
    const at = await strict.listen({ port: 0, host: "127.0.0.1" });
    const statuses: number[] = [];
    for (let i = 0; i < 5; i++) statuses.push((await fetch(`${at}/v1/jobs/dead`, { headers: as(reader) })).status);
    expect(statuses).toEqual([200, 200, 200, 429, 429]);
    expect((await fetch(`${at}/v1/jobs/dead`, { headers: as(clerk) })).status).toBe(200);
    await strict.close();
  });

  it("tells its metrics, its readiness and its API", async () => {
    const metrics = await (await fetch(`${base}/metrics`)).text();
    expect(metrics).toMatch(/ziping_queue_jobs\{state="waiting"\} \d/);
    expect(metrics).toMatch(/ziping_warehouse_documents\{outcome="read"\} 1/);
    expect(await json(await fetch(`${base}/readyz`))).toEqual({ queue: true, store: true, warehouse: true });
    const { paths } = await json(await fetch(`${base}/v1/openapi.json`));
    expect(Object.keys(paths)).toEqual(expect.arrayContaining(["/v1/documents", "/v1/jobs/{id}/events"]));
  });

  it("shows admins the queue, and changes nothing there", async () => {
    const redis = await new RedisServer().start();
    const real = new RedisQueue({ url: redis.url, prefix: "board", pipelineVersion: "1", attempts: 1, keepDone: 9, keepDead: 9 });
    const lone = await createServer({ ...parts, queue: real, board: await real.board() });
    const at = await lone.listen({ port: 0, host: "127.0.0.1" });
    const refused = await fetch(`${at}/admin/queues`);
    expect([refused.status, refused.headers.get("www-authenticate")]).toEqual([401, 'Basic realm="ziping"']);
    expect((await fetch(`${at}/admin/queues`, { headers: as(clerk) })).status).toBe(403);
    const basic = { authorization: `Basic ${Buffer.from(`chief:${chief.secret}`).toString("base64")}` };
    expect(await (await fetch(`${at}/admin/queues`, { headers: basic })).text()).toMatch(/<html/i);
    const listed = (await json(await fetch(`${at}/admin/queues/api/queues`, { headers: basic }))).queues;
    expect(listed).toMatchObject([{ name: "documents", readOnlyMode: true }]);
    const paused = await fetch(`${at}/admin/queues/api/queues/documents/pause`, { method: "PUT", headers: basic });
    expect(paused.ok).toBe(false);
    await lone.close();
    await real.close();
    await redis.stop();
  });

  it("says 503 and Retry-After while the warehouse is away, and takes uploads meanwhile", async () => {
    const away = async () => {
      throw new WarehouseAway("PostgreSQL does not answer");
    };
    const lone = await createServer({ ...parts, database: { query: away, atOneMoment: away, exportParquet: away } });
    const at = await lone.listen({ port: 0, host: "127.0.0.1" });
    for (const path of ["/v1/reports", "/v1/exports/findings.csv", "/v1/exports/findings.xlsx", "/v1/exports/parquet.zip"]) {
      const answer = await fetch(`${at}${path}`, { headers: as(reader) });
      expect([path, answer.status, answer.headers.get("retry-after"), (await json(answer)).code]).toEqual([
        path,
        503,
        "5",
        "warehouse-unavailable",
      ]);
    }
    expect(await json(await fetch(`${at}/readyz`))).toEqual({ queue: true, store: true, warehouse: false });
    expect((await upload(form(["meanwhile.txt", "meanwhile"]), clerk, at)).status).toBe(202);
    await lone.close();
  });

  it("tells what its routes take, as a page too", async () => {
    const { paths } = await json(await fetch(`${base}/v1/openapi.json`));
    expect(paths["/v1/documents"].post.requestBody.content["multipart/form-data"].schema.properties.file.type).toBe("array");
    const page = await fetch(`${base}/v1/docs`);
    expect([page.status, page.headers.get("content-type")]).toEqual([200, "text/html; charset=utf-8"]);
    expect(page.headers.get("content-security-policy")).toContain("default-src 'self'");
    expect((await fetch(`${base}/v1/docs/static/swagger-ui-bundle.js`)).status).toBe(200);
  });

  it("answers an upload with 503 and Retry-After at once while Redis is away", async () => {
    const away = new RedisQueue({ url: "redis://127.0.0.1:9", prefix: "x", pipelineVersion: "1", attempts: 1, keepDone: 1, keepDead: 1 });
    const lone = await createServer({ ...parts, queue: away });
    const at = await lone.listen({ port: 0, host: "127.0.0.1" });
    const asked = Date.now();
    const answer = await upload(form(["a.txt", "a"]), clerk, at);
    expect([answer.status, answer.headers.get("retry-after"), (await json(answer)).code]).toEqual([503, "5", "queue-unavailable"]);
    expect(Date.now() - asked).toBeLessThan(3500);
    expect((await fetch(`${at}/readyz`)).status).toBe(503);
    expect((await fetch(`${at}/healthz`)).status).toBe(200);
    await lone.close();
    await away.close();
  });
});
