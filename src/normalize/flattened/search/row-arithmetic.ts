import { type Exact, exact, PLAIN_DECIMAL, sumOf } from "../../../core/decimal.js";
import type { Quantity } from "../../../core/record.js";
import { pointsOf } from "../../figures/points.js";
import { readQuantity } from "../../figures/quantity.js";
import { isRateOf } from "../../figures/rate-of.js";
import { saysNothing } from "../../lexicon/lexicon.js";
import { SIGN } from "../cells/cell-words.js";
import type { Column } from "../column.js";

/** What the figures of an indicator's row are worth beside each other. */
const WORTH = {
  /** A sign of comparison beside no target. */
  loneSign: -10,
  /** A target and its result in one unit, in two, or one of them without; in the same words; a quantity beside words, and a bare figure, which is rather a mark. */
  unit: { same: 2, other: -2, one: 0.3 },
  sameWords: 2,
  mixed: -1.5,
  bareResult: -4,
  /** A score within its weight or above it, the whole of it, or the share of it that was reached; and such a rate. */
  score: { within: 1.5, above: -3, whole: 1, share: 2 },
  rate: 3,
  /** A reason where something was missed or nothing was, and none where something was. */
  reason: { due: 1.5, needless: -2.5, lacking: -0.5 },
};
/** Rates are told to a tenth or to a whole, marks to a tenth: figures this near agree. */
const NEAR = { rate: 0.6, marks: 0.06 };

/** What a row's figures say of each other: positive where they bind, negative where they contradict. Authors err, so nothing is forbidden. */
export function rowArithmetic(columns: readonly Column[], texts: readonly string[]): number {
  const at = (kind: Column["kind"], role?: string) => {
    const index = columns.findIndex((column) => column.kind === kind && (role === undefined || column.role === role));
    return index < 0 ? "" : (texts[index] ?? "");
  };
  if (columns.some((column) => column.kind === "amount")) return fundArithmetic(columns, texts);
  const target = at("adjusted") || at("target");
  const actual = at("actual");
  const weight = figure(at("points", "weight"));
  const score = figure(at("points", "score"));
  let sum = SIGN.test(at("operator")) && target === "" ? WORTH.loneSign : 0;
  const t = target === "" ? null : readQuantity(target);
  const a = actual === "" ? null : readQuantity(actual);
  if (t && a) {
    if (t.unit === a.unit) sum += WORTH.unit.same;
    else sum += t.unit !== "" && a.unit !== "" ? WORTH.unit.other : WORTH.unit.one;
  } else if (target !== "" && target === actual) sum += WORTH.sameWords;
  else if (target !== "" && actual !== "" && Boolean(t) !== Boolean(a)) sum += a && a.unit === "" ? WORTH.bareResult : WORTH.mixed;
  if (weight !== null && score !== null) {
    const share = figure(at("rate", "standard").replace(/%$/u, ""));
    if (share !== null && weight > 0 && Math.abs((score / weight) * 100 - share) < NEAR.rate) sum += WORTH.rate;
    sum += score <= weight ? WORTH.score.within : WORTH.score.above;
    sum += score === weight ? WORTH.score.whole : 0;
    sum += ratioBonus(t, a, weight, score);
  }
  const rate = figure(at("rate", "completionRate").replace(/%$/u, ""));
  const tv = value(t?.value);
  const av = value(a?.value);
  if (rate !== null && tv && av !== null && Math.abs((av / tv) * 100 - rate) < NEAR.rate) sum += WORTH.rate;
  return sum + reasonSense(columns, at("text", "reason"), isMissed(weight, score, t, a, actual));
}

/** A reason is given where something was missed, and a bare 0, no marks lost, where nothing was. */
function reasonSense(columns: readonly Column[], reason: string, failed: boolean | null): number {
  if (failed === null || !columns.some((column) => column.role === "reason")) return 0;
  if (reason === "0") return failed ? WORTH.reason.lacking : 0;
  const told = reason !== "" && !saysNothing(reason);
  if (told) return failed ? WORTH.reason.due : WORTH.reason.needless;
  return failed ? WORTH.reason.lacking : 0;
}

