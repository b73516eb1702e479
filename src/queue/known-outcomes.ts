import type { Queryable } from "../warehouse/archive.js";
import { placeholders } from "../warehouse/placeholders.js";
import type { JobOutcome } from "./job-queue.js";

interface Asking {
  readonly sha256: string;
  resolve(outcome: JobOutcome | undefined): void;
  reject(error: unknown): void;
}

/**
 * What the warehouse already holds of documents. Documents come off the queue in bursts: those that ask while a question is under way are asked
 * about together, next.
 */
export class KnownOutcomes {
  readonly #warehouse: Queryable;
  readonly #pipelineVersion: string;
  #asking: Asking[] = [];
  #running = false;

  constructor(warehouse: Queryable, pipelineVersion: string) {
    this.#warehouse = warehouse;
    this.#pipelineVersion = pipelineVersion;
  }

  /** What an earlier reading of this content by this pipeline gave; undefined when it gave no record. */
  of(sha256: string): Promise<JobOutcome | undefined> {
    return new Promise((resolve, reject) => {
      this.#asking.push({ sha256, resolve, reject });
      if (!this.#running) void this.#run();
    });
  }

  async #run(): Promise<void> {
    this.#running = true;
    // Those that come in this turn go together.
    await new Promise((resolve) => setImmediate(resolve));
    while (this.#asking.length > 0) {
      const together = this.#asking;
      this.#asking = [];
      try {
        const known = await this.#known(together.map(({ sha256 }) => sha256));
        for (const { sha256, resolve, reject } of together) {
          if (known.has(sha256)) this.#outcome(sha256).then(resolve, reject);
          else resolve(undefined);
        }
      } catch (error) {
        for (const { reject } of together) reject(error);
      }
    }
    this.#running = false;
  }

  async #known(hashes: readonly string[]): Promise<ReadonlySet<unknown>> {
    const rows = await this.#warehouse.query(
      `SELECT DISTINCT sha256 FROM dim_report WHERE pipeline_version = $1 AND sha256 IN (${placeholders(hashes, 2)})`,
      [this.#pipelineVersion, ...hashes],
    );
    return new Set(rows.map(({ sha256 }) => sha256));
  }

  async #outcome(sha256: string): Promise<JobOutcome> {
    const [counted] = await this.#warehouse.query(
      `SELECT COUNT(DISTINCT r.report_id) AS records,
         SUM(CASE WHEN f.severity = 'error' THEN 1 ELSE 0 END) AS error,
         SUM(CASE WHEN f.severity = 'warning' THEN 1 ELSE 0 END) AS warning,
         SUM(CASE WHEN f.severity = 'info' THEN 1 ELSE 0 END) AS info
       FROM dim_report r LEFT JOIN fact_finding f ON f.report_id = r.report_id
       WHERE r.sha256 = $1 AND r.pipeline_version = $2`,
      [sha256, this.#pipelineVersion],
    );
    const findings = { error: Number(counted!.error), warning: Number(counted!.warning), info: Number(counted!.info) };
    return { records: Number(counted!.records), findings, known: true };
  }
}
