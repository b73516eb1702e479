import { type Draft, type Figure, FUND_AMOUNTS, type Fund, type FundAmount, type Money, type Points } from "../../core/record.js";
import { type Constraint, sameConstraint, sumConstraint } from "./constraint.js";
import { moneySlot, percentSlot, pointsSlot, quantitySlot } from "./read-slot.js";
import { boundConstraint, executionConstraint, rateConstraint, scoreConstraint } from "./row-constraints.js";
import type { Slot } from "./slot.js";

export interface Bound {
  readonly slots: readonly Slot[];
  readonly constraints: readonly Constraint[];
}

type Named = Omit<Slot, "id" | "paths">;

/** The figures of a draft and what binds them. A figure that stands in two places of the draft (the same cell) is one slot. */
export class Collector {
  readonly #slots: (Slot & { paths: string[] })[] = [];
  readonly #ofCell = new Map<string, Slot & { paths: string[] }>();
  readonly #ofPath = new Map<string, Slot>();
  readonly constraints: Constraint[] = [];

  constructor(readonly draft: Draft) {}

  get slots(): readonly Slot[] {
    return this.#slots;
  }

  points(figure: Points | null | undefined, path: string): Slot | undefined {
    return figure ? this.#slot(path, figure, () => pointsSlot(figure)) : undefined;
  }

  percent(figure: Points | null | undefined, path: string): Slot | undefined {
    return figure ? this.#slot(path, figure, () => percentSlot(figure)) : undefined;
  }

  money(figure: Money | null | undefined, path: string): Slot | undefined {
    return figure ? this.#slot(path, figure, () => moneySlot(figure)) : undefined;
  }

  quantity(index: number, kind: "target" | "actual"): Slot | undefined {
    const indicator = this.draft.indicators[index]!;
    const quantity = indicator[`${kind}Value`];
    const named = quantity && quantitySlot(kind, indicator[kind], quantity, indicator.direction);
    return named ? this.#add(`/indicators/${index}/${kind}Value`, named) : undefined;
  }

  /** The slot of a figure that was read from the very cell of one met before. */
  sameCell(figure: Omit<Figure, "unit">, path: string): Slot | undefined {
    const key = cellKey(figure);
    const found = key === undefined ? undefined : this.#ofCell.get(key);
    found?.paths.push(path);
    return found;
  }

  #slot(path: string, figure: Figure, read: () => Named): Slot {
    const met = this.#ofPath.get(path) ?? this.sameCell(figure, path);
    if (met) return met;
    const slot = this.#add(path, read());
    const key = cellKey(figure);
    if (key !== undefined) this.#ofCell.set(key, slot);
    return slot;
  }

  #add(path: string, named: Named): Slot & { paths: string[] } {
    const slot = { ...named, id: this.#slots.length, paths: [path] };
    this.#slots.push(slot);
    this.#ofPath.set(path, slot);
    return slot;
  }
}

/** Where the figure stands, with what stands there; undefined where its place is not told closely enough. */
function cellKey({ raw, value, evidence }: Omit<Figure, "unit">): string | undefined {
  const first = evidence?.[0];
  if (!first || first.table === undefined || first.row === undefined || first.column === undefined) return undefined;
  return `${first.table}:${first.row}:${first.column}:${first.page ?? ""}:${raw}:${value}`;
}

export function collect(draft: Draft): Bound {
  const collector = new Collector(draft);
  collectFunds(collector);
  collectRows(collector);
  collectSums(collector);
  collectClaims(collector);
  return { slots: collector.slots, constraints: collector.constraints };
}

const BASES = ["adjustedBudget", "initialBudget", "received"] as const;