/** Whether a row lost marks, or its result misses its target; null where nothing tells. */
export function isMissed(
  weight: number | null,
  score: number | null,
  t: Quantity | null,
  a: Quantity | null,
  actual: string,
): boolean | null {
  if (weight !== null && score !== null && score < weight) return true;
  const tv = value(t?.value);
  const av = value(a?.value);
  if (t && tv !== null && av !== null) return t.operator.startsWith("<") ? av > tv : t.operator === "=" && t.signed ? av !== tv : av < tv;
  if (/部分|基本达成|未/u.test(actual)) return true;
  return weight !== null && score !== null ? false : null;
}

function ratioBonus(t: Quantity | null, a: Quantity | null, weight: number, score: number): number {
  const tv = value(t?.value);
  const av = value(a?.value);
  if (!tv || av === null || score === weight) return 0;
  const near = [av / tv, tv / (av || 1)].some((ratio) => Math.abs(Math.min(1, ratio) * weight - score) < NEAR.marks);
  return near ? WORTH.score.share : 0;
}

/** What the figures of a row of money are worth beside each other. */
const FUND_WORTH = {
  /** A rate that the amounts give; none in the column of rates though there are marks. */
  rate: 2.5,
  unrated: -2,
  /** More marks than an execution has, a score above them, none beside them, and the one that the rate gives. */
  marks: { many: -3, above: -5, unscored: -3, byRate: 1.5 },
  /** An amount with other decimals than most, with more than two, or in another unit: a piece of one was taken for another. */
  odd: { decimals: -1.2, long: -2, unit: -1 },
};
/** Executions have this many marks at most. */
const MOST_MARKS = 20;

/** Whether the rows' amounts give their rates: all cells of amounts filled, the rate theirs in one row at least and in none another's. */
export function ratesBearOut(columns: readonly Column[], rows: readonly (readonly string[])[]): boolean {
  const filled = rows.every((texts) => columns.every(({ kind }, c) => kind !== "amount" || /^[-—–/]+$|\d/u.test(texts[c] ?? "")));
  const found = rows.map((texts) => rateHolds(columns, texts));
  return filled && found.includes(true) && !found.includes(false);
}

/**
 * Whether in each column the amounts of the first row are the sums of those below it, or each row's is one of the two that give its rate: then no digit
 * stands in a neighbour's cell.
 */
export function sourcesBearOut(columns: readonly Column[], rows: readonly (readonly string[])[]): boolean {
  const [total, ...sources] = rows;
  const areRated = rows.every((texts) => isRated(columns, texts));
  return columns.every(
    ({ kind, role }, c) =>
      kind !== "amount" ||
      sources.length === 0 ||
      sumOf(sources.map((texts) => amountIn(texts[c]))).equals(amountIn(total?.[c]) ?? "0") ||
      (areRated && (role === "adjustedBudget" || role === "executed")),
  );
}

/** Whether a row's rate, told with decimals, is just that of what was spent of its budget; no money has none. */
function isRated(columns: readonly Column[], texts: readonly string[]): boolean {
  const at = (role: string) => texts[columns.findIndex((column) => column.role === role)];
  const [budget, spent, rate] = [
    amountIn(at("adjustedBudget")),
    amountIn(at("executed")),
    amountIn(at("executionRate")?.replace(/%$/u, "")),
  ];
  if (budget === null || spent === null) return false;
  if (exact(budget).isZero()) return exact(spent).isZero();
  return rate !== null && decimalsOf(rate) > 0 && isRateOf({ raw: rate, value: rate }, spent, budget);
}

function amountIn(text = ""): string | null {
  const folded = text.replace(/,/gu, "").replace(/[万亿元]+$/u, "");
  return PLAIN_DECIMAL.test(folded) ? folded : null;
}

