import { exact } from "../../core/decimal.js";
import { add, divide, type Interval, meets, multiply, point, rounded, subtract } from "../../core/interval.js";
import type { Claims } from "../../core/record.js";
import type { Cited } from "../accusation.js";
import { draft, figure } from "../example-draft.js";
import data from "../lexicon/levels.json" with { type: "json" };
import { defineRule } from "../rule.js";
import { gap, middle, placesOf, rounding } from "../wording.js";

type Formula = Claims["formulas"][number];

const OPERATIONS = { "+": add, "-": subtract, "*": multiply, "/": divide };
const HUNDRED = point("100");

/** What the operands give; undefined when they cannot give it (a divisor that may be 0). */
function resultOf({ operator, operands, percent }: Formula): Interval | undefined {
  const [first, ...others] = operands.map(({ value }) => rounded(value));
  if (first === undefined || others.length === 0) return undefined;
  const result = others.reduce<Interval | undefined>((total, one) => total && OPERATIONS[operator](total, one), first);
  return result && percent ? multiply(result, HUNDRED) : result;
}

/** The execution rate has a rule of its own; a 0 in a row of quotients is how forms print a cell that was not filled in. */
function isElsewhere({ label, operator, stated }: Formula): boolean {
  if (operator !== "/") return false;
  return exact(stated.value).isZero() || data.concepts.execution.some((word) => label.includes(word));
}

/** `funds/formula-mismatch`: a row of the fund table does not follow the formula printed beside it. */
export const fundsFormulaMismatch = defineRule({
  id: "funds/formula-mismatch",
  severity: "error",
  title: { zh: "表内公式不成立", en: "A formula printed in the table does not hold" },
  why: {
    zh: "表中印有 (5)=(3)-(4) 等行次关系的，填报数应当满足；不满足说明某一行填错。",
    en: "Where the form prints (5)=(3)-(4), its figures must follow it; where they do not, one of the rows is wrong.",
  },
  source: "Provincial forms with numbered rows (资金结余 (5)=(3)-(4)); reviewers' check 33 (surplus ≠ received - spent)",
  accuse(judged) {
    return judged.record.claims.formulas.flatMap((formula, index) => {
      const result = resultOf(formula);
      const { stated, operands, label, column } = formula;
      if (result === undefined || isElsewhere(formula) || meets(rounded(stated.value), result)) return [];
      const recomputed = middle(result, placesOf(stated.value));
      const terms = operands.map(({ value }) => value).join(` ${formula.operator} `);
      const path = `/claims/formulas/${index}`;
      const cites: [Cited, ...Cited[]] = [
        { path: `${path}/stated`, evidence: stated.evidence ?? formula.evidence, doubt: stated.doubt },
        ...operands.map((one, at) => ({ path: `${path}/operands/${at}`, evidence: one.evidence ?? formula.evidence, doubt: one.doubt })),
      ];
      return [
        {
          subject: label,
          stated: stated.value,
          recomputed,
          difference: gap(stated.value, recomputed),
          message: {
            zh: `“${label}”按表内公式 ${formula.formula}，${column}一栏应为 ${terms} ＝ ${recomputed}${rounding(result).zh}，填报为 ${stated.raw}，取整不能解释。`,
            en: `${label}: by the table's own ${formula.formula}, column ${column} is ${terms} = ${recomputed}${rounding(result).en}, but ${stated.raw} is stated: rounding does not explain it.`,
          },
          cites,
          restsOn: "funds" as const,
        },
      ];
    });
  },
  examples: [
    {
      title: "210.45 received less 195.10 executed is 15.35, not 16.55",
      kind: "raises",
      draft: draft({ claims: { formulas: [surplus("16.55", "210.45", "195.10")] } }),
      finds: [{ subject: "资金结余", stated: "16.55", recomputed: "15.35" }],
    },
    {
      title: "210.45 less 195.10 is 15.35",
      kind: "passes",
      draft: draft({ claims: { formulas: [surplus("15.35", "210.45", "195.10")] } }),
      finds: [],
    },
    {
      title: "15.34 is within the rounding of the three figures",
      kind: "edge",
      draft: draft({ claims: { formulas: [surplus("15.34", "210.45", "195.10")] } }),
      finds: [],
    },
    {
      title: "A 0 in a row of quotients is a cell not filled in",
      kind: "passes",
      draft: draft({
        claims: {
          formulas: [
            {
              label: "预算到位率",
              column: "市级",
              formula: "(6)=(3)/(2)",
              operator: "/",
              stated: figure("0"),
              operands: [figure("73.60"), figure("73.60")],
              percent: true,
              evidence: [],
            },
          ],
        },
      }),
      finds: [],
    },
  ],
});

function surplus(stated: string, received: string, executed: string): Formula {
  return {
    label: "资金结余",
    column: "年度总金额",
    formula: "(5)=(3)-(4)",
    operator: "-",
    stated: figure(stated),
    operands: [figure(received), figure(executed)],
    percent: false,
    evidence: [],
  };
}
