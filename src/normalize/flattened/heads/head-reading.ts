import type { Column } from "../column.js";

/** The characters of a head up to `end`, read as columns. */
export interface HeadReading {
  readonly columns: readonly Column[];
  readonly end: number;
  readonly score: number;
  /** Some column's words were broken over lines. */
  readonly wrapped: boolean;
  /** How many of the columns have heads that the lexicon does not know. */
  readonly unknown: number;
}

/** What a listed head is worth, each of its letters, and that it ends where an atom ends. */
export const LISTED = 2;
export const LETTER = 0.1;
export const WHOLE = 1.5;

/** Readings kept that end at one place. */
const KEPT = 3;

/**
 * The best readings of a head by where they end, each of other columns: 得分 | 计算方法 is worth more than 得分计算方法, but no 得分 may follow it.
 */
export class BestReadings {
  readonly #byEnd = new Map<number, HeadReading[]>([[0, [{ columns: [], end: 0, score: 0, wrapped: false, unknown: 0 }]]]);

  /** The best reading of all up to each place. */
  get best(): ReadonlyMap<number, HeadReading> {
    return new Map([...this.#byEnd].map(([end, [first]]) => [end, first!]));
  }

  /** The readings up to each place before `end`, those too that are added meanwhile behind the place in hand; the best of a place first. */
  *inOrder(end: number): Generator<HeadReading> {
    for (let at = 0; at < end; at++) yield* this.#byEnd.get(at) ?? [];
  }

  add(reading: HeadReading): void {
    const there = this.#byEnd.get(reading.end) ?? [];
    const others = there.filter((other) => rolesOf(other) !== rolesOf(reading));
    const same = there.find((other) => rolesOf(other) === rolesOf(reading));
    const kept = [...others, same && same.score >= reading.score ? same : reading];
    this.#byEnd.set(reading.end, kept.sort((a, b) => b.score - a.score).slice(0, KEPT));
  }
}

function rolesOf({ columns }: HeadReading): string {
  return columns.map(({ role }) => role).join(" ");
}
