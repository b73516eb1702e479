import { type JudgedDocument, type LoadOrigin, lengthOf, type Warehouse, WarehouseAway } from "../warehouse/warehouse.js";

/** Documents that are loaded together as soon as there are so many. */
export const LOADED_TOGETHER = 200;
/** Documents of one transaction at most. */
const LARGEST = 400;
/** Characters of their reports as JSON, likewise: what waits is held in memory. */
const LARGEST_LENGTH = 2 ** 24;
/** How long a document waits for company. A transaction costs as much as reading a document: alone it would halve what a machine reads. */
const PATIENCE_MS = 8_000;

interface Waiting {
  readonly document: JudgedDocument;
  readonly urgent: boolean;
  /** Characters of its reports. */
  readonly length: number;
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
  readonly #patienceMs: number;
  #waiting: Waiting[] = [];
  /** Of all that wait. */
  #length = 0;
  #running: Promise<void> | undefined;
  #goOn = () => {};

  constructor(
    warehouse: Pick<Warehouse, "load">,
    origin: LoadOrigin,
    othersAreRead: () => boolean = () => false,
    patienceMs = PATIENCE_MS,
  ) {
    this.#warehouse = warehouse;
    this.#origin = origin;
    this.#othersAreRead = othersAreRead;
    this.#patienceMs = patienceMs;
  }

  load(document: JudgedDocument, urgent = false): Promise<void> {
    const length = lengthOf(document);
    return new Promise((resolve, reject) => {
      this.#waiting.push({ document, urgent, length, resolve, reject });
      this.#length += length;
      this.#running ??= this.#run();
      this.look();
    });
  }

  /** Something that may have been waited for has come, or will not come. */
  look(): void {
    if (this.#isTime()) this.#goOn();
  }

  #isTime(): boolean {
    if (this.#waiting.length >= LOADED_TOGETHER || !this.#othersAreRead()) return true;
    return this.#length >= LARGEST_LENGTH || this.#waiting.some(({ urgent }) => urgent);
  }

  /** The next of those that wait, one at least, within the bounds. */
  #next(): Waiting[] {
    let [count, length] = [0, 0];
    for (; count < Math.min(this.#waiting.length, LARGEST) && length < LARGEST_LENGTH; count++) length += this.#waiting[count]!.length;
    this.#length -= length;
    return this.#waiting.splice(0, count);
  }

  async #run(): Promise<void> {
    // Those that are ready in this turn go together.
    await new Promise((resolve) => setImmediate(resolve));
    while (this.#waiting.length > 0) {
      if (!this.#isTime()) await this.#company();
      const group = this.#next();
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
      const timer = setTimeout(resolve, this.#patienceMs);
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
