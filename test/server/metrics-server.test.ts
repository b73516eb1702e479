import { Registry } from "prom-client";
import { expect, it } from "vitest";
import { JudgingMetrics } from "../../src/queue/judging-metrics.js";
import { serveMetrics } from "../../src/server/metrics-server.js";

it("gives out durations of stages and documents by outcome, and nothing else", async () => {
  const metrics = new JudgingMetrics();
  const timings = { extractMs: 40, normalizeMs: 1_500, validateMs: 3 };
  metrics.read([timings, timings], 12);
  metrics.failed("encrypted");
  const server = await serveMetrics(metrics.registry, { host: "127.0.0.1", port: 0 });
  try {
    const text = await (await fetch(server.url)).text();
    expect(text).toContain('ziping_stage_seconds_sum{stage="normalize"} 1.5');
    expect(text).toContain('ziping_stage_seconds_bucket{le="0.05",stage="extract"} 1');
    expect(text).toContain('ziping_stage_seconds_count{stage="validate"} 2');
    expect(text).toContain('ziping_documents_total{outcome="read"} 1');
    expect(text).toContain('ziping_documents_total{outcome="encrypted"} 1');
    expect(text).toContain("process_resident_memory_bytes");
    expect((await fetch(server.url.replace("/metrics", "/"))).status).toBe(404);
    await expect(
      serveMetrics(new JudgingMetrics().registry, { host: "127.0.0.1", port: Number(new URL(server.url).port) }),
    ).rejects.toThrow("EADDRINUSE");
  } finally {
    await server.close();
  }
});

it("answers with an error when the metrics cannot be gathered, and gives them out again when they can", async () => {
  const registry = new Registry();
  const gather = registry.metrics.bind(registry);
  let broken = true;
  registry.metrics = () => (broken ? Promise.reject(new Error("a gauge is stuck")) : gather());
  const server = await serveMetrics(registry, { host: "127.0.0.1", port: 0 });
  try {
    expect((await fetch(server.url)).status).toBe(500);
    broken = false;
    expect((await fetch(server.url)).status).toBe(200);
  } finally {
    await server.close();
  }
});
