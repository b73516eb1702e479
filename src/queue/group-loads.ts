import { type JudgedDocument, type LoadOrigin, type Warehouse, WarehouseAway } from "../warehouse/warehouse.js";

/** Documents of one transaction at most. */
const LARGEST = 200;
/** How long a document waits for company. A transaction costs as much as reading a document: alone it would halve what a machine reads. */
const PATIENCE_MS = 1_500;

interface Waiting {
  readonly document: JudgedDocument;
  readonly urgent: boolean;
  resolve(): void;
  reject(error: unknown): void;
}

/**
 * Loads documents in few transactions: while others are being read a document waits a moment for them, unless it is urgent; while a load is under
 * way, those that arrive wait for the next, together. Each caller's promise settles when its own document stands in the warehouse, or could
 * not be brought there.
 */
export class GroupLoader {
  readonly #warehouse: Pick<Warehouse, "load">;
  readonly #origin: LoadOrigin;
  readonly #othersAreRead: () => boolean;
  #waiting: Waiting[] = [];
  #running: Promise<void> | undefined;
  #goOn = () => {};

  constructor(warehouse: Pick<Warehouse, "load">, origin: LoadOrigin, othersAreRead: () => boolean = () => false) {
    this.#warehouse = warehouse;
    this.#origin = origin;
    this.#othersAreRead = othersAreRead;
  }

  load(document: JudgedDocument, urgent = false): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ document, urgent, resolve, reject });
      this.#running ??= this.#run();
      if (this.#isTime()) this.#goOn();
    });
  }

  #isTime(): boolean {
    return this.#waiting.length >= LARGEST || !this.#othersAreRead() || this.#waiting.some(({ urgent }) => urgent);
  }

  async #run(): Promise<void> {
    // Those that are ready in this turn go together.
    await new Promise((resolve) => setImmediate(resolve));
    while (this.#waiting.length > 0) {
      if (!this.#isTime()) await this.#company();
      const group = this.#waiting.splice(0, LARGEST);
      try {
        await this.#loadAll(group.map(({ document }) => document));
        for (const { resolve } of group) resolve();
      } catch (error) {
        // One document must not hold up the others: each is tried alone, and its own error is its own. A database that is away is nobody's.
        const isEverybodys = group.length === 1 || error instanceof WarehouseAway;
        for (const { document, resolve, reject } of group) {
          await (isEverybodys ? Promise.reject(error) : this.#loadAll([document])).then(resolve, reject);
        }
      }
    }
    this.#running = undefined;
  }

  #company(): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, PATIENCE_MS);
      this.#goOn = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  #loadAll(documents: readonly JudgedDocument[]): Promise<void> {
    return this.#warehouse.load(documents, this.#origin);
  }
}
