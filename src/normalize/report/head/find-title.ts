import type { Block, Paragraph } from "../../../core/extracted.js";
import { ANY_NUMBER } from "../../../core/numbering.js";
import { unspaced } from "../../../core/text.js";
import { cellText } from "../../figures/cell-figure.js";
import { withWesternYears } from "../../numeral.js";
import { toGrid } from "../../tables/grid.js";
import { saysKind } from "../../title/kind.js";
import { chapterTitle, isSupporting, isTitle, nameInBrackets, readTitle, type Title } from "../../title/title.js";

/** How far into a report its title may stand, in blocks and in rows of its first table. */
export const TITLE_REACH = 25;
/** A longer line below a title is no name. */
const LONGEST_NAME = 40;
const NUMBERED = new RegExp(`^\\s*${ANY_NUMBER}`, "u");

export interface FoundTitle extends Title {
  readonly evidence: Paragraph["evidence"];
  readonly block: number;
}

/**
 * The report's title: the first line that is one, joined with the line before where it was broken; a sheet's first rows count as lines. That of a table
 * beside the form only where no other follows.
 */
export function findTitle(blocks: readonly Block[]): FoundTitle | null {
  let supporting: FoundTitle | null = null;
  for (const [index, block] of blocks.slice(0, TITLE_REACH).entries()) {
    const told = block.type === "table" ? titleInTable(block) : titleAt(blocks, index, block);
    if (!told) continue;
    const read = readTitle(told.text);
    const isBroken = told.isBroken ?? (block.type === "paragraph" && block.lines.length > 1);
    const found = {
      ...read,
      projectName: read.projectName ?? nameBelow(told.text, blocks[index + 1]) ?? nameOfChapter(blocks.slice(index + 1)),
      year: read.year ?? yearInForm(read.text, blocks[index + 1]),
      evidence: told.evidence,
      block: index,
    };
    if (isSupporting(told.text)) supporting ??= found;
    else return (isBroken ? wholeBelow(blocks, found) : undefined) ?? fullerBelow(blocks, found) ?? found;
  }
  return supporting;
}

/** The year of the same title again in the form right below: 某费绩效自评表, above a table that begins 绩效自评表（2022年度）. */
function yearInForm(title: string, below: Block | undefined): number | null {
  const inForm = below?.type === "table" ? titleInTable(below) : undefined;
  const again = inForm && readTitle(inForm.text);
  return again && title.endsWith(again.text.replace(/[(（][^()（）]*[)）]$/u, "")) ? again.year : null;
}

/** The title right below one that names nothing, which says whose it is or of which year: a page's running head (部门整体支出自评材料) stands above the form's own. */
function fullerBelow(blocks: readonly Block[], { text, block }: FoundTitle): FoundTitle | undefined {
  const below = blocks[block + 1];
  const { projectName, ...own } = readTitle(text);
  const isNameless = projectName === null && own.unit === null && own.year === null;
  if (!isNameless || below?.type !== "paragraph" || !isTitle(below.text) || isSupporting(below.text)) return undefined;
  const fuller = readTitle(below.text);
  return fuller.unit === null && fuller.year === null ? undefined : { ...fuller, evidence: below.evidence, block: block + 1 };
}

/** The same title again on one line, as it stands above the text behind a cover that breaks it: 2021年度某项目 / 绩效自评报告, 某项目2021年度绩效自评报告. */
function wholeBelow(blocks: readonly Block[], found: FoundTitle): FoundTitle | undefined {
  for (const block of blocks.slice(found.block + 1, found.block + 1 + TITLE_REACH)) {
    if (block.type !== "paragraph" || !isTitle(block.text)) continue;
    const { text, projectName, year } = readTitle(block.text);
    if (projectName !== null && projectName === found.projectName && year === found.year && text.length === found.text.length)
      return { ...found, text, evidence: block.evidence };
  }
  return undefined;
}

interface TitleLine {
  readonly text: string;
  readonly evidence: Paragraph["evidence"];
  /** Put together of two lines. */
  readonly isBroken?: true;
}

