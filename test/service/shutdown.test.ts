import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { type AddressInfo, connect, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Redis } from "ioredis";
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

async function start(command: "worker" | "serve", others: { readonly [name: string]: string } = {}): Promise<ZipingProcess> {
  const environment = {
    // One store, but a DuckDB file belongs to one process.
    ZIPING_DATA: join(folder, command),
    ZIPING_REDIS_URL: redis.url,
    ZIPING_PORT: String(await freePort()),
    ZIPING_METRICS_PORT: String(await freePort()),
    ZIPING_WORKERS: "1",
    ZIPING_GRACE_MS: "1500",
    TMPDIR: folder,
    ...others,
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

it("so does a worker that has no Redis, is refused by it, or has lost it; it says why, once", async () => {
  const own = await new RedisServer().start();
  const client = new Redis(own.url);
  await client.config("SET", "requirepass", "right");
  client.disconnect();
  const withPassword = (password: string) => own.url.replace("//", `//:${password}@`);
  for (const [url, reason] of [
    ["redis://127.0.0.1:1", "ECONNREFUSED"],
    [own.url, "NOAUTH"],
    [withPassword("wrong"), "WRONGPASS"],
    [withPassword("right"), "ECONNREFUSED"],
  ] as const) {
    const worker = await start("worker", { ZIPING_REDIS_URL: url, ZIPING_DATA: join(folder, "unconnected") });
    if (url === withPassword("right")) {
      await worker.says(/metrics at/);
      await sleep(500);
      await own.stop();
    }
    await worker.says(new RegExp(`"reason":"[^"]*${reason}[^"]*".*ZIPING_REDIS_URL`));
    // Connections are tried anew meanwhile.
    await sleep(1_000);
    expect(worker.stderr.match(/"reason"/g)).toHaveLength(1);
    expect(await worker.end("SIGTERM")).toBe(0);
  }
}, 60_000);

it("the API says what of its settings cannot be had", async () => {
  const taken = createServer();
  await new Promise<void>((resolve) => taken.listen(0, "127.0.0.1", resolve));
  const port = String((taken.address() as AddressInfo).port);
  const file = join(folder, "file");
  writeFileSync(file, "");
  for (const [settings, line] of [
    [{ ZIPING_PORT: port }, `.*ZIPING_PORT=${port}: .*EADDRINUSE.*a port that is free`],
    [{ ZIPING_HOST: "192.0.2.1" }, "ZIPING_HOST=192\\.0\\.2\\.1 .*Name an address of this machine"],
    [{ ZIPING_DATA: file }, `ZIPING_DATA=${file} cannot be made: .*Name a folder`],
  ] as const) {
    const api = await start("serve", settings);
    await api.says(new RegExp(`^ziping: ${line}.*$`, "m"));
    expect(await api.exited()).toBe(2);
  }
  taken.close();
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
