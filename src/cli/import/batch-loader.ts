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
  /** Batches that are being loaded or wait for it. */
  #underWay = 0;

  constructor(load: (items: readonly Item[]) => Promise<void>, limits: BatchLimits) {
    this.#load = load;
    this.#limits = limits;
  }

  /** Rejects when an earlier batch could not be loaded. */
  async add(item: Item, weight: number): Promise<void> {
    this.#batch.push(item);
    this.#weight += weight;
    this.#timer ??= this.#later();
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

  /** While an earlier batch is loaded, this one goes on gathering: else a load that takes long would make a queue without end. */
  #later(): NodeJS.Timeout {
    return setTimeout(() => {
      if (this.#underWay === 0) this.#send();
      else this.#timer = this.#later();
    }, this.#limits.milliseconds);
  }

  #send(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const items = this.#batch;
    this.#batch = [];
    this.#weight = 0;
    if (items.length === 0) return;
    this.#underWay++;
    this.#loading = this.#loading
      .then(() => this.#load(items))
      .finally(() => {
        this.#underWay--;
      });
    // A failure is thrown where the next batch, or the end, is awaited.
    void this.#loading.catch(() => {});
  }
}
