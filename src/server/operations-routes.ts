import type { FastifyInstance } from "fastify";
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import type { ServerParts } from "./server-parts.js";

/** For operators: liveness, readiness, and metrics in Prometheus' text format. */
export function operationsRoutes(app: FastifyInstance, { queue, store }: ServerParts): void {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const requests = new Histogram({
    name: "ziping_http_request_seconds",
    help: "Duration of requests by route and status.",
    labelNames: ["method", "route", "status"],
    registers: [registry],
  });
  const problems = new Counter({
    name: "ziping_http_problems_total",
    help: "Problems answered, by status.",
    labelNames: ["status"],
    registers: [registry],
  });
  const depth = new Gauge({ name: "ziping_queue_jobs", help: "Jobs in the queue by state.", labelNames: ["state"], registers: [registry] });
  const age = new Gauge({
    name: "ziping_queue_oldest_waiting_seconds",
    help: "Age of the job that has waited longest.",
    registers: [registry],
  });

  app.addHook("onResponse", async (request, reply) => {
    const route = request.routeOptions.url ?? "none";
    requests.observe({ method: request.method, route, status: String(reply.statusCode) }, reply.elapsedTime / 1000);
    if (reply.statusCode >= 400) problems.inc({ status: String(reply.statusCode) });
  });

  app.get("/healthz", { config: { scope: "open" }, schema: { hide: true }, logLevel: "silent" }, async () => ({ status: "ok" }));

  app.get("/readyz", { config: { scope: "open" }, schema: { hide: true }, logLevel: "silent" }, async (_request, reply) => {
    const parts = { queue: await isReady(queue.ready()), store: await isReady(store.ready()) };
    return reply.code(Object.values(parts).every(Boolean) ? 200 : 503).send(parts);
  });

  app.get("/metrics", { config: { scope: "open" }, schema: { hide: true }, logLevel: "silent" }, async (_request, reply) => {
    const counts = await queue.counts().catch(() => undefined);
    if (counts) {
      for (const state of ["waiting", "active", "delayed", "dead"] as const) depth.set({ state }, counts[state]);
      age.set(counts.oldestWaitingMs / 1000);
    }
    return reply.type(registry.contentType).send(await registry.metrics());
  });
}

async function isReady(answer: Promise<void>): Promise<boolean> {
  return answer.then(
    () => true,
    () => false,
  );
}
