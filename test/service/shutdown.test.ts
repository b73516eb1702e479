import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, inject, it } from "vitest";
import { freePort } from "../services/free-port.js";
import { RedisServer } from "../services/redis-server.js";
import { ZipingProcess } from "./processes.js";
import { report } from "./reports.js";

const folder = mkdtempSync(join(tmpdir(), "ziping-shutdown-"));
const redis = new RedisServer();
const started: ZipingProcess[] = [];

beforeAll(() => redis.start());
afterAll(async () => {
  await Promise.all(started.map((one) => one.end("SIGKILL")));
  await redis.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function start(command: "worker" | "serve"): Promise<ZipingProcess> {
  const environment = {
    // One store, but a DuckDB file belongs to one process.
    ZIPING_DATA: join(folder, command),
    ZIPING_REDIS_URL: redis.url,
    ZIPING_PORT: String(await freePort()),
    ZIPING_METRICS_PORT: String(await freePort()),
    ZIPING_WORKERS: "1",
    ZIPING_GRACE_MS: "1500",
    TMPDIR: folder,
  };
  const one = new ZipingProcess(inject("dist"), [command], environment);
  started.push(one);
  return one;
}

it("a worker that is told to stop ends in peace", async () => {
  const worker = await start("worker");
  const [, url] = await worker.says(/metrics at (\S+)/);
  expect(await (await fetch(url!)).text()).toContain("process_cpu_seconds_total");
  expect(await worker.end("SIGTERM")).toBe(0);
}, 30_000);

it("so does the API, with a client that watches a job", async () => {
  const api = await start("serve");
  const [, token] = await api.says(/token of this run is (\S+)/);
  const [, base] = await api.says(/listening at (http:[^\s"]+)/);
  const headers = { authorization: `Bearer ${token}` };
  const form = new FormData();
  form.append("file", new Blob([report(1).bytes.slice().buffer]), "a.md");
  const { documents } = (await (await fetch(`${base}/v1/documents`, { method: "POST", body: form, headers })).json()) as {
    documents: { job: string }[];
  };
  const watched = await fetch(`${base}/v1/jobs/${documents[0]!.job}/events`, { headers });
  const events = watched.body!.getReader();
  expect(Buffer.from((await events.read()).value!).toString()).toContain("waiting");
  expect(await api.end("SIGTERM")).toBe(0);
}, 30_000);

it("nor does an upload that never ends hold it up, or leave a file behind", async () => {
  const api = await start("serve");
  const [, token] = await api.says(/token of this run is (\S+)/);
  const [, host, port] = await api.says(/listening at http:\/\/([^:\s]+):(\d+)/);
  const socket = connect(Number(port), host).on("error", () => {});
  socket.write(
    `POST /v1/documents HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${token}\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: 50000\r\n\r\n--b\r\nContent-Disposition: form-data; name="file"; filename="slow.txt"\r\n\r\n`,
  );
  const drip = setInterval(() => socket.write("x"), 100);
  const received = () => readdirSync(folder).filter((name) => name.startsWith("ziping-received-"));
  await expect.poll(received).toHaveLength(1);
  expect(await api.end("SIGTERM")).toBe(0);
  clearInterval(drip);
  expect(received()).toEqual([]);
}, 30_000);
