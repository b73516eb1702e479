import type { FastifyReply, FastifyRequest } from "fastify";
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import type { ServerParts } from "./server-parts.js";

const OUTCOMES_EVERY_MS = 30_000;

/** What operators see of the API, its queue and its archive, in Prometheus' text format; beside it what `metrics` of the parts holds. */
export class ApiMetrics {
  readonly #parts: Pick<ServerParts, "queue" | "database">;
  readonly #own = new Registry();
  readonly #all: Registry;
  readonly #requests = new Histogram({
    name: "ziping_http_request_seconds",
    help: "Duration of requests by route and status.",
    labelNames: ["method", "route", "status"],
    registers: [this.#own],
  });
  readonly #problems = new Counter({
    name: "ziping_http_problems_total",
    help: "Problems answered, by status.",
    labelNames: ["status"],
    registers: [this.#own],
  });
  readonly #depth = new Gauge({
    name: "ziping_queue_jobs",
    help: "Jobs in the queue by state.",
    labelNames: ["state"],
    registers: [this.#own],
  });
  readonly #age = new Gauge({
    name: "ziping_queue_oldest_waiting_seconds",
    help: "Age of the job that has waited longest.",
    registers: [this.#own],
  });
  readonly #outcomes = new Gauge({
    name: "ziping_warehouse_documents",
    help: "Documents in the warehouse by outcome: read, or the code of the fault.",
    labelNames: ["outcome"],
    registers: [this.#own],
  });
  #countedAt = Number.NEGATIVE_INFINITY;

  constructor({ queue, database, metrics }: Pick<ServerParts, "queue" | "database" | "metrics">) {
    this.#parts = { queue, database };
    collectDefaultMetrics({ register: this.#own });
    this.#all = metrics ? Registry.merge([this.#own, metrics]) : this.#own;
  }

  answered({ method, routeOptions }: FastifyRequest, { statusCode, elapsedTime }: FastifyReply): void {
    const status = String(statusCode);
    this.#requests.observe({ method, route: routeOptions.url ?? "none", status }, elapsedTime / 1000);
    if (statusCode >= 400) this.#problems.inc({ status });
  }

  /** The media type, and all that is measured now. A queue or database out of reach leaves its own out. */
  async text(): Promise<{ readonly mediaType: string; readonly text: string }> {
    await this.#lookAtQueue();
    await this.#countOutcomes().catch(() => this.#outcomes.reset());
    return { mediaType: this.#all.contentType, text: await this.#all.metrics() };
  }

  async #lookAtQueue(): Promise<void> {
    const counts = await this.#parts.queue.counts().catch(() => undefined);
    if (!counts) return;
    for (const state of ["waiting", "active", "delayed", "dead"] as const) this.#depth.set({ state }, counts[state]);
    this.#age.set(counts.oldestWaitingMs / 1000);
  }

  async #countOutcomes(): Promise<void> {
    // Counting a large archive takes a moment, and there may be several who ask.
    if (performance.now() - this.#countedAt < OUTCOMES_EVERY_MS) return;
    this.#countedAt = performance.now();
    const rows = await this.#parts.database.query("SELECT outcome, COUNT(*) AS n FROM source_file GROUP BY outcome");
    this.#outcomes.reset();
    for (const { outcome, n } of rows) this.#outcomes.set({ outcome: String(outcome) }, Number(n));
  }
}
