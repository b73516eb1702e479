import { type FundRole, fundRole, type IndicatorRole, indicatorRole } from "../../lexicon/labels/head-words.js";
import { type Band, bandOf, widened } from "./column-bands.js";
import type { LaidLine } from "./laid-lines.js";

export type LaidRole = IndicatorRole | FundRole;

/** The heads of a laid-out table: lines `from` up to `to`, each column's words put together from top to bottom. */
export interface LaidHead {
  readonly about: "indicators" | "funds";
  readonly bands: readonly Band[];
  readonly titles: readonly string[];
  readonly from: number;
  readonly to: number;
  /** Columns whose titles are known heads, less what many lines cost. */
  readonly worth: number;
}

/** Fewer heads may be words of a sentence. */
const LEAST_HEADS = 3;
/** No page has room for more columns. */
const MOST_COLUMNS = 64;
/** Share of a head's columns that must be known. */
const LEAST_SHARE = 0.5;
/** Lines that heads are broken over, at most: a column may be one character wide. */
const TALLEST = 8;
/** Of two heads with as many known columns the lower is taken. */
const COST_OF_LINE = 0.1;

/** The best head that begins at a line or near below it; undefined where none begins at the line itself. */
export function laidHeadAt(lines: readonly LaidLine[], at: number): LaidHead | undefined {
  const here = headFrom(lines, at);
  if (!here) return undefined;
  for (let next = at + 1; next < here.to; next++) if ((headFrom(lines, next)?.worth ?? 0) > here.worth) return undefined;
  return here;
}

function headFrom(lines: readonly LaidLine[], from: number): LaidHead | undefined {
  let best: LaidHead | undefined;
  let bands: readonly Band[] = [];
  for (let to = from + 1; to <= Math.min(lines.length, from + TALLEST) && isNear(lines, from, to - 1); to++) {
    bands = widened(bands, lines[to - 1]!.tokens);
    if (bands.length < LEAST_HEADS) continue;
    if (bands.length > MOST_COLUMNS) break;
    const zone = lines.slice(from, to);
    const bracketed = joinedBrackets(columnsOf(zone, bands));
    for (const about of ["indicators", "funds"] as const) {
      const { bands, titles } = withoutCorner(withoutGroups(joinedRests(bracketed, about), about), about);
      const roles = new Set(titles.filter((title) => isExactHead(title, about)).map((title) => laidRole(title, about)));
      const worth = roles.size - COST_OF_LINE * (to - from);
      if (roles.size < LEAST_HEADS || roles.size < bands.length * LEAST_SHARE || worth <= (best?.worth ?? 0)) continue;
      best = { about, bands, titles, from, to, worth };
    }
  }
  return best && withTail(lines, best);
}

/** Lines below a head that may still be its own, at most. */
const LONGEST_TAIL = 4;

/** The head with the lines below it that hold nothing but ends of its columns' titles: （A） below 年度指标值, 和改进措施 below 未完成原因. */
function withTail(lines: readonly LaidLine[], head: LaidHead): LaidHead {
  const { about, bands, titles, from } = head;
  let found = head;
  for (let to = head.to + 1; to <= Math.min(lines.length, head.to + LONGEST_TAIL) && isNear(lines, from, to - 1); to++) {
    const isApart = ({ from, to }: Band) => !bands.some((band) => from < band.to && to > band.from);
    if (lines[to - 1]!.tokens.some(isApart)) break;
    const longer = titlesOf(lines.slice(from, to), bands);
    const isTail = longer.every((title, i) => {
      const before = titles[i]!;
      return title === before || (isExactHead(title, about) && laidRole(title, about) === laidRole(before, about));
    });
    if (isTail) found = { ...head, bands: widenedBy(bands, lines.slice(head.to, to)), titles: longer, to };
  }
  return found;
}

/** The bands with the words of further lines in them. */
function widenedBy(bands: readonly Band[], lines: readonly LaidLine[]): Band[] {
  const tokens = lines.flatMap((line) => line.tokens);
  return bands.map((band, i) =>
    tokens
      .filter((token) => bandOf(bands, token) === i)
      .reduce((so, { from, to }) => ({ from: Math.min(so.from, from), to: Math.max(so.to, to) }), band),
  );
}

function isNear(lines: readonly LaidLine[], from: number, at: number): boolean {
  return at === from || (lines[at]!.row - lines[at - 1]!.row <= 2 && !lines[at]!.newPage);
}

/** What a head says of each column, line by line; below a group's head (评分情况 above 分值) what stands there alone. */
export function titlesOf(zone: readonly LaidLine[], bands: readonly Band[]): string[] {
  const words: string[][] = bands.map(() => []);
  // What stands left of all columns is the form's label.
  for (const { tokens } of zone) for (const token of tokens) if (token.to > bands[0]!.from) words[bandOf(bands, token)]!.push(token.text);
  return words.map((own) => {
    const roleOf = (text: string) => indicatorRole(text) ?? fundRole(text);
    const [title, lower] = [own.join(""), own.slice(1).join("")];
    return lower !== "" && roleOf(lower)?.exact && !roleOf(title)?.exact && roleOf(own[0]!) ? lower : title;
  });
}

