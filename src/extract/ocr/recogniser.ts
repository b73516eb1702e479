import { availableParallelism } from "node:os";
import type { Config } from "../../core/config.js";
import type { PlacedPage } from "../tables/placed.js";
import type { Bitmap, PageImage, Recognise } from "../tables/recognise.js";
import { bitmapKey, PageCache } from "./page-cache.js";
import { loadPpOcr, type PpOcr } from "./pp-ocr.js";
import { recognisePage } from "./recognise-page.js";

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

/** The reader that the configuration names; undefined where it is switched off. */
export function createRecogniser({ ocr, workers = 1, onPage }: RecogniserOptions): Recogniser | undefined {
  if (ocr === "off") return undefined;
  const threads = Math.max(1, Math.floor(availableParallelism() / Math.max(1, workers)));
  const cache = new PageCache(KEPT);
  let networks: Promise<PpOcr> | undefined;
  let last: Promise<unknown> = Promise.resolve();

  async function read(page: PageImage): Promise<PlacedPage> {
    networks ??= loadPpOcr(threads);
    const reader = await networks;
    const first = new FirstRender(page);
    const key = bitmapKey(await first.render(200));
    const known = cache.get(key);
    const read = known ? { ...page, ...known } : await recognisePage(first, reader);
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
      networks = undefined;
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