function collectFunds(collector: Collector): void {
  const { funds } = collector.draft;
  funds.forEach((fund, i) => {
    const path = `/funds/${i}`;
    const amount = (field: FundAmount) => collector.money(fund[field], `${path}/${field}`);
    for (const field of FUND_AMOUNTS) amount(field);
    const executed = amount("executed");
    const rate = collector.percent(fund.executionRate, `${path}/executionRate`);
    const weight = collector.points(fund.weight, `${path}/weight`);
    const score = collector.points(fund.score, `${path}/score`);
    const base = fund.rateBase ?? "adjustedBudget";
    const bases = (fund[base] ? [base] : BASES.filter((each) => fund[each])).map((each) => amount(each)!);
    if (rate && executed && bases.length > 0) collector.constraints.push(rateConstraint(rate, executed, bases));
    if (!weight || !score) return;
    collector.constraints.push(boundConstraint(score, weight));
    const used = [...(executed && bases.length > 0 ? [executed] : []), ...(rate ? [rate] : [])];
    if (used.length > 0) collector.constraints.push(executionConstraint(score, weight, rate, executed ?? null, executed ? bases : []));
  });
  const rows = funds.map((fund, index) => ({ fund, index })).filter(({ fund }) => fund.told !== "prose");
  const totals = rows.filter(({ fund }) => (fund.depth === undefined ? fund.source === "total" : fund.depth === 0));
  const [total] = totals;
  if (!total || totals.length > 1) return;
  const parts = rows.filter((row) => row !== total && (row.fund.depth ?? 1) === 1);
  for (const field of FUND_AMOUNTS) {
    const slotOf = ({ fund, index }: (typeof rows)[number]) => collector.money(fund[field], `/funds/${index}/${field}`);
    const whole = slotOf(total);
    const stated = parts.flatMap((part) => slotOf(part) ?? []);
    if (whole && parts.length > 0 && stated.length === parts.length)
      collector.constraints.push(sumConstraint([stated], whole, `sum of the sources' ${field}`));
  }
}

function collectRows(collector: Collector): void {
  // A report that prints its own rule for scores is not judged by the Ministry's.
  const ownRule = collector.draft.claims.scoring.some(({ about, values }) => about === "ratio" && values.length > 0);
  collector.draft.indicators.forEach((indicator, i) => {
    const path = `/indicators/${i}`;
    const weight = collector.points(indicator.weight, `${path}/weight`);
    const score = collector.points(indicator.score, `${path}/score`);
    const target = collector.quantity(i, "target");
    const actual = collector.quantity(i, "actual");
    const rate = collector.percent(indicator.completionRate, `${path}/completionRate`);
    if (weight && score) collector.constraints.push(boundConstraint(score, weight));
    const [t, a] = [indicator.targetValue, indicator.actualValue];
    if (!target || !actual || !t || !a || a.operator !== "=" || (t.unit !== a.unit && t.unit !== "" && a.unit !== "")) return;
    if (rate) collector.constraints.push(rateConstraint(rate, actual, [target]));
    if (!weight || !score || ownRule || indicator.kind !== "quantitative") return;
    const formula = scoreConstraint({ target, actual, weight, score }, indicator.direction);
    if (formula) collector.constraints.push(formula);
  });
}

