import type { Draft, Indicator, Operator, Quantity } from "../../core/record.js";
import { foldFigure } from "../figures/find-numeral.js";
import { leadingOperator } from "../figures/operator.js";
import { soleNumeral } from "./collect/read-slot.js";
import { edited } from "./pointer.js";

type Repair = Draft["repairs"][number];

const BARRED: { readonly [operator in Operator]?: Operator } = { ">": ">=", "<": "<=" };
const SIGN: { readonly [operator in Operator]?: string } = { ">=": "≥", "<=": "≤" };
const SIGNS = /^[\s≥≤≧≦＞＜><》《〉〈﹥﹤=＝]+/u;

/** A target whose sign alone is in doubt: `sure` where the sign needs no change. */
type Judgement = { readonly kind: "doubtful" } | { readonly kind: "sure" } | { readonly kind: "sign"; readonly operator: ">=" | "<=" };

/**
 * What a doubtful target's sign is, its figure being `settled` (or read alike by all readings). A bar is lost in scans and never made of nothing:
 * ≥ stands against > and against no sign. > and a bare figure become ≥ where a reader saw the bar and the table's other targets have it. No
 * verdict changes by it: the side that is good stays.
 */
export function targetSign(indicator: Indicator, siblings: readonly Indicator[], settled: boolean): Judgement {
  const { targetValue: target } = indicator;
  if (!target?.doubt || target.doubt.readings.length === 0) return { kind: "doubtful" };
  const { readings } = target.doubt;
  if (!settled && !readings.every((reading) => soleNumeral(reading) === target.value)) return { kind: "doubtful" };
  const signs = readings.flatMap((reading) => signOf(reading) ?? []);
  const side = target.signed ? sideOf(target.operator) : indicator.direction;
  if (side !== "higher" && side !== "lower") return { kind: "doubtful" };
  if (signs.some((sign) => sideOf(sign) !== side)) return { kind: "doubtful" };
  const barred = side === "higher" ? ">=" : "<=";
  if (target.signed && target.operator === barred) return { kind: "sure" };
  if (!target.signed && signs.length === 0) return { kind: "sure" };
  return signs.includes(barred) && customary(barred, siblings) ? { kind: "sign", operator: barred } : { kind: "doubtful" };
}

/** The other targets of the side that are signed have the bar. */
function customary(barred: Operator, siblings: readonly Indicator[]): boolean {
  const signed = siblings.flatMap(({ targetValue }) =>
    targetValue?.signed && sideOf(targetValue.operator) === sideOf(barred) ? [targetValue] : [],
  );
  const sure = signed.filter(({ operator, doubt }) => operator === barred || doubt === undefined);
  return sure.length > 0 && sure.every(({ operator }) => operator === barred);
}

/** The draft with a sign of comparison before an indicator's target, and the repair that says so. */
export function withSign(draft: Draft, index: number, operator: ">=" | "<="): { readonly draft: Draft; readonly repair: Repair } {
  const path = `/indicators/${index}/target`;
  const before = draft.indicators[index]!.target;
  const after = `${SIGN[operator]}${before.replace(SIGNS, "")}`;
  const signed = edited(draft, `/indicators/${index}/targetValue`, (value) => ({ ...(value as Quantity), operator, signed: true }));
  return {
    draft: edited(signed, path, () => after),
    repair: {
      path,
      before,
      after,
      method: "sign-of-table",
      confidence: 0.9,
      because: `A reading has ${SIGN[operator]}, as the table's other targets have; a bar is easily lost in a scan.`,
    },
  };
}

function signOf(reading: string): Operator | undefined {
  const found = leadingOperator(foldFigure(reading));
  return found && /^[》《〉〈]/u.test(reading) ? undefined : found?.operator;
}

function sideOf(operator: Operator): "higher" | "lower" | "none" {
  const barred = BARRED[operator] ?? operator;
  return barred === ">=" ? "higher" : barred === "<=" ? "lower" : "none";
}
