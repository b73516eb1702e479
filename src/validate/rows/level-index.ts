import { groupBy } from "../../core/group-by.js";
import { conceptsOf, levelStem } from "../level-name.js";
import { isBlank } from "../plain-text.js";
import type { Row } from "./row.js";

/** Rows by the names of their levels, so that each name is read once and not for every part that the report states. */
export class LevelIndex {
  readonly #first: ReadonlyMap<string, readonly Row[]>;
  readonly #second: ReadonlyMap<string, readonly Row[]>;
  readonly #concepts = new Map<string, ReadonlySet<string>>();
  /** Some row names no level: it may belong to any. */
  readonly nameless: { readonly level1: boolean; readonly level2: boolean };

  constructor(rows: readonly Row[]) {
    this.#first = groupBy(rows, ({ indicator }) => levelStem(indicator.level1));
    this.#second = groupBy(rows, ({ indicator }) => levelStem(indicator.level2));
    for (const stem of this.#first.keys()) this.#concepts.set(stem, conceptsOf(stem));
    const lacks = (level: "level1" | "level2") => rows.some((row) => isBlank(row.indicator[level]));
    this.nameless = { level1: lacks("level1"), level2: lacks("level2") };
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
