import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, expect, inject, it } from "vitest";
import { ZipingProcess } from "./processes.js";
import { report } from "./reports.js";

const folder = mkdtempSync(join(tmpdir(), "ziping-embedded-"));
const environment = { ZIPING_DATA: join(folder, "data"), ZIPING_PORT: "0", ZIPING_WORKERS: "1", TMPDIR: folder };
const pdf = readFileSync(join(import.meta.dirname, "..", "..", "fixtures", "layouts", "sc23-1.pdf"));
const running: ZipingProcess[] = [];

afterAll(async () => {
  await Promise.all(running.map((one) => one.end("SIGKILL")));
  rmSync(folder, { recursive: true, force: true });
});

async function serve() {
  const server = new ZipingProcess(inject("dist"), ["serve"], environment);
  running.push(server);
  const [, base] = await server.says(/listening at (\S+)/);
  const [, token] = await server.says(/the token of this run is (\S+)/);
  const headers = { authorization: `Bearer ${token}` };
  const ask = (path: string, init: RequestInit = {}) => fetch(`${base}${path}`, { ...init, headers });
  return { server, ask };
}

function form(...files: { name: string; bytes: Uint8Array }[]): FormData {
  const data = new FormData();
  for (const { name, bytes } of files) data.append("file", new Blob([bytes.slice().buffer]), name);
  return data;
}

it("serves one person without any service: upload, record, page, findings; and goes on where it was ended", async () => {
  const first = await serve();
  const uploaded = await first.ask("/v1/documents", { method: "POST", body: form({ name: "a.pdf", bytes: pdf }, report(7)) });
  // biome-ignore lint/suspicious/noExplicitAny: judged field by field
  const { documents } = (await uploaded.json()) as any;
  for (const { job } of documents) {
    expect(await (await first.ask(`/v1/jobs/${job}/events`)).text()).toMatch("event: done");
  }
  // biome-ignore lint/suspicious/noExplicitAny: judged field by field
  const known = (await (await first.ask(`/v1/documents/${documents[0].sha256}`)).json()) as any;
  expect(known.records[0].indicators.length).toBeGreaterThan(3);
  const page = new Uint8Array(await (await first.ask(`/v1/documents/${documents[0].sha256}/pages/1`)).arrayBuffer());
  expect(Buffer.from(page.slice(0, 4)).toString("latin1")).toBe("\x89PNG");
  expect((await first.ask(`/v1/documents/${documents[0].sha256}/pages/99`)).status).toBe(404);
  // biome-ignore lint/suspicious/noExplicitAny: judged field by field
  const findings = (await (await first.ask("/v1/findings?rule=score/total-mismatch")).json()) as any;
  expect(findings.rows.length).toBeGreaterThan(0);
  const metrics = await (await first.ask("/metrics")).text();
  for (const stage of ["extract", "normalize", "validate", "load"]) {
    expect(metrics).toMatch(new RegExp(`ziping_stage_seconds_count\\{stage="${stage}"\\} 2`));
  }

  const many = Array.from({ length: 30 }, (_, i) => report(100 + i));
  await first.ask("/v1/documents?priority=bulk", { method: "POST", body: form(...many) });
  expect(await first.server.end("SIGKILL")).toBeNull();

  const second = await serve();
  for (;;) {
    // biome-ignore lint/suspicious/noExplicitAny: judged field by field
    const { rows } = (await (await second.ask("/v1/reports?limit=1000")).json()) as any;
    if (rows.length === 32) break;
    await sleep(100);
  }
  // What had not been judged is still called what it was uploaded as.
  for (const { name, bytes } of many) {
    const sha256 = createHash("sha256").update(bytes).digest("hex");
    // biome-ignore lint/suspicious/noExplicitAny: judged field by field
    const { records } = (await (await second.ask(`/v1/documents/${sha256}`)).json()) as any;
    expect(records[0].source.fileName).toBe(name);
  }
  expect(await second.server.end("SIGTERM")).toBe(0);
}, 120_000);
