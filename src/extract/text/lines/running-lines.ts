import { groupBy } from "../../../core/group-by.js";
import { POINT_NUMBER } from "../../../core/numbering.js";
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
/** A line of prose that the page's end cut. */
const CUT = /[，。；].*[^。；：！？\s]$/u;
/** （一）, （2022年度）, 项目名称: what begins a paragraph or a form. */
const BEGINS = new RegExp(`^(?:${POINT_NUMBER}|[（(]?\\s*(?:19|20)\\d{2}\\s*年|项目|单位|部门|填报)`, "u");

/** A page's foot, the line behind it, and the lines of the text around both, by their places; `end` where none follows. */
interface PageBreak {
  readonly before: number | undefined;
  readonly head: number;
  readonly title: string;
  readonly end: number;
}

/**
 * The lines without running heads: what stands right behind a page's foot and names a collection, or stands so twice and once within a sentence. Of a
 * page's end within a sentence nothing is left, so that the sentence goes on.
 */
export function withoutRunningHeads(lines: readonly SourceLine[]): SourceLine[] {
  const breaks = lines.flatMap((_, at) => breakAt(lines, at) ?? []);
  const cuts = ({ before }: PageBreak, next: number) =>
    before !== undefined && CUT.test(textAt(lines, before)) && !BEGINS.test(textAt(lines, next));
  const titles = breaks.filter(({ title }) => TITLE.test(title));
  const cutting = new Set(titles.filter((place) => cuts(place, place.end)).map(({ title }) => title));
  const times = groupBy(titles, ({ title }) => title);
  const isRunning = ({ title }: PageBreak) =>
    TITLE.test(title) && (COLLECTION.test(title) || (cutting.has(title) && times.get(title)!.length > 1));
  const dropped = new Set<number>();
  for (const place of breaks) {
    const next = isRunning(place) ? place.end : place.head;
    if (isRunning(place)) dropped.add(place.head);
    if (cuts(place, next)) for (let at = place.before! + 1; at < next; at++) dropped.add(at);
  }
  if (dropped.size === 0) return [...lines];
  return lines.flatMap((line, at) => {
    if (dropped.has(at)) return [];
    return dropped.has(at - 1) ? [{ ...line, newPage: line.newPage || lines[at - 1]!.newPage }] : [line];
  });
}

/** The foot of a page at `at`; undefined where none stands there, or nothing behind it. */
function breakAt(lines: readonly SourceLine[], at: number): PageBreak | undefined {
  const { text } = lines[at]!;
  if (text.length > LONGEST_FOOT || !PAGE_FOOT.test(text.replace(/\s/gu, ""))) return undefined;
  const head = nextSaid(lines, at, 1);
  if (head === undefined) return undefined;
  return { before: nextSaid(lines, at, -1), head, title: textAt(lines, head), end: nextSaid(lines, head, 1) ?? lines.length };
}

function textAt(lines: readonly SourceLine[], at: number): string {
  return lines[at]?.text.trim() ?? "";
}

/** The nearest line before (-1) or behind (1) that says something, as far as a page's margins reach. */
function nextSaid(lines: readonly SourceLine[], at: number, step: -1 | 1): number | undefined {
  for (let next = at + step; Math.abs(next - at) <= MOST_BLANK && lines[next]; next += step) if (!isBlankLine(lines[next]!)) return next;
  return undefined;
}
