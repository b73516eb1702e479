import { type Exact, exact } from "../../core/decimal.js";
import { type Interval, interval, point, points } from "../../core/interval.js";
import type { Points } from "../../core/record.js";
import { type Expected, expectedScore, type ScoringRule } from "../rows/expected.js";
import type { Verdict } from "../rows/verdict.js";
import { measure } from "./measure.js";
import type { Award, Clause, Standard } from "./standard.js";

type Within = Extract<Clause, { readonly when: "within" }>;
type Each = Extract<Clause, { readonly when: "each" }>;

/**
 * The scores that a printed standard allows an indicator, by every way to read it: a percentage of the target or of its own unit, a part
 * of a step as one or as none. Undefined where it does not tell. The first is the one to name. `usual` is the rule without it.
 */
export function standardScores(standard: Standard, weight: Points, verdict: Verdict, usual: ScoringRule): readonly Expected[] | undefined {
  const { outcome } = verdict;
  if (!standard.isUnderstood || outcome === "unknown") return undefined;
  const bands = bandsReached(standard, verdict);
  if (bands === undefined) return undefined;
  const { reached, isSure } = bands;
  const found = reached.map(({ gives }) => award(gives, weight, verdict));
  if (isSure) return all(found);
  const rest = outcome === "met" ? whenMet(standard, weight, verdict) : whenMissed(standard, weight, verdict, usual);
  return all([...found, ...rest]);
}

function all(readings: readonly (readonly Expected[] | undefined)[]): readonly Expected[] | undefined {
  const told = readings.every((reading) => reading !== undefined) ? readings.flat() : [];
  return told.length === 0 ? undefined : told;
}

/** The bands in which the actual lies, whether a bound is of its own unit or of the target's share; sure where every way finds one. */
function bandsReached(
  { clauses }: Standard,
  verdict: Verdict,
): { readonly reached: readonly Within[]; readonly isSure: boolean } | undefined {
  const bands = clauses.filter((clause) => clause.when === "within");
  if (bands.length === 0) return { reached: [], isSure: false };
  const ways = new Map<string, Within[]>();
  for (const band of bands) {
    const values = measure(band.unit, verdict);
    if (values === undefined) return undefined;
    for (const { way, value, unit } of values) {
      const low = band.low?.times(unit);
      const high = band.high?.times(unit);
      const reached = !(low?.gt(value.high) || high?.lt(value.low));
      ways.set(way, [...(ways.get(way) ?? []), ...(reached ? [band] : [])]);
    }
  }
  const found = [...ways.values()];
  return { reached: [...new Set(found.flat())], isSure: found.every((way) => way.length > 0) };
}

/**
 * Met: full marks, unless those are given from a bound of their own on, or for other points by the standard's own word. What is scored by how it
 * was done may lose points for more than the target tells.
 */
function whenMet({ clauses }: Standard, weight: Points, verdict: Verdict): (readonly Expected[] | undefined)[] {
  const met = clauses.filter((clause) => clause.when === "met").map(({ gives }) => award(gives, weight, verdict));
  const ownBound = clauses.some((clause) => clause.when === "within" && clause.gives.kind === "full");
  const isOpen = met.length === 0 && clauses.some(({ gives }) => gives.kind === "some");
  return ownBound || isOpen ? [undefined] : met.length > 0 ? met : [award({ kind: "full" }, weight, verdict)];
}

/** Where only what is met is told, the rest goes by the usual rule. */
function whenMissed(standard: Standard, weight: Points, verdict: Verdict, usual: ScoringRule): (readonly Expected[] | undefined)[] {
  const { clauses } = standard;
  const steps = clauses.filter((clause) => clause.when === "each");
  const own = clauses.filter((clause) => clause.when === verdict.outcome || clause.when === "unmet");
  const exactly = own.filter((clause) => clause.when === verdict.outcome);
  const told = (exactly.length > 0 ? exactly : own).map(({ gives }) => award(gives, weight, verdict));
  if (steps.length === 0 && told.length === 0) {
    const inProportion = clauses.every(({ when }) => when === "met") ? expectedScore(weight, verdict, usual) : undefined;
    return [inProportion && [inProportion]];
  }
  return [...steps.map((step) => taken(step, standard, weight, verdict)), ...told];
}

function award(gives: Award, weight: Points, verdict: Verdict): readonly Expected[] | undefined {
  const whole = points(weight.value);
  const of = (share: Exact) => interval(whole.low.times(share).div(100), whole.high.times(share).div(100));
  switch (gives.kind) {
    case "full":
      return [{ score: whole, printed: exact(weight.value), formula: weight.value }];
    case "nothing":
      return [{ score: point("0"), printed: exact(0), formula: "0" }];
    case "open":
      return undefined;
    case "some":
      return [lessThan(whole, weight, verdict)];
    case "points":
      return [{ score: interval(gives.low, gives.high), printed: gives.high, formula: gives.high.toFixed() }];
    case "percent":
      return [
        {
          score: interval(of(gives.low).low, of(gives.high).high),
          printed: exact(weight.value).times(gives.high).div(100),
          formula: `${weight.value}×${gives.high.toFixed()}%`,
        },
      ];
    case "off":
      return [lessBy(whole, weight, gives, point("1"), exact(1), undefined)];
    case "share":
      return shareOf(gives.over, weight, verdict);
  }
}

