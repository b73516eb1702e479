import { type Exact, exact } from "../../core/decimal.js";
import { squeezed } from "../../core/text.js";
import data from "../lexicon/units.json" with { type: "json" };

/** A unit of measure in terms of the smallest of its dimension; a unit of no known dimension (个, 人次, 元/人) is its own. */
export interface Unit {
  readonly dimension: string;
  readonly factor: Exact;
  /** Measured, so that even a whole number of it was rounded; what is counted is exact. */
  readonly measured: boolean;
}

const DIMENSIONS: ReadonlyMap<string, Unit> = new Map(
  data.dimensions.flatMap(({ name, units }) =>
    Object.entries(units).map(([unit, factor]) => [unit, { dimension: name, factor: exact(factor), measured: true }] as const),
  ),
);
const SPELLINGS: ReadonlyMap<string, string> = new Map(Object.entries(data.spellings));
const MAGNITUDES = Object.entries(data.magnitudes)
  .map(([sign, factor]) => ({ sign, factor: exact(factor) }))
  .toSorted((a, b) => b.sign.length - a.sign.length);
const ONE = exact(1);

/** The dimension and factor of a printed unit; an unknown one is a dimension of its own. */
export function unitOf(text: string): Unit {
  const name = spelled(squeezed(text));
  const known = DIMENSIONS.get(name);
  if (known !== undefined) return known;
  const magnitude = MAGNITUDES.find(({ sign }) => name.startsWith(sign));
  if (magnitude === undefined) return { dimension: name, factor: ONE, measured: MONEY_PER_THING.test(name) };
  const rest = DIMENSIONS.get(spelled(name.slice(magnitude.sign.length)));
  if (rest !== undefined) return { ...rest, factor: rest.factor.times(magnitude.factor) };
  return { dimension: spelled(name.slice(magnitude.sign.length)), factor: magnitude.factor, measured: true };
}

const MONEY_PER_THING = /^元\//u;
const PER_YEAR = "/年";

/** A figure of the evaluated year is one per year: 次/年 is 次. */
function spelled(name: string): string {
  const yearly = name.length > PER_YEAR.length && name.endsWith(PER_YEAR) ? name.slice(0, -PER_YEAR.length) : name;
  return SPELLINGS.get(yearly) ?? yearly;
}
