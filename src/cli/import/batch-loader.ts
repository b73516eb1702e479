export interface BatchLimits {
  readonly items: number;
  /** Of all items of a batch together, as `add` is told. */
  readonly weight: number;
  /** A batch is loaded at the latest after so long, so that an interruption loses little. */
  readonly milliseconds: number;
}

/**
 * Gathers items and loads them batch by batch, in their order. Adding goes on while a batch is loaded, and waits when the next is full, too: so
 * never more than two batches are held.
 */
export class BatchLoader<Item> {
  readonly #load: (items: readonly Item[]) => Promise<void>;
  readonly #limits: BatchLimits;
  #batch: Item[] = [];
  #weight = 0;
  #timer: NodeJS.Timeout | undefined;
  #loading: Promise<void> = Promise.resolve();

  constructor(load: (items: readonly Item[]) => Promise<void>, limits: BatchLimits) {
    this.#load = load;
    this.#limits = limits;
  }

  /** Rejects when an earlier batch could not be loaded. */
  async add(item: Item, weight: number): Promise<void> {
    this.#batch.push(item);
    this.#weight += weight;
    this.#timer ??= setTimeout(() => this.#send(), this.#limits.milliseconds);
    if (this.#batch.length < this.#limits.items && this.#weight < this.#limits.weight) return;
    const before = this.#loading;
    this.#send();
    await before;
  }

  /** Loads what is left; resolves when all is loaded. */
  async end(): Promise<void> {
    this.#send();
    await this.#loading;
  }

  #send(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const items = this.#batch;
    this.#batch = [];
    this.#weight = 0;
    if (items.length > 0) this.#loading = this.#loading.then(() => this.#load(items));
    // A failure is thrown where the next batch, or the end, is awaited.
    void this.#loading.catch(() => {});
  }
}
