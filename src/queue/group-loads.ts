import type { JudgedDocument, LoadOrigin, Warehouse } from "../warehouse/warehouse.js";

/** Documents of one transaction at most. */
const LARGEST = 200;

/**
 * Loads documents as they come, in as few transactions as there is time for: while one is under way, those that arrive wait for the next,
 * together. Each caller's promise settles when its own document stands in the warehouse, or could not be brought there.
 */
export class GroupLoader {
  readonly #warehouse: Pick<Warehouse, "load">;
  readonly #origin: LoadOrigin;
  #waiting: { document: JudgedDocument; resolve(): void; reject(error: unknown): void }[] = [];
  #running: Promise<void> | undefined;

  constructor(warehouse: Pick<Warehouse, "load">, origin: LoadOrigin) {
    this.#warehouse = warehouse;
    this.#origin = origin;
  }

  load(document: JudgedDocument): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ document, resolve, reject });
      this.#running ??= this.#run();
    });
  }

  async #run(): Promise<void> {
    // Those that are ready in this turn go together.
    await new Promise((resolve) => setImmediate(resolve));
    while (this.#waiting.length > 0) {
      const group = this.#waiting.splice(0, LARGEST);
      try {
        await this.#loadAll(group.map(({ document }) => document));
        for (const { resolve } of group) resolve();
      } catch (error) {
        // One document must not hold up the others: each is tried alone, and its own error is its own.
        for (const { document, resolve, reject } of group) {
          await (group.length === 1 ? Promise.reject(error) : this.#loadAll([document])).then(resolve, reject);
        }
      }
    }
    this.#running = undefined;
  }

  #loadAll(documents: readonly JudgedDocument[]): Promise<void> {
    return this.#warehouse.load(documents, this.#origin);
  }
}
