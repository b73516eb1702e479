import { tryLater } from "./problem.js";

/**
 * Lets so much of a kind of work run at once, and so much more wait for it. What comes beyond that is refused with 503, so that clients who ask
 * for what is dear (exports, pages drawn) cannot fill the machine.
 */
export class Turns {
  #free: number;
  readonly #mostWaiting: number;
  readonly #waiting: (() => void)[] = [];

  constructor(atOnce: number, mostWaiting: number) {
    this.#free = atOnce;
    this.#mostWaiting = mostWaiting;
  }

  /** Runs `work` in its turn. Throws a {@link Problem} of 503 when too much waits already. */
  async take<Result>(work: () => Promise<Result>): Promise<Result> {
    if (this.#free > 0) this.#free--;
    else if (this.#waiting.length < this.#mostWaiting) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    else throw tryLater("busy", "Too much of this is asked for at once.");
    try {
      return await work();
    } finally {
      const next = this.#waiting.shift();
      if (next) next();
      else this.#free++;
    }
  }
}
