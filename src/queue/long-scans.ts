import type { PageRange } from "../core/page-range.js";
import type { ReaderPool } from "../pipeline/isolate/reader-pool.js";
import type { DocumentFile, Outcome } from "../pipeline/outcome.js";
import type { ReadOptions } from "../pipeline/read-document.js";
import type { DocumentStore } from "../store/document-store.js";
import type { PagesData } from "./document-job.js";
import { PagesMissing } from "./fan-out.js";
import { Rejected } from "./job-queue.js";
import type { ReadingPlaces } from "./reading-places.js";
import type { RecognisedParts } from "./recognised-parts.js";
import { refuse } from "./refuse.js";

/** What was read, and of which parts that were recognised before. */
export interface ReadParts {
  readonly reading: Outcome;
  readonly parts: readonly PageRange[];
}

export interface LongScanParts {
  readonly store: DocumentStore;
  readonly pool: Pick<ReaderPool, "readUnlessLong" | "recognise">;
  readonly recognised: RecognisedParts;
  readonly options: ReadOptions & { readonly recogniseAtMost: number };
  readonly places?: ReadingPlaces;
}

/** Shares the pages of long scans out among the workers, and puts what they read together again. */
export class LongScans {
  readonly #parts: LongScanParts;

  constructor(parts: LongScanParts) {
    this.#parts = parts;
  }

  /** Reads a document, and says of which parts. Throws {@link PagesMissing} when pages of it must be recognised first, by {@link recognise}. */
  async read(sha256: string, file: DocumentFile): Promise<ReadParts> {
    const { pool, recognised } = this.#parts;
    const options = { ...this.#parts.options, give: "both" } as const;
    const first = await pool.readUnlessLong(file, options);
    if (first.kind !== "long") return { reading: first, parts: [] };
    const parts = recognised.partsOf(first.pages);
    const gathered = await recognised.gather(sha256, parts);
    if ("missing" in gathered) throw new PagesMissing(gathered.missing);
    try {
      const reading = await pool.readUnlessLong({ ...file, recognised: gathered.path }, options);
      if (reading.kind !== "long") return { reading, parts };
      const lacking = recognised.partsOf(reading.pages);
      await recognised.remove(sha256, lacking);
      throw new PagesMissing(lacking);
    } finally {
      await gathered.release();
    }
  }

  /** Recognises one part, unless that was done before, and says when its turn has come. Throws {@link Rejected} when it cannot be. */
  async recognise({ sha256, pages }: PagesData, begun = () => {}): Promise<void> {
    const { store, pool, recognised, options, places } = this.#parts;
    if (await recognised.has(sha256, pages)) return;
    const recognise = async () => {
      begun();
      const copy = await store.checkout(sha256).catch(refuse);
      try {
        return await pool.recognise({ path: copy.path, fileName: sha256 }, options, pages);
      } finally {
        await copy.release();
      }
    };
    const read = await (places ? places.use(false, recognise) : recognise());
    if (read.kind === "failed") {
      const { code, message, remedy } = read.failure.error;
      throw new Rejected({ code, message: `Pages ${pages.from} to ${pages.to}: ${message}`, remedy });
    }
    await recognised.put(sha256, pages, read.pages);
  }

  /** The document stands in the warehouse: what was kept of its pages is not needed any more. */
  async forget(sha256: string, parts: readonly PageRange[]): Promise<void> {
    await this.#parts.recognised.remove(sha256, parts);
  }
}
