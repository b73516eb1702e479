import { exact, sumOf } from "../../../core/decimal.js";
import { type Doubt, isCounted, type Points } from "../../../core/record.js";
import { findNumeral, foldFigure } from "../../figures/find-numeral.js";
import { readQuantity } from "../../figures/quantity.js";
import { directionOf } from "../targets/direction.js";
import { kindOf } from "../targets/kind.js";
import type { ToldIndicator } from "../told.js";

/** One way to part `1020万元`: weight 10 and target 20万元. */
interface Split {
  readonly weight: string;
  readonly target: string;
}

const DATE = /^(?:(?:19|20)\d{2}年|(?:1[0-2]|[1-9])月)/u;
/** Combinations tried before the cells are left as they are. */
const MOST_SUMS = 2_000;

/**
 * Rows whose weight and target ran into one cell (`10≥266米`, `1020万元`), parted. Where the digits can be parted in several ways, the one
 * way in which all weights sum to the full marks is taken, with doubt; where none or several do, the row says what it might be.
 */
export function partGlued(rows: readonly ToldIndicator[], goals: readonly string[]): readonly ToldIndicator[] {
  const splits = rows.map(splitsOf);
  if (splits.every((ways) => ways.length === 0)) return rows;
  const fixed = sumOf(rows.filter(isCounted).map(({ weight }) => weight?.value));
  const chosen = goals.map((goal) => choose(splits, exact(goal).minus(fixed).toFixed())).find((found) => found !== undefined);
  return rows.map((row, i) => {
    const ways = splits[i]!;
    if (ways.length === 0) return row;
    const split = chosen?.[i] ?? (ways.length === 1 && !isTakenForTarget(row) ? ways[0] : undefined);
    return split
      ? parted(row, split, ways)
      : { ...row, doubt: { confidence: 0.3, readings: ways.map(told), because: "weight and target ran together" } };
  });
}

/** The ways to part a row's cell; none where its weight and target stand apart. */
function splitsOf(row: ToldIndicator): Split[] {
  if (row.weight !== null) return [];
  const cell = row.evidenceOf.weight?.[0];
  const taken = isTakenForTarget(row);
  const quote = taken ? row.target : (cell?.quote ?? "");
  const shared = cell !== undefined && cell.column === row.evidenceOf.target?.[0]?.column;
  if (!taken && !shared && row.target !== "") return [];
  const text = foldFigure(quote);
  const digits = /^\d+(?:\.\d+)?/u.exec(text)?.[0];
  if (!digits || digits.length === text.length) return [];
  const whole = digits.split(".")[0]!;
  const ways: Split[] = [];
  for (let cut = 1; cut <= digits.length; cut++) {
    const weight = digits.slice(0, cut);
    const target = text.slice(cut).trim();
    if (weight.endsWith(".") || (cut > whole.length && cut < digits.length) || target.startsWith(".")) continue;
    if (Number(weight) <= 0 || Number(weight) > 100 || (row.score && Number(row.score.value) > Number(weight))) continue;
    // A space is where the cells met.
    if (/\s/u.test(text[digits.length] ?? "") !== (cut === digits.length && /^\s/u.test(text.slice(cut)))) continue;
    if (/^\d/u.test(target) && (!(readQuantity(target) || DATE.test(target)) || /^0\d/u.test(target))) continue;
    ways.push({ weight, target });
  }
  return ways;
}

/** A scored row of a rebuilt table with nothing in its weight column: the marks may be the first digits of what was taken for its target. */
function isTakenForTarget({ columns, evidenceOf, score, target }: ToldIndicator): boolean {
  return columns?.includes("weight") === true && evidenceOf.weight?.length === 0 && Number(score?.value ?? 0) > 0 && target !== "";
}

/** The one choice of a way for each row whose weights sum to `goal`; undefined where none or several do. */
function choose(splits: readonly (readonly Split[])[], goal: string): (Split | undefined)[] | undefined {
  let sums = new Map<string, (Split | undefined)[] | "several">([["0", []]]);
  for (const ways of splits) {
    const next = new Map<string, (Split | undefined)[] | "several">();
    for (const [sum, before] of sums) {
      for (const way of ways.length === 0 ? [undefined] : ways) {
        const key = exact(sum)
          .plus(way?.weight ?? 0)
          .toFixed();
        next.set(key, next.has(key) || before === "several" ? "several" : [...before, way]);
      }
    }
    if (next.size > MOST_SUMS) return undefined;
    sums = next;
  }
  const found = sums.get(exact(goal).toFixed());
  return found === "several" ? undefined : found;
}

function parted(row: ToldIndicator, split: Split, ways: readonly Split[]): ToldIndicator {
  const doubt: Doubt | undefined =
    ways.length > 1 ? { confidence: 0.8, readings: ways.map(told), because: "weight and target ran together" } : undefined;
  const evidence = (isTakenForTarget(row) ? row.evidenceOf.target : row.evidenceOf.weight) ?? [];
  const weight: Points = {
    raw: findNumeral(split.weight)?.value ?? split.weight,
    value: split.weight,
    evidence: [...evidence],
    ...(doubt ? { doubt } : {}),
  };
  const targetValue = readQuantity(split.target);
  return {
    ...row,
    weight,
    target: split.target,
    targetValue: targetValue && doubt ? { ...targetValue, doubt } : targetValue,
    kind: kindOf(split.target, targetValue, row.actualValue),
    direction: directionOf(targetValue, row),
  };
}

function told({ weight, target }: Split): string {
  return `${weight} | ${target}`;
}
