import { availableParallelism } from "node:os";
import type { Config } from "../../core/config.js";
import type { Bitmap, PageImage, Recognise } from "../recognise.js";
import type { PlacedPage } from "../tables/placed.js";
import { bitmapKey, PageCache } from "./page-cache.js";
import { loadPpOcr, type PpOcr } from "./pp-ocr.js";
import { recognisePage } from "./recognise-page.js";
import { recogniseWithTesseract } from "./recognise-with-tesseract.js";
import { secondOpinion } from "./second-opinion.js";
import { loadTesseract, type Tesseract } from "./tesseract.js";

/** Reads page images. Its networks are loaded with the first page; pages given together are read one after the other, so that memory stays flat. */
export interface Recogniser {
  readonly recognise: Recognise;
  close(): Promise<void>;
}

export interface RecogniserOptions {
  readonly ocr: Config["ocr"];
  /** Processes that read side by side on this machine: each gets its share of the processors. */
  readonly workers?: number;
  /** Told after each page. */
  readonly onPage?: (page: PlacedPage) => void;
}

/** Readings kept in memory. */
const KEPT = 32;
/** Resolution of the rendering that names a page; the readers begin with the same. */
const FIRST_DPI = 200;

/** The reader that the configuration names; undefined where it is switched off. */
export function createRecogniser({ ocr, workers = 1, onPage }: RecogniserOptions): Recogniser | undefined {
  if (ocr === "off") return undefined;
  const threads = Math.max(1, Math.floor(availableParallelism() / Math.max(1, workers)));
  const cache = new PageCache(KEPT);
  let networks: Promise<PpOcr | undefined> | undefined;
  let engine: Promise<Tesseract> | undefined;
  let last: Promise<unknown> = Promise.resolve();
  const tesseract = () => {
    engine ??= loadTesseract();
    return engine;
  };

  async function read(page: PageImage): Promise<PlacedPage> {
    // Where the networks cannot be loaded (a platform without onnxruntime) the other reader takes over.
    networks ??= ocr === "tesseract" ? Promise.resolve(undefined) : loadPpOcr(threads).catch(() => undefined);
    const reader = await networks;
    const first = new FirstRender(page);
    const key = bitmapKey(await first.render(FIRST_DPI));
    const known = cache.get(key);
    const read = known
      ? { ...known, number: page.number }
      : reader
        ? await recognisePage(first, reader, secondOpinion(tesseract))
        : await recogniseWithTesseract(first, await tesseract());
    cache.set(key, read);
    onPage?.(read);
    return read;
  }

  return {
    recognise(page) {
      const turn = last.then(() => read(page));
      last = turn.catch(() => undefined);
      return turn;
    },
    async close() {
      await last;
      await (await networks)?.close();
      await (await engine)?.close();
      networks = undefined;
      engine = undefined;
    },
  };
}

/** A page whose rendering is kept for the next who asks for the same resolution. */
class FirstRender implements PageImage {
  readonly number: number;
  readonly width: number;
  readonly height: number;
  readonly rotation: PageImage["rotation"];
  private kept: { dpi: number; bitmap: Bitmap } | undefined;

  constructor(private readonly page: PageImage) {
    this.number = page.number;
    this.width = page.width;
    this.height = page.height;
    this.rotation = page.rotation;
  }

  async render(dpi: number): Promise<Bitmap> {
    if (this.kept?.dpi !== dpi) this.kept = { dpi, bitmap: await this.page.render(dpi) };
    return this.kept.bitmap;
  }
}
