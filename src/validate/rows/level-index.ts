import { groupBy } from "../../core/group-by.js";
import { conceptsOf, levelStem } from "../level-name.js";
import { isBlank } from "../plain-text.js";
import type { Row } from "./row.js";

/** Parts of an evaluation that the execution of the budget is none of. */
const RESULTS: ReadonlySet<string> = new Set(["output", "cost", "benefit", "satisfaction"]);

/** Rows by the names of their levels, so that each name is read once and not for every part that the report states. */
export class LevelIndex {
  readonly #first: ReadonlyMap<string, readonly Row[]>;
  readonly #second: ReadonlyMap<string, readonly Row[]>;
  readonly #concepts = new Map<string, ReadonlySet<string>>();
  readonly #nameless: { readonly level1: readonly Row[]; readonly level2: readonly Row[] };

  constructor(rows: readonly Row[]) {
    this.#first = groupBy(rows, ({ indicator }) => levelStem(indicator.level1));
    this.#second = groupBy(rows, ({ indicator }) => levelStem(indicator.level2));
    for (const stem of this.#first.keys()) this.#concepts.set(stem, conceptsOf(stem));
    const lacking = (level: "level1" | "level2") => rows.filter((row) => isBlank(row.indicator[level]));
    this.#nameless = { level1: lacking("level1"), level2: lacking("level2") };
  }

  /** Whether some row names no such level, and may belong to the part that means these concepts. */
  mayMiss(level: "level1" | "level2", concepts: ReadonlySet<string>): boolean {
    const isOfResults = concepts.size > 0 && [...concepts].every((concept) => RESULTS.has(concept));
    return this.#nameless[level].some(({ indicator }) => !isOfResults || indicator.category !== "execution");
  }

  /** Rows whose first or second level has the stem. */
  named(level: "level1" | "level2", stem: string): readonly Row[] {
    return (level === "level1" ? this.#first : this.#second).get(stem) ?? [];
  }

  /** Rows whose first level means one of the concepts, with the concepts that were found. */
  meaning(wanted: ReadonlySet<string>): { readonly rows: readonly Row[]; readonly found: ReadonlySet<string> } {
    const stems = [...this.#concepts].filter(([, concepts]) => [...concepts].some((one) => wanted.has(one)));
    return {
      rows: stems.flatMap(([stem]) => this.#first.get(stem)!),
      found: new Set(stems.flatMap(([, concepts]) => [...concepts])),
    };
  }
}
