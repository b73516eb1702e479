/** Signs that vision models write as LaTeX in the midst of a text. */
const SIGNS: { readonly [command: string]: string } = {
  geq: "≥",
  ge: "≥",
  geqslant: "≥",
  leq: "≤",
  le: "≤",
  leqslant: "≤",
  neq: "≠",
  ne: "≠",
  gt: ">",
  lt: "<",
  approx: "≈",
  sim: "~",
  pm: "±",
  times: "×",
  div: "÷",
  cdot: "·",
  ast: "*",
  square: "□",
  Box: "□",
  boxtimes: "☒",
  boxdot: "☑",
  checkmark: "√",
  surd: "√",
  permil: "‰",
  perthousand: "‰",
  circ: "°",
  cdots: "…",
  ldots: "…",
  dots: "…",
  quad: " ",
  qquad: " ",
};
const MATH = /\$\$?([^$\n]{1,200})\$\$?|\\\(([^\n]{1,200}?)\\\)/gu;
const COMMAND = /\\([A-Za-z]+)(?![A-Za-z])\s?/gu;
const CIRCLED = /\\textcircled\s*\{\s*(\d{1,2})\s*\}/gu;
const WRAPPED = /\\(?:text|mathrm|mathbf|textbf|rm|bf|mbox|operatorname)\s*\{([^{}\n]{0,100})\}/gu;
const ESCAPED = /\\([%#&_$~])/gu;

/** LaTeX for signs and short formulas as plain text; what is not known stays as it is. */
export function latexText(text: string): string {
  // Some writers escape their backslashes once more.
  const single = text.replace(/\\\\(?=[A-Za-z%])/gu, "\\");
  const unwrapped = single.replace(MATH, (all, dollars?: string, parens?: string) => {
    const inner = dollars ?? parens ?? "";
    return isMath(inner) ? plainMath(inner) : all;
  });
  return signs(unwrapped);
}

/** Dollars stand around a formula, and not around an amount of money and the next one. */
function isMath(inner: string): boolean {
  return /\\[A-Za-z%(]|^[\s\d.,%+\-*/=<>^_{}()]+$/u.test(inner);
}

function plainMath(inner: string): string {
  return signs(inner)
    .replace(/\^\s*\{?\s*\\?circ\s*\}?/gu, "°")
    .replace(/\s*([≥≤=<>])\s*/gu, "$1")
    .trim();
}

function signs(text: string): string {
  return text
    .replace(CIRCLED, (all, digits: string) =>
      Number(digits) >= 1 && Number(digits) <= 20 ? String.fromCodePoint(0x245f + Number(digits)) : all,
    )
    .replace(WRAPPED, "$1")
    .replace(COMMAND, (all, name: string) => SIGNS[name] ?? all)
    .replace(ESCAPED, "$1");
}
