import { setTimeout as sleep } from "node:timers/promises";
import type { FastifyInstance } from "fastify";
import { ApiMetrics } from "./api-metrics.js";
import type { ServerParts } from "./server-parts.js";

/** A probe that waits for a database out of reach would itself be taken for a failure. */
const PATIENCE_MS = 1_000;

/** For operators: liveness, readiness, and metrics in Prometheus' text format. */
export function operationsRoutes(app: FastifyInstance, parts: ServerParts): void {
  const { queue, store, database } = parts;
  const measured = new ApiMetrics(parts);
  app.addHook("onResponse", async (request, reply) => measured.answered(request, reply));

  app.get("/healthz", { config: { scope: "open" }, schema: { hide: true }, logLevel: "silent" }, async () => ({ status: "ok" }));

  app.get("/readyz", { config: { scope: "open" }, schema: { hide: true }, logLevel: "silent" }, async (_request, reply) => {
    const [isQueue, isStore] = [await isReady(queue.ready()), await isReady(store.ready())];
    // Uploads are taken while the warehouse is away; it is told, and is no reason to send none here.
    const asked = isReady(database.query("SELECT 1 FROM dim_report LIMIT 1"));
    const warehouse = await Promise.race([asked, sleep(PATIENCE_MS, false, { ref: false })]);
    return reply.code(isQueue && isStore ? 200 : 503).send({ queue: isQueue, store: isStore, warehouse });
  });

  app.get("/metrics", { config: { scope: "open" }, schema: { hide: true }, logLevel: "silent" }, async (_request, reply) => {
    const { mediaType, text } = await measured.text();
    return reply.type(mediaType).send(text);
  });
}

async function isReady(answer: Promise<unknown>): Promise<boolean> {
  return answer.then(
    () => true,
    () => false,
  );
}
