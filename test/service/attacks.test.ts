import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { strToU8, zipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { writeTokens } from "../../src/cli/service/token-file.js";
import { createToken, type Scope } from "../../src/server/tokens.js";
import { PostgresServer } from "../services/postgres-server.js";
import { RedisServer } from "../services/redis-server.js";
import { ZipingProcess } from "./processes.js";

// What a stranger, or a client with too little a token, tries on the server as it is deployed: over Redis and PostgreSQL, in a process of its own.
// That no worker runs leaves every job waiting, and every stream open.
const folder = mkdtempSync(join(tmpdir(), "ziping-attacks-"));
const redis = new RedisServer();
const postgres = new PostgresServer();
const scopes: readonly Scope[] = ["read", "submit", "admin"];
const made = scopes.map((scope) => createToken(scope, [scope]));
const [reader, submitter, admin] = made.map(({ secret }) => ({ authorization: `Bearer ${secret}` })) as [Token, Token, Token];
interface Token {
  readonly authorization: string;
}
let server: ZipingProcess;
let base = "";

beforeAll(async () => {
  await Promise.all([redis.start(), postgres.start()]);
  await writeTokens(
    join(folder, "tokens.json"),
    made.map(({ stored }) => stored),
  );
  const environment = {
    ZIPING_DATA: join(folder, "data"),
    ZIPING_TOKENS_FILE: join(folder, "tokens.json"),
    ZIPING_REDIS_URL: redis.url,
    ZIPING_POSTGRES_URL: postgres.url,
    ZIPING_PORT: "0",
    ZIPING_REQUESTS_PER_MINUTE: "100000",
    TMPDIR: folder,
  };
  await new ZipingProcess(inject("dist"), ["migrate"], environment).says(/up to date/);
  server = new ZipingProcess(inject("dist"), ["serve"], environment);
  base = (await server.says(/listening at (\S+)/))[1]!;
}, 60_000);

afterAll(async () => {
  await server.end("SIGKILL");
  await Promise.all([redis.stop(), postgres.stop()]);
  rmSync(folder, { recursive: true, force: true });
});

const ask = (path: string, headers: object = {}, init: RequestInit = {}) => fetch(`${base}${path}`, { ...init, headers: { ...headers } });

/** What is answered to bytes that no client would send. */
async function answerTo(bytes: string, withinMs = 1_500): Promise<string> {
  const { hostname, port } = new URL(base);
  const socket = connect(Number(port), hostname).on("error", () => {});
  let answer = "";
  socket.setEncoding("latin1").on("data", (text) => {
    answer += text;
  });
  socket.write(Buffer.from(bytes, "latin1"));
  await Promise.race([new Promise((resolve) => socket.once("close", resolve)), sleep(withinMs)]);
  socket.destroy();
  return answer;
}

async function submitted(name: string, content: string | Uint8Array, token = submitter): Promise<Response> {
  const form = new FormData();
  form.append("file", new Blob([typeof content === "string" ? content : content.slice().buffer]), name);
  return ask("/v1/documents?priority=bulk", token, { method: "POST", body: form });
}

describe("scopes", () => {
  const hash = "0".repeat(64);
  const needed: [method: string, path: string, scope: Scope][] = [
    ["POST", "/v1/documents", "submit"],
    ["GET", "/v1/limits", "submit"],
    ["GET", `/v1/jobs/${hash}-1`, "read"],
    ["GET", `/v1/jobs/${hash}-1/events`, "read"],
    ["GET", "/v1/jobs/dead", "read"],
    ["POST", `/v1/jobs/${hash}-1/requeue`, "admin"],
    ["GET", "/v1/reports", "read"],
    ["GET", "/v1/filters", "read"],
    ["GET", "/v1/findings", "read"],
    ["GET", `/v1/documents/${hash}`, "read"],
    ["GET", `/v1/documents/${hash}/original`, "read"],
    ["GET", `/v1/documents/${hash}/pages/1`, "read"],
    ["GET", "/v1/exports/findings.csv", "read"],
    ["GET", "/v1/exports/parquet.zip", "read"],
    ["GET", "/v1/exports/findings.xlsx", "read"],
    ["GET", "/admin/queues", "admin"],
    ["GET", "/admin/queues/api/queues", "admin"],
  ];

  it("are asked for by every route that the API tells of", async () => {
    const { paths } = (await (await ask("/v1/openapi.json")).json()) as { paths: object };
    const listed = needed.map(([, path]) => path.replace(`${hash}-1`, "{id}").replace(hash, "{sha256}").replace("pages/1", "pages/{page}"));
    expect(Object.keys(paths).filter((path) => !listed.includes(path.replace("{name}", "findings")))).toEqual([]);
  });

  it.each(needed)("%s %s is for %s alone", async (method, path, scope) => {
    const given = async (headers: object) => (await ask(path, headers, { method })).status;
    expect(await given({})).toBe(401);
    for (const [other, token] of [
      ["read", reader],
      ["submit", submitter],
    ] as const)
      if (other !== scope) expect([other, await given(token)]).toEqual([other, 403]);
    expect([401, 403]).not.toContain(await given(admin));
  });

  it("are not widened by another spelling of a route, a method in a header, or a token elsewhere than in Authorization", async () => {
    for (const path of ["/V1/reports", "//v1/reports", "/v1/reports/", "/v1%2freports", "/v1/reports;a=b", "/admin/queues/../queues/"])
      expect([path, (await ask(path, submitter)).status]).toEqual([path, expect.toSatisfy((status) => status === 404 || status === 403)]);
    const requeue = `/v1/jobs/${"0".repeat(64)}-1/requeue`;
    expect((await ask(requeue, { ...reader, "x-http-method-override": "POST" })).status).toBe(404);
    const secret = admin.authorization.slice("Bearer ".length);
    expect((await ask(`/v1/reports?token=${secret}&access_token=${secret}`)).status).toBe(401);
    expect((await ask("/v1/reports", { cookie: `token=${secret}`, "x-api-key": secret })).status).toBe(401);
  });
});

describe("HTTP itself", () => {
  it.each([
    [
      "two lengths that differ in kind",
      "POST /v1/documents HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /healthz HTTP/1.1\r\nHost: x\r\n\r\n",
    ],
    ["two lengths", "POST /v1/documents HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\nContent-Length: 5\r\n\r\nabcd"],
    ["an unknown encoding", "POST /v1/documents HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: xchunked\r\n\r\n"],
    ["a folded header", "GET /healthz HTTP/1.1\r\nHost: x\r\nX: a\r\n b\r\n\r\n"],
    ["a NUL in the token", "GET /v1/reports HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer a\0b\r\n\r\n"],
    ["a header of 100,000 characters", `GET /healthz HTTP/1.1\r\nHost: x\r\nX: ${"a".repeat(100_000)}\r\n\r\n`],
    ["5,000 headers", `GET /healthz HTTP/1.1\r\nHost: x\r\n${"X-Some: header\r\n".repeat(5_000)}\r\n`],
    ["no HTTP", "\x16\x03\x01\x00hello\r\n\r\n"],
  ])("refuses %s, once, and says nothing of itself", async (_, bytes) => {
    const answer = await answerTo(bytes);
    expect(answer).toMatch(/^HTTP\/1\.1 4\d\d /);
    expect(answer.match(/HTTP\/1\.1/g)).toHaveLength(1);
    expect(answer).not.toMatch(/node_modules|at .*:\d+:\d+/);
  });

  it("gives no header back that a client wrote", async () => {
    const answer = await ask(`/v1/jobs/${"0".repeat(64)}-1%0d%0aSet-Cookie:%20a=b`, {
      ...reader,
      "x-request-id": "mine",
      origin: "https://evil.example",
    });
    expect([answer.status, answer.headers.get("set-cookie"), answer.headers.get("access-control-allow-origin")]).toEqual([400, null, null]);
    expect(answer.headers.get("x-request-id")).not.toBe("mine");
  });
});

describe("paths", () => {
  it.each([
    "/v1/jobs/..%2f..%2fetc%2fpasswd",
    "/v1/documents/..%2f..%2f..%2fetc%2fpasswd/original",
    `/v1/documents/${"a".repeat(63)}%00/original`,
    `/v1/documents/${"A".repeat(64)}/original`,
    "/v1/exports/..%2f..%2fx.csv",
    "/v1/docs/static/..%2f..%2f..%2fpackage.json",
    "/v1/docs/static/%2e%2e/%2e%2e/package.json",
    "/admin/queues/static/..%2f..%2fpackage.json",
    "/v1/jobs/%zz",
    "/v1/jobs/__proto__",
  ])("%s opens nothing", async (path) => {
    const answer = await answerTo(`GET ${path} HTTP/1.1\r\nHost: x\r\nAuthorization: ${admin.authorization}\r\nConnection: close\r\n\r\n`);
    expect(answer).toMatch(/^HTTP\/1\.1 40[034] /);
    expect(answer).not.toMatch(/root:|"dependencies"/);
  });

  it("of a zip are names, links in it are text, and nothing is written elsewhere", async () => {
    const link = zipSync({
      "link.txt": [strToU8("/etc/passwd"), { os: 3, attrs: (0o120777 << 16) >>> 0 }],
      "/etc/cron.d/x.txt": strToU8("x"),
    });
    const { documents } = (await (await submitted("s.zip", link)).json()) as { documents: { fileName: string; byteLength: number }[] };
    expect(documents).toMatchObject([
      { fileName: "link.txt", byteLength: 11 },
      { fileName: "x.txt", byteLength: 1 },
    ]);
    const left = readdirSync(folder).filter((name) => !["data", "tokens.json"].includes(name) && !name.startsWith("node-"));
    expect(left.filter((name) => name.startsWith("ziping-received"))).toEqual([]);
  });
});

describe("text", () => {
  const hostile = ["' OR 1=1--", "'; DROP TABLE load;--", "%%%", "!%_!", "\\", "😀", "$1", "a".repeat(200)];

  it.each(["reports", "findings"])("in the filters of /v1/%s stays text", async (route) => {
    for (const text of hostile)
      for (const field of route === "reports" ? ["text", "unit", "department"] : ["unit", "department"]) {
        const answer = await ask(`/v1/${route}?${field}=${encodeURIComponent(text)}`, reader);
        expect([field, text, answer.status, await answer.json()]).toEqual([field, text, 200, { rows: [], next: null }]);
      }
    expect((await ask("/v1/exports/reports.csv", reader)).status).toBe(200);
  });

  it.each([
    "text=a%00b",
    "unit=%00",
    "cursor='--~1",
    "cursor=a~9999999999",
    "year=2024'",
    "limit=1e9",
    "limit=-1",
    "kind=__proto__",
    "grade=constructor",
    `text=${"a".repeat(201)}`,
  ])("that no filter takes is refused: %s", async (query) => {
    const answer = await ask(`/v1/reports?${query}`, reader);
    expect(answer.status).toBe(400);
    expect(await answer.text()).not.toMatch(/SELECT|node_modules|invalid byte/);
  });

  it("of a file's name neither breaks lines nor turns the direction of reading", async () => {
    const { documents } = (await (await submitted("报告\u202Etxt.exe\u0001.txt", "name")).json()) as { documents: { fileName: string }[] };
    expect(documents[0]!.fileName).toBe("报告txt.exe.txt");
  });
});

describe("forms", () => {
  const post = (body: string, type = "multipart/form-data; boundary=b") =>
    ask("/v1/documents", { ...submitter, "content-type": type }, { method: "POST", body });

  it.each([
    ["cut off", post, '--b\r\nContent-Disposition: form-data; name="file"; filename="a.txt"\r\n\r\nhalf', 400],
    ["without a boundary", (body: string) => post(body, "multipart/form-data"), "x", 400],
    ["of 300 fields", post, `${'--b\r\nContent-Disposition: form-data; name="f"\r\n\r\nx\r\n'.repeat(300)}--b--\r\n`, 413],
    ["with a field __proto__", post, '--b\r\nContent-Disposition: form-data; name="__proto__"\r\n\r\nx\r\n--b--\r\n', 400],
    ["that are JSON", (body: string) => post(body, "application/json"), '{"__proto__":{"scope":"admin"}}', 400],
  ] as const)("%s are refused as the client's fault", async (_, send, body, status) => {
    const answer = await send(body);
    expect([answer.status, answer.headers.get("content-type")]).toEqual([status, "application/problem+json; charset=utf-8"]);
    expect(Object.keys((await answer.json()) as object)).toEqual(["type", "title", "status", "code", "remedy", "instance"]);
  });
});

describe("what is dear", () => {
  it("is bounded: streams of one client", async () => {
    const { documents } = (await (await submitted("waits.txt", "nobody reads this one")).json()) as { documents: { job: string }[] };
    const path = `/v1/jobs/${documents[0]!.job}/events`;
    const leave = new AbortController();
    const open = await Promise.all(Array.from({ length: 60 }, () => ask(path, reader, { signal: leave.signal })));
    const statuses = open.map(({ status }) => status);
    expect([statuses.filter((status) => status === 200).length, statuses.filter((status) => status === 429).length]).toEqual([50, 10]);
    const refused = open.find(({ status }) => status === 429)!;
    expect([refused.headers.get("retry-after"), ((await refused.json()) as { code: string }).code]).toEqual(["5", "too-many-streams"]);
    expect((await ask("/healthz")).status).toBe(200);
    leave.abort();
    await sleep(500);
    const again = new AbortController();
    expect((await ask(path, reader, { signal: again.signal })).status).toBe(200);
    again.abort();
  });

  it("is bounded: exports at once, and the server answers meanwhile", async () => {
    const exports = Array.from({ length: 50 }, async () => (await ask("/v1/exports/findings.xlsx", reader)).status);
    expect((await ask("/healthz")).status).toBe(200);
    const statuses = await Promise.all(exports);
    expect(new Set(statuses)).toEqual(new Set([200, 503]));
    expect((await ask("/v1/exports/findings.xlsx", reader)).status).toBe(200);
  });
});

it("is all told to nobody but the operator: the log holds no token, the answers no inside", async () => {
  for (const { secret } of made) expect(server.stderr).not.toContain(secret);
  expect(server.stderr).not.toMatch(/"level":(50|60)/);
});