function titleAt(blocks: readonly Block[], index: number, block: Paragraph): TitleLine | undefined {
  const before = blocks[index - 1];
  const broken = before?.type === "paragraph" ? joinedTitle(before.text, block.text) : undefined;
  if (broken && before?.type === "paragraph") return { text: broken, evidence: [...before.evidence, ...block.evidence], isBroken: true };
  if (isTitle(block.text)) return withRest(block, blocks[index + 1]);
  const chapter = index === 0 && !isTitle(textOf(blocks[1])) ? chapterTitle(block.text, block.heading !== undefined) : undefined;
  return chapter && { text: chapter.text, evidence: block.evidence };
}

/** 的报告, 报告: the last words of a title that its line had no room for, and how the line ends then. */
const REST = /^的?(?:情况)?(?:的?报告书?|的(?:汇报|说明|总结))$/u;
const OPEN_END = /(?:自评|评价|自查|情况|结果|工作)$/u;

/** A title with the end that stands on the next line: …绩效自评情况 / 的报告. */
function withRest(title: Paragraph, below: Block | undefined): TitleLine {
  const rest = unspaced(textOf(below));
  if (below?.type !== "paragraph" || !OPEN_END.test(title.text.trim()) || !REST.test(rest)) return title;
  return { text: title.text + rest, evidence: [...title.evidence, ...below.evidence] };
}

function textOf(block: Block | undefined): string {
  return block?.type === "paragraph" ? block.text : "";
}

/** Lines between a title and its first chapter: 日期：2023-08-25. */
const BEFORE_CHAPTER = 4;

/** The project of the chapter that begins below a title, which is a report of its own: 一、某项目绩效自评报告. */
function nameOfChapter(below: readonly Block[]): string | null {
  for (const block of below.slice(0, BEFORE_CHAPTER)) {
    const chapter = block.type === "paragraph" ? chapterTitle(block.text, block.heading !== undefined) : undefined;
    if (chapter) return chapter.projectName;
  }
  return null;
}

/** 某局2024年某费 / 用绩效自评报告: a line that carries the year and does not end, before one that ends as a title does. */
function joinedTitle(before: string, line: string): string | undefined {
  const isDated = (text: string) => /(?:19|20)\d{2}\s*年/u.test(withWesternYears(text));
  // 某项目 / 2024年度绩效自评报告: the name of what a bare title speaks of stands above it.
  if (NAMES_MONEY.test(before) && before.length <= 60 && !isTitle(before) && isTitle(line) && isBareTitle(line)) return before + line;
  const open =
    !NUMBERED.test(line) &&
    isDated(before) &&
    before.length <= 60 &&
    !/[。；;：:，,)）]$/u.test(before) &&
    !/^[(（]/u.test(before) &&
    !TELLS_APART.test(before);
  if (!open || isTitle(before) || line.length > 40 || isDated(line)) return undefined;
  const joined = before + line;
  return isTitle(joined) ? joined : undefined;
}

/** 填报时间：2024年3月, 某公司 2024年3月5日: a label with its value, or a date of writing, is a line of its own. */
const TELLS_APART = /^(?!附)[^：:]{2,12}[：:].|月(?:\s*\S{1,3}\s*日)?\s*$/u;

/** A line that ends as the name of a project or of money does. */
const NAMES_MONEY = /^[^。；;：:，,]{4,}(?:项目|工程|专项|资金|经费|转移支付|补助|补贴|奖补)$/u;

/** A title that names nothing but its year and its kind. */
function isBareTitle(line: string): boolean {
  const { projectName, unit } = readTitle(line);
  return projectName === null && unit === null;
}

/** 2020年部门预算项目支出绩效自评报告 / （某河道整治项目）: the name that stands below a title without one. */
function nameBelow(title: string, below: Block | undefined): string | null {
  if (below?.type !== "paragraph" || saysKind(title) === "department" || isTitle(below.text)) return null;
  const line = unspaced(below.text);
  if (/^[(（]/u.test(line)) return nameInBrackets(line);
  return /^[^。；;：:，,]+$/u.test(line) && line.length <= LONGEST_NAME ? nameInBrackets(`（${line}）`) : null;
}

function titleInTable(table: Extract<Block, { type: "table" }>): TitleLine | undefined {
  const grid = toGrid(table);
  for (let row = 0; grid && row < Math.min(4, grid.rowCount); row++) {
    const said = grid.own(row).filter((cell) => cellText(cell) !== "");
    const [cell] = said;
    if (!cell || said.length > 1) continue;
    const text = [cellText(cell), ...cell.text.split("\n")].find(isTitle);
    if (text !== undefined) return { text, evidence: cell.evidence };
  }
  return undefined;
}
