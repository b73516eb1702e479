import { setFlagsFromString } from "node:v8";
import { Worker } from "node:worker_threads";
import { Fault } from "../../core/fault.js";
import { LIMITS } from "../../core/limits.js";
import type { Record } from "../../core/record.js";
import { reportRows } from "../../warehouse/rows/report-rows.js";
import { LongScan, recognisePages } from "../long-scan.js";
import type { Gift, ReadRecords } from "../outcome.js";
import type { DocumentReader } from "../read-document.js";
import { readBytes, readDocumentFile } from "../read-document-file.js";
import type { Answer, Request } from "./messages.js";

/**
 * A thread that ends this process once its parent is gone. A child that is busy never hears that the channel was closed, and would read on
 * for nobody.
 */
const ORPHAN_WATCH = `
  const parent = process.ppid;
  setInterval(() => { if (process.ppid !== parent) process.kill(process.pid, "SIGKILL"); }, 1000);
`;

/**
 * Work after which V8 optimises a function, six times its own measure: as it comes, a reader spends a quarter of its CPU on optimising what a
 * thousand documents hardly use again, on threads that other readers need. A V8 that does not know a flag goes on without.
 */
const OPTIMISE_AFTER = "--interrupt-budget=800000";
/** Patterns are compiled once, for the machine: nearly all of them are used more than once, and V8 would interpret them first and compile them again. */
const PATTERNS_AT_ONCE = "--no-regexp-tier-up";

/** The main loop of a reader process: reads each document that the parent names with `read`, and says what became of it. */
export function serveDocuments(read: DocumentReader): void {
  for (const flag of [OPTIMISE_AFTER, PATTERNS_AT_ONCE]) setFlagsFromString(flag);
  new Worker(ORPHAN_WATCH, { eval: true }).unref();
  // Ctrl-C goes to the whole process group; the parent decides what becomes of its readers.
  process.on("SIGINT", () => {});
  process.on("disconnect", () => process.exit());
  process.on("message", async ({ file, options, pages }: Request) => {
    try {
      if (pages) {
        const read = await recognisePages(readBytes(file.path, options.limits?.bytes ?? LIMITS.bytes), options, pages);
        return answer({ kind: "recognised", pages: read.map((page) => JSON.stringify(page)) });
      }
      const records = await readDocumentFile(file, options, read, (fingerprint) => answer({ kind: "opened", fingerprint }));
      answer({ kind: "read", ...told(records, options.give) });
    } catch (error) {
      if (error instanceof LongScan) return answer({ kind: "long", pages: error.pages });
      if (isUnloaded(error)) return answer({ kind: "broken", because: error.message });
      const { code, message, remedy } = asFault(error);
      answer({ kind: "failed", error: { code, message, remedy } });
    }
  });
  answer({ kind: "ready" });
}

function told(records: readonly Record[], give: Gift = "records"): ReadRecords {
  const findings = { error: 0, warning: 0, info: 0 };
  for (const record of records) for (const { severity } of record.findings) findings[severity]++;
  return {
    records: give === "rows" ? [] : records.map((record) => JSON.stringify(record)),
    rows: give === "records" ? [] : records.map((record) => JSON.stringify(reportRows(record))),
    findings,
    timings: records.map(({ timings }) => timings),
  };
}

function answer(message: Answer): void {
  process.send!(message);
}

/** Whether what is missing or broken is a module of ziping, or one that it needs: no document's doing. */
function isUnloaded(error: unknown): error is Error {
  return error instanceof Error && /^(?:ERR_)?(?:MODULE_NOT_FOUND|DLOPEN_FAILED)$/u.test((error as NodeJS.ErrnoException).code ?? "");
}

/** What is thrown and is no fault is a defect of ziping that this document brought to light: the document is not read, and says so. */
function asFault(error: unknown): Fault {
  if (error instanceof Fault) return error;
  if (error instanceof RangeError && /call stack|Array buffer allocation|Invalid (array|string) length/i.test(error.message))
    return new Fault("too-large", `The document is nested too deep or too large to be read: ${error.message}.`);
  const { message, stack } = error instanceof Error ? error : new Error(String(error));
  const place = /[\w-]+\.[cm]?js:\d+/.exec(stack ?? "")?.[0] ?? "an unknown place";
  return new Fault("corrupt", `Reading it failed in ${place}: ${message}.`, {
    remedy: "Open and save the file with the program that made it, and try again; if that does not help, report it with the place named.",
  });
}
