import { isBlankLine, type SourceLine } from "./source-lines.js";

/** 第 1 页 共 2 页, —— 第 1 页 ——, - 1 -: what a page's foot says, blanks apart. A number alone may be a cell's. */
const PAGE_FOOT = /^(?:[-—–－·]{0,6}第\d{1,4}页(?:[,，/]?共\d{1,4}页)?[-—–－·]{0,6}|[-—–－]{1,6}\d{1,4}[-—–－]{1,6})$/u;
/** Blank lines between a foot and the next page's head, at most. */
const MOST_BLANK = 8;
/** No foot is longer. */
const LONGEST_FOOT = 40;
/** 2023年度预算绩效自评材料汇编: a collection that a running head names. */
const COLLECTION = /^[^|｜\t,，。;；:：%％]{4,40}(?:材料|资料|汇编|汇总|文件|公开)$/u;

/** The lines without running heads: what stands right behind a page's foot and names a collection. */
export function withoutRunningHeads(lines: readonly SourceLine[]): SourceLine[] {
  const running = new Set(lines.flatMap((_, at) => headBehind(lines, at) ?? []).filter((at) => COLLECTION.test(lines[at]!.text.trim())));
  return running.size === 0 ? [...lines] : lines.filter((_, at) => !running.has(at));
}

/** The first line behind a page's foot; undefined where `at` is none. */
function headBehind(lines: readonly SourceLine[], at: number): number | undefined {
  const { text } = lines[at]!;
  if (text.length > LONGEST_FOOT || !PAGE_FOOT.test(text.replace(/\s/gu, ""))) return undefined;
  for (let next = at + 1; next <= at + MOST_BLANK && lines[next]; next++) if (!isBlankLine(lines[next]!)) return next;
  return undefined;
}
