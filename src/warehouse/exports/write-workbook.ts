import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { Worker } from "node:worker_threads";
import type { SheetData } from "write-excel-file/node";

/** One sheet: texts and numbers, a head of bold ones first. A text is a text cell whatever it begins with: a workbook runs formula cells alone. */
export interface Sheet {
  readonly sheet: string;
  /** Values without types: those are functions, which do not travel to the thread. */
  readonly data: SheetData;
  readonly columns: readonly { readonly width: number }[];
  readonly stickyRowsCount: number;
}

const THREAD = `
  const { parentPort, workerData } = require("node:worker_threads");
  import(workerData.library)
    .then(({ default: write }) => write(workerData.sheets).toBuffer())
    .then((workbook) => parentPort.postMessage(workbook));
`;
/** Of the thread, MiB: what runs beside it outlives a workbook that is too large. */
const MEMORY_MB = 512;

/** Writes an Excel workbook in a thread of its own: tens of thousands of rows take seconds, for which a server cannot be deaf. */
export function writeWorkbook(sheets: readonly Sheet[]): Promise<Buffer> {
  const library = pathToFileURL(createRequire(import.meta.url).resolve("write-excel-file/node")).href;
  const thread = new Worker(THREAD, {
    eval: true,
    workerData: { library, sheets },
    resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
  });
  return new Promise((resolve, reject) => {
    thread.once("message", (workbook: Uint8Array) => resolve(Buffer.from(workbook)));
    thread.once("error", reject);
  });
}
