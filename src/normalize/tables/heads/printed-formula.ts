import { remembered } from "../../lexicon/remembered.js";
import { foldLabel } from "../../lexicon/writing/fold.js";

/** `(3)`, `(B)`: what a form numbers its rows or columns with. */
const SERIAL = "\\(\\w{1,2}\\)";
const LABEL_AND_SERIAL = new RegExp(`^(|.*?[^-+*/])(${SERIAL})(?:=(.+))?$`, "u");
const SERIAL_AND_LABEL = new RegExp(`^(${SERIAL})(\\p{Script=Han}[^=]*)(?:=(.+))?$`, "u");
const WITHIN = /^(.*?)\((\w{1,2})=([^=]+)\)$/u;
const ONLY_FORMULA = /^(.*?)\((\w{1,2}(?:[-+]\w{1,2})+)\)$/u;
const WITHOUT = /^(\D*\p{Script=Han})(\d{1,2})(?:=(\d{1,2}(?:[-+*/]\d{1,2})+))?$/u;
const BARE_SERIAL = /^(\d{1,2}|[A-Z])(?:=(.+))?$/u;
const TERM = /(?<![\w(])(\d{1,2}|[A-Z])(?![\w%)])/gu;

/** What a head or a row's label prints beside its name. */
export interface Printed {
  readonly label: string;
  readonly serial?: string;
  /** `(3)-(4)`: each term in parentheses. */
  readonly formula?: string;
}

/** `资金结余（5）=（3）-（4）`, `资金结余⑤=③-④`, `资金结余（5=3-4）`, `资金结余（A-B）`, `资金结余5=3-4` → its label, its serial if any, its formula. */
export const splitFormula = remembered((text): Printed => {
  const folded = fold(text);
  const without = WITHOUT.exec(folded);
  if (without) return { label: without[1]!, serial: `(${without[2]})`, ...(without[3] ? { formula: inParentheses(without[3]) } : {}) };
  if (!folded.includes("(")) return { label: text };
  const within = WITHIN.exec(folded);
  if (within) return { label: within[1]!, serial: `(${within[2]})`, formula: inParentheses(within[3]!) };
  const only = ONLY_FORMULA.exec(folded);
  if (only) return { label: only[1]!, formula: inParentheses(only[2]!) };
  const match = LABEL_AND_SERIAL.exec(folded);
  if (!match) return { label: text };
  return { label: match[1]!, serial: match[2]!, ...(match[3] ? { formula: inParentheses(match[3]) } : {}) };
});

/** The same for a column's head, which may have its serial ahead: `（5）资金结余=（3）-（4）`. */
export function splitNumbered(text: string): Printed {
  const ahead = SERIAL_AND_LABEL.exec(fold(text));
  if (!ahead) return splitFormula(text);
  return { label: ahead[2]!, serial: ahead[1]!, ...(ahead[3] ? { formula: inParentheses(ahead[3]) } : {}) };
}

/** A cell under 行次 or 栏次: `3`, `(3)`, `3=1+2`. Undefined for any other text. */
export function readSerial(text: string): Omit<Printed, "label"> | undefined {
  const folded = fold(text);
  const bare = BARE_SERIAL.exec(folded);
  if (bare) return { serial: `(${bare[1]})`, ...(bare[2] ? { formula: inParentheses(bare[2]) } : {}) };
  const { label, serial, formula } = splitFormula(text);
  return serial && label === "" ? { serial, ...(formula ? { formula } : {}) } : undefined;
}

function fold(text: string): string {
  return foldLabel(text)
    .replace(/[－–—−]/gu, "-")
    .replace(/[÷／]/gu, "/")
    .replace(/×/gu, "*");
}

function inParentheses(formula: string): string {
  return formula.replace(TERM, "($1)");
}

type Operator = "+" | "-" | "*" | "/";
const TERMS = new RegExp(`^${SERIAL}(?:([-+*/])${SERIAL})(?:\\1${SERIAL})*$`, "u");

/** `(3)-(4)`, `(1)+(2)+(3)`: the serials and the one sign between them; undefined for a formula of another form. */
export function termsOf(formula: string | undefined): { operands: readonly string[]; operator: Operator } | undefined {
  const operator = TERMS.exec(formula ?? "")?.[1] as Operator | undefined;
  return operator && { operator, operands: formula!.match(new RegExp(SERIAL, "gu"))! };
}