/** Any score below the weight; what the usual rule gives is named. */
function lessThan(whole: Interval, weight: Points, verdict: Verdict): Expected {
  const most = whole.low.minus(LEAST_POINTS);
  const usual = expectedScore(weight, verdict, { form: "ratio", nothingBelow: null });
  return { score: interval(exact(0), most), printed: usual?.printed ?? most, formula: usual?.formula ?? `<${weight.value}` };
}

/** Points are printed with two decimals at most. */
const LEAST_POINTS = "0.01";

/** In proportion; of an excess, points may also be taken in proportion to it. */
function shareOf(over: "actual" | "target" | undefined, weight: Points, verdict: Verdict): readonly Expected[] | undefined {
  const usual = expectedScore(weight, verdict, { form: "ratio", nothingBelow: null });
  const { compared } = verdict;
  if (usual === undefined || compared === undefined) return undefined;
  const isOver = compared.printed.gt(compared.target.high);
  if (over !== undefined && (over === "target") !== isOver) return undefined;
  if (!isOver || over !== undefined) return [usual];
  const whole = points(weight.value);
  const left = (actual: Exact) => atLeastNothing(exact(2).minus(actual.div(compared.target.high)));
  const printed = left(compared.printed).times(weight.value);
  const low = left(compared.actual.high).times(whole.low);
  return [usual, { score: interval(low, left(compared.actual.low).times(whole.high)), printed, formula: usual.formula }];
}

/** Points taken by the step. A part of a step may count as one, as none or in proportion, unless the standard says. */
function taken({ step, gives }: Each, standard: Standard, weight: Points, verdict: Verdict): readonly Expected[] | undefined {
  const missed = missedBy(step.unit, standard, verdict, step.side);
  if (missed === undefined) return undefined;
  const whole = points(weight.value);
  const found = missed.map(({ gap, printed, unit }) => {
    const size = step.size.times(unit);
    const [low, high, at] = [gap.low, gap.high, printed].map((value) => value.div(size)) as [Exact, Exact, Exact];
    const steps = {
      low: standard.parts === "step" ? low.ceil() : low.floor(),
      high: standard.parts === "none" ? high.floor() : high.ceil(),
    };
    return lessBy(whole, weight, gives, steps, standard.parts === "step" ? at.ceil() : at.floor(), standard.most);
  });
  return step.mayBeOnce ? [...found, lessBy(whole, weight, gives, point("1"), exact(1), standard.most)] : found;
}

interface Missed {
  readonly gap: Interval;
  readonly printed: Exact;
  readonly unit: Exact;
}

/** How far the target was missed, in each way to read the unit, counted also from where full marks begin by the standard's own bound. */
function missedBy(unit: string, { clauses }: Standard, verdict: Verdict, side: Each["step"]["side"]): readonly Missed[] | undefined {
  const values = measure(unit, verdict);
  if (values === undefined) return undefined;
  const isBelow = verdict.direction === undefined ? false : verdict.compared!.printed.lt(verdict.compared!.target.low);
  if (side !== "either" && (side === "below") !== isBelow) return undefined;
  const own = clauses.flatMap((clause) => (clause.when === "within" && clause.gives.kind === "full" ? [clause] : []));
  return values.flatMap(({ way, value, printed, target, unit: factor }) => {
    const bounds = own.flatMap((clause) => {
      const bound = isBelow ? clause.low : clause.high;
      const scale = measure(clause.unit, verdict)?.find((other) => other.way === way)?.unit;
      return bound === undefined || scale === undefined ? [] : [bound.times(scale)];
    });
    return [...bounds, isBelow ? target.low : target.high].map((from) => {
      const gap = isBelow
        ? { low: from.minus(value.high), high: from.minus(value.low) }
        : { low: value.low.minus(from), high: value.high.minus(from) };
      const at = isBelow ? from.minus(printed) : printed.minus(from);
      return { gap: { low: atLeastNothing(gap.low), high: atLeastNothing(gap.high) }, printed: atLeastNothing(at), unit: factor };
    });
  });
}

function lessBy(
  whole: Interval,
  weight: Points,
  { by, of }: Extract<Award, { readonly kind: "off" }>,
  times: Interval,
  printed: Exact,
  most: Exact | undefined,
): Expected {
  const each = of === "percent" ? exact(weight.value).times(by).div(100) : by;
  const off = (count: Exact) => {
    const total = each.times(count);
    return most !== undefined && total.gt(most) ? most : total;
  };
  return {
    score: interval(atLeastNothing(whole.low.minus(off(times.high))), atLeastNothing(whole.high.minus(off(times.low)))),
    printed: atLeastNothing(exact(weight.value).minus(off(printed))),
    formula: `${weight.value}－${each.toFixed()}×${printed.toFixed()}`,
  };
}

function atLeastNothing(value: Exact): Exact {
  return value.isNegative() ? exact(0) : value;
}
