import { Counter, Histogram, Registry } from "prom-client";
import type { Record } from "../core/record.js";

/** What operators see of the judging in this process: how long the stages take, and what becomes of documents. */
export class JudgingMetrics {
  readonly registry = new Registry();
  readonly #stages = new Histogram({
    name: "ziping_stage_seconds",
    help: "Duration of a stage of one document: extract, normalize, validate, load.",
    labelNames: ["stage"],
    buckets: [0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120],
    registers: [this.registry],
  });
  readonly #documents = new Counter({
    name: "ziping_documents_total",
    help: "Documents judged, by outcome: read, or the code of the fault; retry for what is tried again.",
    labelNames: ["outcome"],
    registers: [this.registry],
  });

  /** A document that gave records, whose timings these are; `loadMs` with the wait for others to be loaded with. */
  read(timings: readonly Record["timings"][], loadMs: number): void {
    this.#documents.inc({ outcome: "read" });
    const [first] = timings;
    // Extraction and normalisation are of the file, whose parts all tell them.
    if (first) {
      this.#stages.observe({ stage: "extract" }, first.extractMs / 1000);
      this.#stages.observe({ stage: "normalize" }, first.normalizeMs / 1000);
    }
    for (const { validateMs } of timings) this.#stages.observe({ stage: "validate" }, validateMs / 1000);
    this.#stages.observe({ stage: "load" }, loadMs / 1000);
  }

  failed(code: string): void {
    this.#documents.inc({ outcome: code });
  }
}
