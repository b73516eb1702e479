import fc from "fast-check";
import { toYuan } from "../../../src/core/decimal.js";
import type { Doubt, Draft } from "../../../src/core/record.js";

interface Place {
  readonly path: readonly (string | number)[];
}

interface Node {
  raw?: string;
  value: string;
  yuan?: string;
  doubt?: Doubt;
}

/** Every figure of the draft that a reader may have misread. */
export function places(draft: Draft): Place[] {
  return [
    ...draft.indicators.flatMap((_, i) =>
      ["weight", "score", "targetValue", "actualValue"].map((field) => ({ path: ["indicators", i, field] })),
    ),
    ...draft.funds.flatMap((fund, i) =>
      (["adjustedBudget", "executed", "executionRate", "weight", "score"] as const)
        .filter((field) => fund[field])
        .map((field) => ({ path: ["funds", i, field] })),
    ),
    ...draft.statedScores.map((stated, i) => ({ path: ["statedScores", i, stated.score ? "score" : "fullMarks"] })),
  ];
}

export function at(draft: Draft, { path }: Place): Node {
  return path.reduce<unknown>((node, key) => (node as { [key: string]: unknown })[key], draft) as Node;
}

/** A copy of the draft with the figure read as `value`. */
export function withValue(draft: Draft, place: Place, value: string, doubt?: Doubt): Draft {
  const copy = structuredClone(draft);
  const node = at(copy, place);
  if (node.raw !== undefined) node.raw = value;
  node.value = value;
  if (node.yuan !== undefined) node.yuan = toYuan(value, "万元");
  const [, row, field] = place.path;
  if (field === "targetValue") copy.indicators[row as number]!.target = `≥${value}处`;
  if (field === "actualValue") copy.indicators[row as number]!.actual = `${value}处`;
  if (doubt) node.doubt = doubt;
  return copy;
}

/** How a reader reads a figure wrongly: another digit, no decimal point, a sign or speck as one more digit. */
export function misreading(value: string): fc.Arbitrary<string> {
  const digits = Array.from(value).flatMap((character, i) => (/\d/.test(character) ? [i] : []));
  const other = fc
    .tuple(fc.constantFrom(...digits), fc.constantFrom(..."123456789"))
    .map(([i, digit]) => value.slice(0, i) + digit + value.slice(i + 1));
  const pointless = value.includes(".") ? [fc.constant(value.replace(".", ""))] : [];
  const glued = value.includes(".") ? [] : [fc.constant(`${value}2`), fc.constant(`2${value}`)];
  return fc.oneof(other, ...pointless, ...glued).filter((wrong) => Number(wrong) !== Number(value));
}

/** What an author gets wrong: a figure somewhat off, or two of its digits exchanged. */
export function misstatement(value: string): fc.Arbitrary<string> {
  const places = value.split(".")[1]?.length ?? 0;
  const off = fc
    .constantFrom(-10, -5, -3, -2, -1, -0.5, 0.5, 1, 2, 3, 5, 10)
    .map((by) => (Number(value) + by).toFixed(Math.max(places, by % 1 === 0 ? 0 : 1)));
  const exchanged = fc
    .integer({ min: 0, max: Math.max(0, value.length - 2) })
    .map((i) => value.slice(0, i) + value[i + 1] + value[i] + value.slice(i + 2));
  return (value.length > 2 ? fc.oneof(off, exchanged) : off).filter(
    (other) => /^[1-9]\d*(?:\.\d+)?$|^0\.\d+$/.test(other) && Number(other) > 0 && Number(other) !== Number(value),
  );
}
