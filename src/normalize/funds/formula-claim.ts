import type { Evidence } from "../../core/evidence.js";
import type { Claims, Doubt } from "../../core/record.js";
import { type Printed, termsOf } from "../tables/heads/printed-formula.js";

type FormulaClaim = Claims["formulas"][number];

/** A figure that a formula names, as it was read. */
interface Figure {
  readonly raw: string;
  readonly value: string;
  readonly evidence?: Evidence[];
  readonly doubt?: Doubt;
}

/** A printed formula beside the figures that it relates; undefined where one of them is not stated or the formula is of another form. */
export function formulaClaim(
  printed: Printed,
  column: string,
  stated: Figure | null,
  figureOf: (serial: string) => Figure | null,
): FormulaClaim | undefined {
  const terms = termsOf(printed.formula);
  const operands = terms?.operands.flatMap((serial) => figureOf(serial) ?? []) ?? [];
  if (!terms || !stated || operands.length < terms.operands.length) return undefined;
  return {
    label: printed.label,
    column,
    formula: printed.serial ? `${printed.serial}=${printed.formula}` : printed.formula!,
    operator: terms.operator,
    stated: plain(stated),
    operands: operands.map(plain),
    percent: false,
    evidence: [stated, ...operands].flatMap(({ evidence }) => evidence ?? []),
  };
}

function plain({ raw, value, evidence, doubt }: Figure): Figure {
  return { raw, value, ...(evidence ? { evidence } : {}), ...(doubt ? { doubt } : {}) };
}
