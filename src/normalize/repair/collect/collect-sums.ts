import type { Fund } from "../../../core/record.js";
import { unspaced } from "../../../core/text.js";
import { sameConstraint, sumConstraint } from "../constraint.js";
import type { Collector } from "./collector.js";

/** Weights and scores over all indicators and over the levels whose marks are stated. */
export function collectSums(collector: Collector): void {
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
    full.some((mark) => sumConstraint([parts], mark, "").fit((id) => collector.slots[id]!.readings[0]!, []) !== "broken"),
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
  return unspaced(name).replace(/(?:类|绩效)?指标$/u, "");
}
