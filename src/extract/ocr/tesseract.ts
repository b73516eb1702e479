import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import sharp from "sharp";
import type { Raster } from "./raster/raster.js";
import { resample } from "./raster/resample.js";

/** Tesseract reading single lines: the second, independent reader. */
export interface Tesseract {
  readLine(line: Raster): Promise<{ readonly text: string; readonly confidence: number }>;
  close(): Promise<void>;
}

type Thread = Pick<import("node:worker_threads").Worker, "ref" | "unref">;

const LSTM_ONLY = 1;
const SINGLE_LINE = "7";
/** Height that lines are given to it in, pixels: at twice as much it reads 25 as 2 and 88% as 8800 (docs/ocr.md). */
const HEIGHT = 22;

/** Starts the engine (WebAssembly, in a thread of its own) with the installed language data; nothing is fetched, nothing is cached on disk. */
export async function loadTesseract(): Promise<Tesseract> {
  const { createWorker } = await import("tesseract.js");
  const data = dirname(createRequire(import.meta.url).resolve("@tesseract.js-data/chi_sim/package.json"));
  const worker = await createWorker("chi_sim", LSTM_ONLY, { langPath: join(data, "4.0.0_best_int"), cacheMethod: "none", gzip: true });
  await worker.setParameters({ tessedit_pageseg_mode: SINGLE_LINE as never, user_defined_dpi: "200" });
  // An idle engine must not keep the process alive; a reading one must.
  const thread = (worker as unknown as { worker: Thread }).worker;
  thread.unref();
  return {
    async readLine(line) {
      const whole = { x0: 0, y0: 0, x1: line.width, y1: line.height };
      const { width, height, data: pixels } = resample(line, whole, Math.ceil((line.width * HEIGHT) / line.height), HEIGHT);
      const png = await sharp(pixels, { raw: { width, height, channels: 1 } })
        .extend({ top: 8, bottom: 8, left: 8, right: 8, background: "white" })
        .png({ compressionLevel: 1 })
        .toBuffer();
      thread.ref();
      const { data: read } = await worker.recognize(png).finally(() => thread.unref());
      // It sets ideographs apart.
      const text = read.text.trim().replace(/(?<=[^\x20-\x7e])\s+|\s+(?=[^\x20-\x7e])/gu, "");
      return { text, confidence: Math.max(0, Math.min(1, read.confidence / 100)) };
    },
    async close() {
      await worker.terminate();
    },
  };
}
