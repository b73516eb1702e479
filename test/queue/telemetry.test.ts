import { createServer } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { pino } from "pino";
import { afterAll, beforeAll, expect, it } from "vitest";
import { RedisQueue } from "../../src/queue/redis-queue.js";
import { startTelemetry } from "../../src/queue/telemetry.js";
import { startWorker } from "../../src/queue/worker.js";
import { RedisServer } from "../services/redis-server.js";

const redis = new RedisServer();
const bodies: string[] = [];
const collector = createServer((request, response) => {
  let body = "";
  request.on("data", (chunk) => {
    body += chunk;
  });
  request.on("end", () => {
    bodies.push(body);
    response.end("{}");
  });
});

beforeAll(async () => {
  await redis.start();
  await new Promise<void>((resolve) => collector.listen(0, "127.0.0.1", resolve));
});
afterAll(async () => {
  collector.close();
  await redis.stop();
});

it("traces a document from its submission through Redis to its worker, as one trace", async () => {
  const { port } = collector.address() as { port: number };
  const telemetry = startTelemetry(`http://127.0.0.1:${port}`, "ziping", "0");
  const options = { url: redis.url, prefix: "traced", telemetry };
  const queue = new RedisQueue({ ...options, pipelineVersion: "1", attempts: 1, keepDone: 1, keepDead: 1 });
  const worker = startWorker({
    ...options,
    concurrency: 1,
    graceMs: 100,
    logger: pino({ level: "silent" }),
    process: async () => ({ records: 1, findings: { error: 0, warning: 0, info: 0 }, known: false }),
  });
  const { id } = await queue.submit({ sha256: "0".repeat(64), fileName: "a.pdf", client: "test", priority: "bulk" });
  while ((await queue.status(id))?.state !== "done") await sleep(20);
  await worker.stop();
  await queue.close();
  await telemetry.close();

  type Span = { name: string; traceId: string };
  const spans: Span[] = bodies.flatMap((body) =>
    JSON.parse(body).resourceSpans.flatMap((resource: { scopeSpans: { spans: Span[] }[] }) =>
      resource.scopeSpans.flatMap((scope) => scope.spans),
    ),
  );
  const added = spans.find((span) => span.name.startsWith("add "));
  const processed = spans.find((span) => span.name.startsWith("process "));
  expect(added?.traceId).toMatch(/^[0-9a-f]{32}$/);
  expect(processed?.traceId).toBe(added?.traceId);
});
