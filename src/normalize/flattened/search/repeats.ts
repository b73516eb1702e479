import type { Atom } from "../atom.js";

/** Characters on one side of a boundary that must recur for it to tell anything. */
const CONTEXT = 6;
const MOSTLY_HAN = /(?:\p{Script=Han}|[，、]){5}/u;

/**
 * What recurs in a table tells where its cells end: the same reason stands in several rows, and what follows it differs; the same name in two, and what
 * precedes it differs. Positive for a boundary behind or before a recurring phrase, negative for one inside it.
 */
export class Repeats {
  readonly #text: string;
  readonly #starts: readonly number[];
  readonly #next = new Map<string, Map<string, number>>();
  readonly #before = new Map<string, Set<string>>();

  constructor(atoms: readonly Atom[]) {
    const starts: number[] = [];
    let text = "";
    for (const atom of atoms) {
      starts.push(text.length);
      text += atom.text;
    }
    this.#text = text;
    this.#starts = starts;
    for (let end = CONTEXT; end < text.length; end++) {
      const context = text.slice(end - CONTEXT, end);
      if (!MOSTLY_HAN.test(context)) continue;
      if (end > CONTEXT) this.#before.set(context, (this.#before.get(context) ?? new Set()).add(text[end - CONTEXT - 1]!));
      const following = this.#next.get(context) ?? new Map<string, number>();
      following.set(text[end]!, (following.get(text[end]!) ?? 0) + 1);
      this.#next.set(context, following);
    }
  }

  /** For the boundary before atom `at`: 1 behind a phrase that recurs and goes on differently, or before one that is preceded so, -1 inside one, else 0. */
  favour(at: number): -1 | 0 | 1 {
    const start = this.#starts[at];
    if (start === undefined || start < CONTEXT) return 0;
    if ((this.#before.get(this.#text.slice(start, start + CONTEXT))?.size ?? 0) > 1) return 1;
    const following = this.#next.get(this.#text.slice(start - CONTEXT, start));
    if (!following) return 0;
    if (following.size > 1) return 1;
    return (following.get(this.#text[start]!) ?? 0) > 1 ? -1 : 0;
  }
}
