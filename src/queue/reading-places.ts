/** All places stayed taken: somebody else may have one. */
export class NoPlace extends Error {
  override readonly name = "NoPlace";
}

interface Waiting {
  readonly urgent: boolean;
  readonly enter: () => void;
  readonly giveUp: () => void;
}

/**
 * The places in which documents of this process are read. A worker holds more documents than it has places, because those that were read wait
 * to be loaded together; one that waits too long for a place is better off with another worker.
 */
export class ReadingPlaces {
  #free: number;
  readonly #places: number;
  readonly #patienceMs: number;
  readonly #waiting: Waiting[] = [];
  #closed = false;

  constructor(places: number, patienceMs: number) {
    this.#free = places;
    this.#places = places;
    this.#patienceMs = patienceMs;
  }

  /** Something is being read, or waits to be. */
  get busy(): boolean {
    return this.#free < this.#places;
  }

  /** Runs `work` in a place; who is urgent gets the next. Throws {@link NoPlace} when none comes free in time. */
  async use<Result>(urgent: boolean, work: () => Promise<Result>): Promise<Result> {
    if (this.#closed) throw new NoPlace("Nothing more is read here.");
    if (this.#free > 0) this.#free--;
    else await this.#wait(urgent);
    try {
      return await work();
    } finally {
      const next = this.#waiting.find((one) => one.urgent) ?? this.#waiting[0];
      if (next) next.enter();
      else this.#free++;
    }
  }

  /** Whoever waits for a place gets none any more; what is being read goes on. */
  close(): void {
    this.#closed = true;
    for (const waiting of [...this.#waiting]) waiting.giveUp();
  }

  #wait(urgent: boolean): Promise<void> {
    return new Promise((resolve, reject) => {
      const leave = (): void => {
        clearTimeout(timer);
        this.#waiting.splice(this.#waiting.indexOf(waiting), 1);
      };
      const giveUp = () => {
        leave();
        reject(new NoPlace("Every place for reading is taken."));
      };
      const waiting: Waiting = {
        urgent,
        giveUp,
        enter: () => {
          leave();
          resolve();
        },
      };
      const timer = setTimeout(giveUp, this.#patienceMs);
      this.#waiting.push(waiting);
    });
  }
}
