import { randomUUID } from "node:crypto";
import { appendFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { PageRange } from "../core/page-range.js";
import type { DocumentStore } from "../store/document-store.js";

/**
 * What was recognised of long scans, part by part, beside the document in the store: jobs carry references alone. Parts are of a fixed number
 * of pages, so that every worker names a part alike; another pipeline's parts have other names.
 */
export class RecognisedParts {
  readonly #store: DocumentStore;
  readonly #suffix: string;
  readonly #pagesPerPart: number;

  constructor(store: DocumentStore, pipelineVersion: string, pagesPerPart: number) {
    this.#store = store;
    this.#suffix = pipelineVersion.toLowerCase().replace(/[^0-9a-z.]/g, ".");
    this.#pagesPerPart = pagesPerPart;
  }

  /** The parts in which the pages lie. */
  partsOf(pages: readonly number[]): PageRange[] {
    const size = this.#pagesPerPart;
    const parts = new Set(pages.map((page) => Math.floor((page - 1) / size)));
    return Array.from(parts, (part) => ({ from: part * size + 1, to: (part + 1) * size }));
  }

  async has(sha256: string, part: PageRange): Promise<boolean> {
    return (await this.#get(sha256, part)) !== undefined;
  }

  async put(sha256: string, part: PageRange, pages: readonly string[]): Promise<void> {
    await this.#store.putDerived(sha256, this.#name(part), pages.join("\n"));
  }

  /** A file of all the parts' pages, one a line; or the parts that are not there yet. */
  async gather(sha256: string, parts: readonly PageRange[]): Promise<Gathered | { readonly missing: readonly PageRange[] }> {
    const path = join(tmpdir(), `ziping-recognised-${randomUUID()}`);
    const release = () => rm(path, { force: true });
    const missing: PageRange[] = [];
    try {
      for (const part of parts) {
        const text = await this.#get(sha256, part);
        if (text === undefined) missing.push(part);
        else await appendFile(path, `${text}\n`, { mode: 0o600 });
      }
    } catch (error) {
      await release();
      throw error;
    }
    if (missing.length === 0) return { path, release };
    await release();
    return { missing };
  }

  /** They have served. What is left behind here is overwritten or of no account. */
  async remove(sha256: string, parts: readonly PageRange[]): Promise<void> {
    await Promise.all(parts.map((part) => this.#store.removeDerived(sha256, this.#name(part)))).catch(() => {});
  }

  #get(sha256: string, part: PageRange): Promise<string | undefined> {
    return this.#store.getDerived(sha256, this.#name(part));
  }

  #name({ from, to }: PageRange): string {
    return `pages-${from}-${to}-${this.#suffix}`;
  }
}

export interface Gathered {
  readonly path: string;
  release(): Promise<void>;
}
