import { numberText } from "./number-text.js";

/** One level of a list, as DOCX (`w:lvl`) and DOC (LVL) define it. */
export interface ListLevel {
  readonly start: number;
  /** ST_NumberFormat; `bullet` for a fixed character. */
  readonly format: string;
  /** The label, in which %1 … %9 stand for the numbers of levels 0 … 8. */
  readonly text: string;
  /** What follows the label. */
  readonly suffix: "tab" | "space" | "nothing";
  /** The number goes on after paragraphs of higher levels than this (from 1; 0: never restarts). Undefined: any higher level restarts it. */
  readonly restartAfter?: number;
  /** Numbers of all levels in decimal; leading zeros stay. */
  readonly legal?: boolean;
  readonly hidden?: boolean;
}

/** A list's use in the document: `id` of the use, `list` shared by the uses that count on together. */
export interface ListUse {
  readonly id: string;
  readonly list: string;
  readonly levels: readonly (ListLevel | undefined)[];
  /** Levels that start anew where this use first appears. */
  readonly startOverrides: { readonly [level: number]: number };
}

/** Counts numbered paragraphs in the order in which they are met. */
export class ListCounter {
  readonly #counts = new Map<string, (number | undefined)[]>();
  readonly #begun = new Set<string>();

  /** The label of the next paragraph at `level` (from 0), undefined where nothing is shown. */
  label(use: ListUse, level: number): string | undefined {
    const shown = use.levels[level];
    if (!shown) return undefined;
    const counts = this.#counts.get(use.list) ?? [];
    this.#counts.set(use.list, counts);
    const override = use.startOverrides[level];
    const first = !this.#begun.has(`${use.id}/${level}`);
    this.#begun.add(`${use.id}/${level}`);
    const count = counts[level];
    counts[level] = count === undefined || (first && override !== undefined) ? startOf(use, level) : count + 1;
    for (let deeper = level + 1; deeper < use.levels.length; deeper++) {
      const after = use.levels[deeper]?.restartAfter;
      if (after === undefined || level < after) counts[deeper] = undefined;
    }
    const label = shown.hidden ? "" : labelText(use, level, counts);
    return label.trim() === "" ? undefined : label + (shown.suffix === "nothing" ? "" : " ");
  }
}

function labelText(use: ListUse, level: number, counts: readonly (number | undefined)[]): string {
  const shown = use.levels[level]!;
  if (shown.format === "bullet") return shown.text;
  return shown.text.replace(/%([1-9])/g, (_, digit: string) => {
    const index = Number(digit) - 1;
    const format = use.levels[index]?.format ?? "decimal";
    const isDecimal = format === "none" || format.startsWith("decimalZero");
    return numberText(counts[index] ?? startOf(use, index), shown.legal && !isDecimal ? "decimal" : format);
  });
}

function startOf(use: ListUse, level: number): number {
  return use.startOverrides[level] ?? use.levels[level]?.start ?? 1;
}
