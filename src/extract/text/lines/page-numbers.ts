import { isBlankLine, type SourceLine } from "./source-lines.js";

/** 1, -1-, 1/2, 第1页, 共2页 第1页: the number of a page, alone on its line. */
const NUMBER =
  /^(?:[-—–－·]{0,6}\s*(\d{1,4})\s*[-—–－·]{0,6}|(?:共\s*\d{1,4}\s*页[,，]?\s*)?第\s*(\d{1,4})\s*页(?:[,，]?\s*共\s*\d{1,4}\s*页)?|(\d{1,4})\s*\/\s*\d{1,4})$/u;

/**
 * The lines without the pages' numbers: what stands alone, apart, at the foot of each page that a form feed ends, one more on each, or 1.
 */
export function withoutPageNumbers(lines: readonly SourceLine[]): readonly SourceLine[] {
  const pages = lines.flatMap((line, at) => (line.newPage ? [at] : []));
  const feet = pages.flatMap((end, page) => {
    const start = pages[page - 1] ?? 0;
    let at = end - 1;
    while (at > start && isBlankLine(lines[at]!)) at--;
    const isApart = at > start && isBlankLine(lines[at - 1]!);
    const [, ...numbers] = (isApart && NUMBER.exec(lines[at]!.text.trim())) || [];
    const number = numbers.find((group) => group !== undefined);
    return number === undefined ? [] : [{ at, first: Number(number) - page }];
  });
  const told = feet.filter(({ first }) => first === feet[0]!.first);
  const dropped = new Set(told.length > 1 || feet[0]?.first === 1 ? told.map(({ at }) => at) : []);
  return dropped.size === 0 ? lines : lines.filter((_, at) => !dropped.has(at));
}
