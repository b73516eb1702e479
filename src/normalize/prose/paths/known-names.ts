import { alternation } from "../../lexicon/lexicon.js";
import { foldForReading } from "../fold.js";
import type { Span } from "./indicator-path.js";

/** A shorter name may stand in any sentence. */
const SHORTEST = 3;
/** So many names hold the indicators of any report. */
const MOST = 500;
const NUMBERING = /^(?:\(?\d{1,2}[).、]|[①-⑳])(?=\D)/u;

/** The names of indicators that a table tells without all of its figures: sentences that begin with one tell the rest. */
export class KnownNames {
  readonly #begins: RegExp | undefined;

  constructor(printed: Iterable<string> = []) {
    const names = [...new Set([...printed].map((name) => foldForReading(name).trim().replace(NUMBERING, "")))].filter(
      (name) => name.length >= SHORTEST,
    );
    const longest = names.sort((a, b) => b.length - a.length).slice(0, MOST);
    if (longest.length > 0) this.#begins = new RegExp(`^("?)(${alternation(longest)})\\1(?:[一1]项)?(?:指标)?的?\\s*`, "u");
  }

  get isEmpty(): boolean {
    return this.#begins === undefined;
  }

  /** The name that a folded text begins with, and where what is told of it begins. */
  lead(folded: string): { readonly name: Span; readonly rest: number } | undefined {
    const match = this.#begins?.exec(folded);
    if (!match) return undefined;
    const start = match[1]!.length;
    return { name: { start, end: start + match[2]!.length }, rest: match[0].length };
  }
}