/** Whether a total's row tells the weights and the scores that the rows above it sum to, but for those of an execution told elsewhere. */
export function totalsBearOut(
  columns: readonly Column[],
  rows: readonly { readonly total: boolean; readonly texts: readonly string[] }[],
): boolean {
  const beside = (role: string): Exact | undefined => {
    const c = columns.findIndex((column) => column.role === role);
    const marks = rows.map(({ texts }) => pointsOf(texts[c] ?? ""));
    const stated = marks[rows.findLastIndex(({ total }) => total)];
    const own = marks.filter((_, r) => !rows[r]!.total);
    return stated === undefined || own.includes(undefined) ? undefined : exact(stated).minus(sumOf(own));
  };
  const [weight, score] = [beside("weight"), beside("score")];
  if (!weight || !score) return false;
  // An execution that got nothing is rather a figure misread.
  return weight.isZero() ? score.isZero() : weight.gt(0) && weight.lte(MOST_MARKS) && score.gt(0) && score.lte(weight);
}

/** Undefined where the row has no rate, or nothing to divide by. */
function rateHolds(columns: readonly Column[], texts: readonly string[]): boolean | undefined {
  const { executed, rate, budgets } = amountsOf(columns, texts);
  if (executed === null || rate === null || budgets.every((budget) => !budget)) return undefined;
  return budgets.some((budget) => budget && Math.abs((executed / budget) * 100 - rate) < NEAR.marks);
}

function fundArithmetic(columns: readonly Column[], texts: readonly string[]): number {
  const { rate, weight, score } = amountsOf(columns, texts);
  const amounts = columns.flatMap(({ kind }, c) => (kind === "amount" && /\d/u.test(texts[c] ?? "") ? [texts[c]!] : []));
  const isUnrated = rate === null && weight !== null && columns.some(({ role }) => role === "executionRate");
  const rated = (rateHolds(columns, texts) ? FUND_WORTH.rate : 0) + (isUnrated ? FUND_WORTH.unrated : 0);
  return alike(amounts) + rated + marksSense({ weight, score, rate });
}

function amountsOf(columns: readonly Column[], texts: readonly string[]) {
  const cell = (role: string) => {
    const index = columns.findIndex((column) => column.role === role);
    return index < 0 ? "" : (texts[index] ?? "");
  };
  const at = (role: string) =>
    figure(
      cell(role)
        .replace(/,/gu, "")
        .replace(/[%万亿元]+$/u, ""),
    );
  return {
    executed: at("executed"),
    rate: at("executionRate"),
    budgets: [at("adjustedBudget"), at("initialBudget"), at("received")],
    weight: at("weight"),
    score: at("score"),
  };
}

interface Marks {
  readonly weight: number | null;
  readonly score: number | null;
  readonly rate: number | null;
}

/** An execution's marks: few, the score within them, both or neither told. */
function marksSense({ weight, score, rate }: Marks): number {
  let sum = 0;
  if (weight !== null && weight > MOST_MARKS) sum += FUND_WORTH.marks.many;
  if (score !== null && score > (weight ?? MOST_MARKS)) sum += FUND_WORTH.marks.above;
  if (weight !== null && score === null) sum += FUND_WORTH.marks.unscored;
  if (weight !== null && score !== null && rate !== null && Math.abs((weight * Math.min(100, rate)) / 100 - score) < NEAR.marks)
    sum += FUND_WORTH.marks.byRate;
  return sum;
}

/** How many decimals a figure is told with. */
export function decimalsOf(text: string): number {
  return /\.(\d+)/u.exec(text)?.[1]?.length ?? 0;
}

/** What amounts of one row lose that differ in their decimals or in their unit. */
function alike(amounts: readonly string[]): number {
  const decimals = amounts.map(decimalsOf);
  const units = amounts.map((text) => /[万亿元]+$/u.exec(text)?.[0] ?? "");
  const odd = (values: readonly (number | string)[]) =>
    values.length - Math.max(0, ...values.map((value) => values.filter((other) => other === value).length));
  const long = odd(decimals) > 0 ? decimals.filter((count) => count > 2).length : 0;
  return FUND_WORTH.odd.decimals * odd(decimals) + FUND_WORTH.odd.long * long + FUND_WORTH.odd.unit * odd(units);
}

function figure(text: string): number | null {
  const folded = text.replace(/分$/u, "");
  return PLAIN_DECIMAL.test(folded) ? Number(folded) : null;
}

function value(text: string | undefined): number | null {
  return text !== undefined && PLAIN_DECIMAL.test(text) ? Number(text) : null;
}