/** Lines that may be a head, the columns that they are taken for, and the title of each. */
interface Columns {
  readonly zone: readonly LaidLine[];
  readonly bands: readonly Band[];
  readonly titles: readonly string[];
}

function columnsOf(zone: readonly LaidLine[], bands: readonly Band[]): Columns {
  return { zone, bands, titles: titlesOf(zone, bands) };
}

/** The columns with others of their bands; they themselves where these are as many. */
function withBands(columns: Columns, bands: readonly Band[]): Columns {
  return bands.length === columns.bands.length ? columns : columnsOf(columns.zone, bands);
}

/** 指标值 and （A） behind one space are one head. */
function joinedBrackets(columns: Columns): Columns {
  const { bands, titles } = columns;
  const joined: { from: number; to: number }[] = [];
  bands.forEach(({ from, to }, i) => {
    const before = joined.at(-1);
    if (before && from - before.to <= 1 && /^[（(]/u.test(titles[i]!)) before.to = to;
    else joined.push({ from, to });
  });
  return withBands(columns, joined);
}

/**
 * 预算执行 and 数 on the line below, pushed out from under it, are one head: neither the rest is one by itself nor is there more of it. So are
 * 偏差原因分析及改 and 进措施, however far apart, as neither is a head, and the last column's 未完成原因和改进措 and 施.
 */
function joinedRests(columns: Columns, about: LaidHead["about"]): Columns {
  const { bands, titles } = columns;
  const joined: { from: number; to: number; title: string }[] = [];
  bands.forEach(({ from, to }, i) => {
    const title = titles[i]!;
    const before = joined.at(-1);
    const next = titles[i + 1];
    // 单 位 is a head of its own.
    const isParted = title.length === 1 && next?.length === 1 && isExactHead(title + next, about);
    const isRest = title.length <= LONGEST_REST && laidRole(title, about) === undefined && !isParted;
    const roles = new Set([before?.title ?? "", title].flatMap((part) => laidRole(part, about) ?? []));
    const isBroken = before && roles.size < 2 && !isExactHead(before.title, about) && !isExactHead(title, about) && !isParted;
    const isBeside = before && (from - before.to <= LONGEST_REST || (isRest && next === undefined));
    // 二级 and 指标 are one head, whatever else 指标 names.
    const isRestOf = isBeside && (isRest || title === "指标");
    if (before && (isBroken || isRestOf) && isExactHead(before.title + title, about)) {
      before.to = to;
      before.title += title;
    } else joined.push({ from, to, title });
  });
  return withBands(columns, joined);
}

/**
 * 完成情况 above 实际值, 分值, 得分, and beside them where there was no room: a head whose role one below it has is a group's. So is 目标 above 符号, 数值 and
 * 单位: all of it stands above those on either side.
 */
function withoutGroups(columns: Columns, about: LaidHead["about"]): Columns {
  const { zone, bands, titles } = columns;
  const roles = titles.map((title) => laidRole(title, about));
  const lines: number[][] = bands.map(() => []);
  for (const [at, { tokens }] of zone.entries()) for (const token of tokens) lines[bandOf(bands, token)]!.push(at);
  const isBelow = (other: number, i: number) => lines[other] !== undefined && Math.min(...lines[other]) > Math.max(...lines[i]!);
  const left = bands.filter((_, i) => {
    const isAgain = roles[i] !== undefined && roles.some((role, o) => o > i && role === roles[i] && isBelow(o, i));
    return !isAgain && !(isBelow(i - 1, i) && isBelow(i + 1, i));
  });
  return withBands(columns, left);
}

/** 项目资金（万元） left of a fund table's heads is no column's: what stands below it are labels. So is 预算执行情况 where 执行数 stands too. */
function withoutCorner(columns: Columns, about: LaidHead["about"]): Columns {
  if (about === "indicators" || columns.bands.length < 2) return columns;
  const [corner, ...roles] = columns.titles.map((title) => laidRole(title, about));
  return corner === undefined || roles.includes(corner) ? withBands(columns, columns.bands.slice(1)) : columns;
}

/** Characters, and blank columns before them, of what a line's end cut off a title. */
const LONGEST_REST = 2;

/** The role of a head as it was put together of the lines of its column. */
export function laidRole(title: string, about: LaidHead["about"]): LaidRole | undefined {
  return (about === "funds" ? fundRole(title) : indicatorRole(title))?.role;
}

function isExactHead(title: string, about: LaidHead["about"]): boolean {
  return title !== "" && (about === "funds" ? fundRole(title) : indicatorRole(title))?.exact === true;
}
