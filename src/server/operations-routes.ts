import { setTimeout as sleep } from "node:timers/promises";
import type { FastifyInstance } from "fastify";
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import type { ServerParts } from "./server-parts.js";

const OUTCOMES_EVERY_MS = 30_000;
/** A probe that waits for a database out of reach would itself be taken for a failure. */
const PATIENCE_MS = 1_000;

/** For operators: liveness, readiness, and metrics in Prometheus' text format. */
export function operationsRoutes(app: FastifyInstance, { queue, store, database, metrics }: ServerParts): void {
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

  const outcomes = new Gauge({
    name: "ziping_warehouse_documents",
    help: "Documents in the warehouse by outcome: read, or the code of the fault.",
    labelNames: ["outcome"],
    registers: [registry],
  });
  const all = metrics ? Registry.merge([registry, metrics]) : registry;
  let counted = Number.NEGATIVE_INFINITY;
  const countOutcomes = async () => {
    // Counting a large archive takes a moment, and there may be several who ask.
    if (performance.now() - counted < OUTCOMES_EVERY_MS) return;
    counted = performance.now();
    const rows = await database.query("SELECT outcome, COUNT(*) AS n FROM source_file GROUP BY outcome");
    outcomes.reset();
    for (const { outcome, n } of rows) outcomes.set({ outcome: String(outcome) }, Number(n));
  };

  app.addHook("onResponse", async (request, reply) => {
    const route = request.routeOptions.url ?? "none";
    requests.observe({ method: request.method, route, status: String(reply.statusCode) }, reply.elapsedTime / 1000);
    if (reply.statusCode >= 400) problems.inc({ status: String(reply.statusCode) });
  });

  app.get("/healthz", { config: { scope: "open" }, schema: { hide: true }, logLevel: "silent" }, async () => ({ status: "ok" }));

  app.get("/readyz", { config: { scope: "open" }, schema: { hide: true }, logLevel: "silent" }, async (_request, reply) => {
    const [isQueue, isStore] = [await isReady(queue.ready()), await isReady(store.ready())];
    // Uploads are taken while the warehouse is away; it is told, and is no reason to send none here.
    const asked = isReady(database.query("SELECT 1 FROM dim_report LIMIT 1"));
    const warehouse = await Promise.race([asked, sleep(PATIENCE_MS, false, { ref: false })]);
    return reply.code(isQueue && isStore ? 200 : 503).send({ queue: isQueue, store: isStore, warehouse });
  });

  app.get("/metrics", { config: { scope: "open" }, schema: { hide: true }, logLevel: "silent" }, async (_request, reply) => {
    const counts = await queue.counts().catch(() => undefined);
    if (counts) {
      for (const state of ["waiting", "active", "delayed", "dead"] as const) depth.set({ state }, counts[state]);
      age.set(counts.oldestWaitingMs / 1000);
    }
    await countOutcomes().catch(() => outcomes.reset());
    return reply.type(all.contentType).send(await all.metrics());
  });
}

async function isReady(answer: Promise<unknown>): Promise<boolean> {
  return answer.then(
    () => true,
    () => false,
  );
}
