import { foldLabel } from "../lexicon/fold.js";

/** What a head or a row's label prints beside its name: `资金结余（5）=（3）-（4）` → its label, its serial, its formula. */
export function splitFormula(text: string): { label: string; serial?: string; formula?: string } {
  const folded = foldLabel(text)
    .replace(/[（]/gu, "(")
    .replace(/[）]/gu, ")")
    .replace(/[－–—−]/gu, "-")
    .replace(/[÷／]/gu, "/")
    .replace(/×/gu, "*");
  const match = /^(.*?)(\([\dA-Za-z]\))(?:=(.+))?$/u.exec(folded);
  if (!match) return { label: text };
  return { label: match[1]!, serial: match[2]!, ...(match[3] ? { formula: match[3] } : {}) };
}

const TWO_TERMS = /^(\([\dA-Za-z]\))([-+*/])(\([\dA-Za-z]\))$/u;

/** `(3)-(4)`: the two serials and the sign between them; undefined for a formula of another form. */
export function twoTerms(formula: string | undefined): { left: string; operator: "+" | "-" | "*" | "/"; right: string } | undefined {
  const match = TWO_TERMS.exec(formula ?? "");
  return match ? { left: match[1]!, operator: match[2] as "+" | "-" | "*" | "/", right: match[3]! } : undefined;
}
