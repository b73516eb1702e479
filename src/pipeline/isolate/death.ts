import { Fault } from "../../core/fault.js";

/** How a reader process ended while it was reading. */
export interface Death {
  /** Set when the parent ended it: which limit was exceeded. */
  readonly killedFor?: "time" | "memory";
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  /** Documents that the process had read before: what they left in memory may be to blame. */
  readonly readBefore: number;
  /** The last that it wrote to stderr. */
  readonly lastWords: string;
}

export interface ReadLimits {
  /** Limit for one document, milliseconds of the clock without those in which other programs had the processors. */
  readonly timeoutMs: number;
  /** Resident memory limit of one reader process, MiB. */
  readonly memoryMb: number;
}

const HEAP_EXHAUSTED = /heap out of memory|invalid array length Allocation failed|Array buffer allocation failed/i;

/** Why a reader process did not start, and what to do where the memory that it was allowed is to blame. */
export function startFailure(module: string, lastWords: string, { memoryMb }: Pick<ReadLimits, "memoryMb">): string {
  if (HEAP_EXHAUSTED.test(lastWords))
    return `The reader process did not start: it needs more than ${memoryMb} MiB of memory. Raise ZIPING_MEMORY_MB.`;
  return `The reader process did not start (${module}): ${lastWords.trim()}`;
}

/** The fault of a death that the parent knows the reason of; undefined when a process was killed by the system, by hand, or by itself. */
export function knownFault(death: Death, limits: ReadLimits): Fault | undefined {
  if (death.killedFor === "time") return new Fault("timeout", `Reading took longer than ${limits.timeoutMs / 1000} s (ZIPING_TIMEOUT_MS).`);
  if (death.killedFor === "memory" || HEAP_EXHAUSTED.test(death.lastWords))
    return new Fault("too-large", `Reading needed more than ${limits.memoryMb} MiB of memory (ZIPING_MEMORY_MB).`);
  return undefined;
}

/**
 * Whether a death is the document's doing. Where it may be the doing of somebody else, or of the documents before, the document deserves a
 * second reading by a fresh process.
 */
export function isProven(death: Death, limits: ReadLimits): boolean {
  const fault = knownFault(death, limits);
  return fault?.code === "timeout" || (fault?.code === "too-large" && death.readBefore === 0);
}

/** The fault of a document whose reader died twice for no reason that the parent knows. */
export function repeatedDeath(death: Death): Fault {
  const how = death.signal === null ? `with exit code ${death.code}` : `by signal ${death.signal}`;
  if (death.signal === "SIGKILL")
    return new Fault("too-large", `The process reading it was killed twice from outside, as a system does that runs out of memory.`, {
      remedy: "Give the machine more memory or lower ZIPING_WORKERS, and read the file again.",
    });
  return new Fault("corrupt", `The process reading it ended twice ${how}.`);
}
