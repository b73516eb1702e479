import { fileURLToPath } from "node:url";
import { setFlagsFromString } from "node:v8";
import type { Fault } from "../../core/fault.js";
import type { PageRange } from "../../core/page-range.js";
import type { Failure } from "../../core/record.js";
import type { Fingerprint } from "../fingerprint.js";
import type { DocumentFile, Failed, Long, Outcome, ReadRecords, Recognised } from "../outcome.js";
import type { ReadOptions } from "../read-document.js";
import { isProven, knownFault, type ReadLimits, repeatedDeath } from "./death.js";
import type { Request } from "./messages.js";
import { ReaderProcess } from "./reader-process.js";

export interface PoolOptions extends ReadLimits {
  /** Processes at most, one document each at a time. */
  readonly workers: number;
  /** The compiled module that a process runs; ziping's own when absent. */
  readonly module?: string;
}

/** The pool was closed before the document was read. */
export class PoolClosed extends Error {
  override readonly name = "PoolClosed";
}

const READER = fileURLToPath(new URL("../child.js", import.meta.url));
/** A process that holds more than this share of the memory limit after a document makes room for a fresh one. */
const RECYCLE_SHARE = 0.7;
/**
 * V8's helper threads would collect the garbage of this process in parallel. Where readers keep every core busy they cost their parent a tenth of
 * its CPU, and save no time.
 */
const ONE_COLLECTOR = "--no-parallel-scavenge";

/**
 * Reads documents in child processes. Whatever a document does to its reader (hang, exhaust the memory, crash), the caller gets an outcome,
 * the others are read on, and the reader is replaced. Processes start when they are first needed, unless {@link ReaderPool.startAll} has them ready.
 */
export class ReaderPool {
  readonly #options: PoolOptions;
  readonly #processes = new Set<ReaderProcess>();
  readonly #idle: ReaderProcess[] = [];
  readonly #waiting: { resolve(process: ReaderProcess): void; reject(error: Error): void }[] = [];
  #closed = false;

  constructor(options: PoolOptions) {
    setFlagsFromString(ONE_COLLECTOR);
    this.#options = options;
  }

  /** Starts every process now: they load their code while the caller prepares. */
  startAll(): void {
    while (this.#processes.size < this.#options.workers) this.#idle.push(this.#start());
  }

  /** Documents that are worth having under way at once: one for each process, and one in its hand. */
  get appetite(): number {
    return this.#options.workers * 2;
  }

  /** Reads one file. Rejects only when the pool is closed meanwhile, or the installation is at fault. */
  async read(file: DocumentFile, options: ReadOptions): Promise<Outcome> {
    return (await this.#read({ file, options: { ...options, recogniseAtMost: undefined } })) as Outcome;
  }

  /** As {@link read}; but a document with more than `recogniseAtMost` pages to be recognised comes back with the names of those pages. */
  async readUnlessLong(file: DocumentFile, options: ReadOptions & { readonly recogniseAtMost: number }): Promise<Outcome | Long> {
    return (await this.#read({ file, options })) as Outcome | Long;
  }

  /** Recognises the pages of a part that need it. Rejects as {@link read} does. */
  async recognise(file: DocumentFile, options: ReadOptions, pages: PageRange): Promise<Recognised | Failed> {
    return (await this.#read({ file, options, pages })) as Recognised | Failed;
  }

  async #read(request: Request): Promise<Outcome | Long | Recognised> {
    const first = await this.#readOnce(request);
    if (first.kind !== "died") return outcome(request, first);
    const second = isProven(first.death, this.#options) ? first : await this.#readOnce(request, true);
    if (second.kind !== "died") return outcome(request, second);
    const error = knownFault(second.death, this.#options) ?? repeatedDeath(second.death);
    return outcome(request, { ...second, kind: "failed", error });
  }

  /** Ends every process at once; readings under way are given up. */
  async close(): Promise<void> {
    this.#closed = true;
    for (const { reject } of this.#waiting.splice(0)) reject(new PoolClosed("The pool is closed."));
    await Promise.all(Array.from(this.#processes, (process) => process.end()));
  }

  async #readOnce(request: Request, fresh = false) {
    let process = await this.#take();
    if (fresh && !process.fresh) process = await this.#replace(process);
    try {
      const began = performance.now();
      const reading = await process.read(request);
      if (this.#closed) throw new PoolClosed("The pool is closed.");
      return { ...reading, milliseconds: Math.round(performance.now() - began) };
    } finally {
      await this.#giveBack(process);
    }
  }

  async #take(): Promise<ReaderProcess> {
    if (this.#closed) throw new PoolClosed("The pool is closed.");
    const idle = this.#idle.pop();
    if (idle) return idle;
    if (this.#processes.size < this.#options.workers) return this.#start();
    return new Promise((resolve, reject) => this.#waiting.push({ resolve, reject }));
  }

  async #giveBack(process: ReaderProcess): Promise<void> {
    const bytes = process.alive ? await process.residentBytes() : undefined;
    const spent = !process.alive || (bytes !== undefined && bytes > this.#options.memoryMb * 2 ** 20 * RECYCLE_SHARE);
    if (spent) {
      await process.end();
      // Only now its place is free: given up before, it would be taken twice.
      this.#processes.delete(process);
    }
    if (this.#closed) return;
    const next = this.#waiting.shift();
    if (next) next.resolve(spent ? this.#start() : process);
    else if (!spent) this.#idle.push(process);
  }

  async #replace(process: ReaderProcess): Promise<ReaderProcess> {
    await process.end();
    this.#processes.delete(process);
    if (this.#closed) throw new PoolClosed("The pool is closed.");
    return this.#start();
  }

  #start(): ReaderProcess {
    const process = new ReaderProcess(this.#options.module ?? READER, this.#options);
    this.#processes.add(process);
    return process;
  }
}

type Answered = { readonly fingerprint?: Fingerprint; readonly milliseconds: number } & (
  | Long
  | Recognised
  | ({ readonly kind: "read" } & ReadRecords)
  | { readonly kind: "failed"; readonly error: Failure["error"] | Fault }
);

function outcome({ file }: Request, answered: Answered): Outcome | Long | Recognised {
  if (answered.kind === "long" || answered.kind === "recognised") return answered;
  const { fingerprint, milliseconds } = answered;
  if (answered.kind === "read") {
    const { records, rows, findings, timings } = answered;
    return { kind: "read", fingerprint: fingerprint!, records, rows, findings, timings, milliseconds };
  }
  const { code, message, remedy } = answered.error;
  const failure = { source: { fileName: file.fileName, ...fingerprint }, error: { code, message, remedy } };
  return { kind: "failed", failure, milliseconds };
}