function collectSums(collector: Collector): void {
  const { indicators, funds, statedScores } = collector.draft;
  const counted = indicators.map((indicator, index) => ({ indicator, index })).filter(({ indicator }) => indicator.partOf === undefined);
  const slotsOf = (rows: typeof counted, field: "weight" | "score") =>
    rows.flatMap(({ indicator, index }) => collector.points(indicator[field], `/indicators/${index}/${field}`) ?? []);
  const carrying = funds
    .flatMap((fund, index) => (fund.weight && fund.score ? [{ fund, index }] : []))
    .sort((a, b) => Number(b.fund.source === "total") - Number(a.fund.source === "total"));
  const executionOf = (some: readonly { fund: Fund; index: number }[], field: "weight" | "score") =>
    some.flatMap(({ fund, index }) => collector.points(fund[field], `/funds/${index}/${field}`) ?? []);
  const ways = [[], ...(carrying.length > 0 ? [carrying.slice(0, 1)] : []), ...(carrying.length > 1 ? [carrying] : [])];
  const totals = statedScores.map((stated, index) => ({ stated, index })).filter(({ stated }) => stated.scope === "total");
  const weights = slotsOf(counted, "weight");
  const marks = totals.flatMap(({ stated, index }) => collector.points(stated.fullMarks, `/statedScores/${index}/fullMarks`) ?? []);
  const whole = counted.length > 0 && weights.length === counted.length;
  const sums = ways.map((way) => ({ way, parts: [...weights, ...executionOf(way, "weight")] }));
  const full = marks.length > 0 ? marks : ["100"];
  const fitting = sums.filter(({ parts }) =>
    full.some((mark) => sumConstraint([parts], mark, "").fit((id) => collector.slots[id]!.readings[0]!) !== "broken"),
  );
  const meant = fitting.length > 0 ? fitting : sums;
  if (whole)
    for (const mark of full)
      collector.constraints.push(
        sumConstraint(
          meant.map(({ parts }) => parts),
          mark,
          "sum of the weights",
        ),
      );
  const scores = slotsOf(counted, "score");
  const scored = totals.flatMap(({ stated, index }) => collector.points(stated.score, `/statedScores/${index}/score`) ?? []);
  if (counted.length > 0 && scores.length === counted.length)
    for (const total of scored)
      collector.constraints.push(
        sumConstraint(
          meant.map(({ way }) => [...scores, ...executionOf(way, "score")]),
          total,
          "sum of the scores",
        ),
      );
  scored.slice(1).forEach((total) => {
    collector.constraints.push(sameConstraint(scored[0]!, total, "the total told twice"));
  });
  statedScores.forEach((stated, index) => {
    if (stated.scope !== "level1" && stated.scope !== "level2") return;
    const scope = stated.scope;
    const rows = counted.filter(({ indicator }) => stem(indicator[scope]) === stem(stated.name));
    if (rows.length === 0) return;
    for (const [field, own] of [
      ["weight", "fullMarks"],
      ["score", "score"],
    ] as const) {
      const figure = collector.points(stated[own], `/statedScores/${index}/${own}`);
      const parts = slotsOf(rows, field);
      if (figure && parts.length === rows.length) collector.constraints.push(sumConstraint([parts], figure, `${field}s of ${stated.name}`));
    }
  });
}

function stem(name: string): string {
  return name.replace(/\s+/gu, "").replace(/(?:类|绩效)?指标$/u, "");
}

function collectClaims(collector: Collector): void {
  const { claims, funds } = collector.draft;
  const rowOf = (source: Fund["source"]) => {
    const found = funds.flatMap((fund, index) => (fund.source === source ? [{ fund, index }] : []));
    return found.length === 1 ? found[0] : undefined;
  };
  claims.amounts.forEach(({ source, field, money }, i) => {
    const row = rowOf(source);
    const told = collector.money(money, `/claims/amounts/${i}/money`);
    const stands = row && collector.money(row.fund[field], `/funds/${row.index}/${field}`);
    if (told && stands && told !== stands) collector.constraints.push(sameConstraint(told, stands, "told in prose and in the table"));
  });
  claims.rates.forEach(({ source, rate }, i) => {
    const row = rowOf(source);
    const told = collector.percent(rate, `/claims/rates/${i}/rate`);
    const stands = row && collector.percent(row.fund.executionRate, `/funds/${row.index}/executionRate`);
    if (told && stands && told !== stands) collector.constraints.push(sameConstraint(told, stands, "told in prose and in the table"));
  });
  claims.breakdowns.forEach(({ label, total, items }, i) => {
    const whole = collector.money(total, `/claims/breakdowns/${i}/total`);
    const parts = items.flatMap(({ money }, k) => collector.money(money, `/claims/breakdowns/${i}/items/${k}/money`) ?? []);
    if (whole && parts.length > 0) collector.constraints.push(sumConstraint([parts], whole, `items of ${label}`));
  });
  claims.formulas.forEach((formula, i) => {
    const stated = collector.sameCell(formula.stated, `/claims/formulas/${i}/stated`);
    const [left, right] = formula.operands.map((one, k) => collector.sameCell(one, `/claims/formulas/${i}/operands/${k}`));
    if (!stated || !left || !right || formula.operands.length !== 2 || formula.percent) return;
    // a − b = c is a sum, a = c + b.
    if (formula.operator === "-") collector.constraints.push(sumConstraint([[stated, right]], left, formula.formula));
    if (formula.operator === "+") collector.constraints.push(sumConstraint([[left, right]], stated, formula.formula));
  });
}
