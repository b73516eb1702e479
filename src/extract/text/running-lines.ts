import { isBlankLine, type SourceLine } from "./source-lines.js";

/** 第 1 页 共 2 页, —— 第 1 页 ——, - 1 -: what a page's foot says, blanks apart. A number alone may be a cell's. */
const PAGE_FOOT = /^(?:[-—–－·]{0,6}第\d{1,4}页(?:[,，/]?共\d{1,4}页)?[-—–－·]{0,6}|[-—–－]{1,6}\d{1,4}[-—–－]{1,6})$/u;
/** Blank lines between a foot and the next page's head, at most. */
const MOST_BLANK = 8;
/** No foot is longer. */
const LONGEST_FOOT = 40;
/** A title's characters: no bar, mark or percent. */
const TITLE = /^[^|｜\t,，。;；:：%％]{6,40}$/u;
const TOPIC = "(?:绩效|自评|评价|[预决]算)";
/** 清源县2023年度预算绩效自评材料汇编, 清源县水务局绩效资料: a collection by its year or by whose it is, which a row's own cell (发放宣传资料) does not say. */
const COLLECTION = new RegExp(
  `\\d{4}\\s*年.*${TOPIC}.*(?:材料|资料|汇编|汇总|文件|公开)$|[省市县区乡镇局委厅院校].*${TOPIC}.*(?:材料|资料|汇编)$`,
  "u",
);

/** The lines without running heads: what stands right behind a page's foot and names a collection. */
export function withoutRunningHeads(lines: readonly SourceLine[]): SourceLine[] {
  const isCollection = (text: string): boolean => TITLE.test(text) && COLLECTION.test(text);
  const running = new Set(lines.flatMap((_, at) => headBehind(lines, at) ?? []).filter((at) => isCollection(lines[at]!.text.trim())));
  if (running.size === 0) return [...lines];
  return lines.flatMap((line, at) => {
    if (running.has(at)) return [];
    return running.has(at - 1) ? [{ ...line, newPage: line.newPage || lines[at - 1]!.newPage }] : [line];
  });
}

/** The first line behind a page's foot; undefined where `at` is none. */
function headBehind(lines: readonly SourceLine[], at: number): number | undefined {
  const { text } = lines[at]!;
  if (text.length > LONGEST_FOOT || !PAGE_FOOT.test(text.replace(/\s/gu, ""))) return undefined;
  for (let next = at + 1; next <= at + MOST_BLANK && lines[next]; next++) if (!isBlankLine(lines[next]!)) return next;
  return undefined;
}
