import { HEADING_NUMBER } from "../../../core/numbering.js";
import { ADJUSTED_BUDGET } from "../../lexicon/labels/adjusted-budget.js";
import { FUNDS_BLOCK } from "../../lexicon/labels/funds-block.js";
import { headTime, TIME_BEFORE } from "../../lexicon/labels/head-time.js";
import { foldWidth } from "../../numeral.js";
import { type Atom, beginsLine, isEmptyCell } from "../atom.js";
import { type Column, FUND_HEADS, INDICATOR_HEADS, isBanner, withNames } from "../column.js";
import { BestReadings, type HeadReading, LETTER, LISTED, WHOLE } from "./head-reading.js";
import { endOfWord, headsAt, lineStarts, running, wordEnds } from "./head-text.js";
import { withLowerStoreys } from "./lower-storey.js";
import { MOST_UNKNOWN, patternedWord, unlisted, unlistedBehind } from "./unlisted-heads.js";

/** A head found in running atoms: its columns in order, and where it stands (atoms `from` up to `to`). */
export interface FoundHead {
  readonly about: "indicators" | "funds";
  readonly columns: readonly Column[];
  readonly from: number;
  readonly to: number;
  /** True when some column's words were broken over lines: then the cells of its rows wrap too. */
  readonly wrapped: boolean;
  /** True when its columns' words stood side by side on several lines. */
  readonly woven?: boolean;
  /** What stands beside the head of funds and tells their unit: 项目资金（元）. */
  readonly side?: string;
}

/** The columns of the rows below a head: those of funds begin with a label, whether the head names it or not. */
export function columnsBelow({ about, columns, side }: FoundHead): readonly Column[] {
  const isLabelled = about !== "funds" || columns.some(({ kind }) => kind === "label");
  return isLabelled ? columns : [{ kind: "label", role: "label", title: side ?? "" }, ...columns];
}

/** 项目资金（元）, 预算执行情况（万元）(20分) before a head of funds, a cell between that is told to be empty or not. */
const SIDE = new RegExp(`${FUNDS_BLOCK}(?:[(（]\\d{1,3}分[)）])?$`, "u");
const LONGEST_SIDE = 24;

function sideOf(atoms: readonly Atom[], from: number): { side?: string } {
  let text = "";
  let at = from - 1;
  while (at >= 0 && isEmptyCell(atoms[at]!)) at--;
  for (; at >= 0 && text.length < LONGEST_SIDE && !isEmptyCell(atoms[at]!); at--) text = foldWidth(atoms[at]!.text) + text;
  const side = SIDE.exec(text)?.[0];
  return side === undefined ? {} : { side };
}

/** What may stand behind a head's words: (A), (万元), （20分*执行率）, (%). */
const SUFFIX = /^(?:(?:[(][^()]{1,14}[)]|[①-⑨]){1,3}:?|:)/u;
/** 扣分原因 is one head, broken or not, and 扣分 no column before it. */
const REASON = /^(?:原因|理由|依据|情况|说明)/u;
/** 扣分原因及整改措施, 未完成原因和下一步改进措施: what is told beside the reasons goes on in their head. */
const REASON_TAIL = /^(?:(?:以?及|[和与或、])(?:拟?采取的?|相关|下一步|后续)?\p{Script=Han}{0,4}(?:措施|办法|意见|建议|打算|说明|情况))?/u;
/** Amounts have no marks: 预算执行情况（万元）（20分） is the block's label. */
const MARKS = /\d分[)]/u;
const YEAR = /^(?:19|20)\d\d年度?/u;

/** All heads in a run of atoms, in order, not overlapping. */
export function findHeads(atoms: readonly Atom[]): FoundHead[] {
  const heads: FoundHead[] = [];
  const headings = inHeadings(atoms);
  for (let from = 0; from < atoms.length; from++) {
    if (headings[from]) continue;
    const first = best(headAt(atoms, from, "indicators"), headAt(atoms, from, "funds"));
    if (!first) continue;
    const found = withoutGroup(atoms, first);
    heads.push(found);
    from = found.to - 1;
  }
  return heads;
}

/** How a heading begins: 一、 or （一）. */
export const HEADING = new RegExp(`^${HEADING_NUMBER}`, "u");

/** Which atoms stand within a heading: 二、绩效指标完成情况 is one, and its 完成情况 no column. */
function inHeadings(atoms: readonly Atom[]): boolean[] {
  let isHeading = false;
  return atoms.map((atom, at) => {
    if (at === 0 || atoms[at - 1]!.row !== atom.row) isHeading = HEADING.test(atom.text);
    return isHeading && atom.gap === "glued";
  });
}

function best(a: FoundHead | null, b: FoundHead | null): FoundHead | null {
  if (!a || !b) return a ?? b;
  return b.columns.length > a.columns.length ? b : a;
}

/**
 * 年度预算数（万元） above 年初预算 and 调整后预算数 is a group's head, and 完成情况 before 实际完成值 ends a label beside the table: the columns are
 * those behind it, of which one is of its kind. So are those below 资金来源 | 预算安排 | 执行情况, but for the first.
 */
function withoutGroup(atoms: readonly Atom[], head: FoundHead): FoundHead {
  for (let from = head.from + 1; from < head.to; from++) {
    const behind = headAt(atoms, from, head.about);
    const [first] = head.columns as readonly [Column, ...Column[]];
    if (!behind || behind.columns.length < head.columns.length) continue;
    // As many columns behind 完成情况: the results' own head, which may not be told twice, was read as part of another.
    const isLonger = behind.columns.length > head.columns.length;
    const isOther = (title: string) => first.kind === "actual" && !first.title.endsWith(title);
    if (behind.columns.some(({ role, title }) => role === first.role && (isLonger || isOther(title)))) return behind;
    if (first.kind === "label" && beginsLine(atoms[from]!)) return { ...behind, columns: [first, ...behind.columns], from: head.from };
  }
  return head;
}

/** What a head may begin with; most text does not. */
const STARTS = new Set([...INDICATOR_HEADS, ...FUND_HEADS].map(({ word }) => word[0]!).concat("1", "2"));

function headAt(atoms: readonly Atom[], from: number, about: FoundHead["about"]): FoundHead | null {
  if (!STARTS.has(foldWidth(atoms[from]!.text[0]!))) return null;
  const { text, ends } = running(atoms, from);
  const words = wordEnds(atoms, from, ends);
  const begins =
    headsAt(text, 0, about).some(({ word }) => endOfWord(text, 0, word) !== undefined) ||
    YEAR.test(text) ||
    patternedWord(text, 0, words.get(0), about) !== undefined;
  if (!begins) return null;
  const reading = longestReading(text, ends, words, about, lineStarts(atoms, from, ends));
  const columns = reading && withNames(reading.columns.filter((column) => !isBanner(column, reading.columns)));
  if (!reading || !columns || !complete(columns, about) || (about === "funds" && lacksColumns(atoms, from, columns))) return null;
  const to = from + ends.filter((end) => end <= reading.end).length;
  const behind = unlistedBehind(atoms, to, columns[0]!, about);
  const isNew = behind.columns.every(({ role }) => role === "other" || MAY_REPEAT.has(role) || columns.every((own) => own.role !== role));
  const trailing = isNew ? behind : { columns: [], to };
  const side = about === "funds" ? sideOf(atoms, from) : {};
  const own = atoms.slice(from, to);
  const woven = own.some(({ row, line }) => row === own[0]!.row && line !== own[0]!.line);
  return { about, columns: [...columns, ...trailing.columns], from, to: trailing.to, wrapped: reading.wrapped, woven, ...side };
}

const AMOUNT_HEADS = FUND_HEADS.filter(({ column }) => column.kind === "amount");
/** What may stand behind a head, whole or cut: (A)(万元), (万. */
const BRACKETS = /^(?:[(][^()]{0,14}[)]?)*$/u;
const LONGEST_AMOUNT_HEAD = 24;

/**
 * A column of amounts stands right before what was read as the head: its figures would be taken for the next column's. None that the head has
 * too: no table has two of a kind.
 */
function lacksColumns(atoms: readonly Atom[], from: number, columns: readonly Column[]): boolean {
  let before = "";
  for (let at = from - 1; at >= 0 && before.length < LONGEST_AMOUNT_HEAD; at--) before = foldWidth(atoms[at]!.text) + before;
  return AMOUNT_HEADS.some(({ word, column }) => {
    if (columns.some(({ role }) => role === column.role)) return false;
    const at = before.lastIndexOf(word);
    const rest = at < 0 ? undefined : before.slice(at + word.length);
    return rest !== undefined && BRACKETS.test(rest) && !MARKS.test(rest);
  });
}

/** The sequence of head words that reads most of the text, each ending where an atom ends, if it can. */
function longestReading(
  text: string,
  ends: readonly number[],
  words: ReadonlyMap<number, number>,
  about: FoundHead["about"],
  lines: ReadonlySet<number>,
): HeadReading | null {
  const isEnd = new Set(ends);
  const readings = new BestReadings();
  let top: HeadReading | null = null;
  for (const reading of readings.inOrder(text.length)) {
    const at = reading.end;
    if (isEnd.has(at) && (!top || reading.score > top.score)) top = reading;
    const word = patternedWord(text, at, words.get(at), about);
    const behind = isEnd.has(at)
      ? unlisted(text, at, ends, about).filter(({ known }) => reading.columns.length >= (known ? LEAST_BEFORE_KNOWN : LEAST_BEFORE_UNKNOWN))
      : [];
    for (const { column, end, score, known } of word ? [word, ...behind] : behind) {
      const unknown = reading.unknown + (known ? 0 : 1);
      const sum = reading.score + score;
      const columns = known ? withColumn(reading.columns, column) : [...reading.columns, column];
      if (columns && unknown <= MOST_UNKNOWN) readings.add({ ...reading, columns, end, score: sum, unknown });
    }
    const skip = TIME_BEFORE.exec(text.slice(at))?.[0].length ?? 0;
    for (const { word, column } of headsAt(text, at + skip, about)) {
      const stop = endOfWord(text, at + skip, word);
      if (stop === undefined || (column.role === "deduction" && !isEnd.has(stop) && REASON.test(text.slice(stop)))) continue;
      let end = stop + (column.role === "reason" ? REASON_TAIL.exec(text.slice(stop))![0].length : 0);
      const suffix = SUFFIX.exec(text.slice(end))?.[0] ?? "";
      if (column.kind === "amount" && MARKS.test(suffix)) continue;
      end += suffix.length;
      const title = text.slice(at, end).replace(/:$/u, "");
      const told = about === "indicators" && headTime(title) === "other" ? OTHER_YEARS : column;
      const columns = withColumn(reading.columns, { ...told, title });
      if (!columns) continue;
      const inside = ends.some((boundary) => boundary > at && boundary < end);
      const score = reading.score + LISTED + (end - at) * LETTER + (isEnd.has(end) ? WHOLE : -WHOLE);
      readings.add({ ...reading, columns, end, score, wrapped: reading.wrapped || inside });
    }
  }
  if (about === "indicators")
    for (const reading of withLowerStoreys(text, readings.best, isEnd, lines)) if (!top || reading.score > top.score) top = reading;
  return top;
}

/** What is told of another year stands beside the indicator and is read no further. */
const OTHER_YEARS = { kind: "earlier", role: "standard" } as const;

/** So many heads must stand before one that no list has, by whether words in it tell what it is. */
const LEAST_BEFORE_KNOWN = 2;
const LEAST_BEFORE_UNKNOWN = 3;
/** 指标性质 and 指标方向 stand side by side. */
const MAY_REPEAT = new Set(["standard", "review", "reason", "level4", "direction"]);

/**
 * The columns and one more; undefined where it is told twice. 批复预算 | 调整后预算: of two budgets side by side the one that says nothing of itself is
 * the initial one. Targets that were adjusted stand beside the first ones.
 */
function withColumn(columns: readonly Column[], column: Column): readonly Column[] | undefined {
  const same = columns.find(({ role }) => role === column.role);
  if (!same || MAY_REPEAT.has(column.role)) return [...columns, column];
  const isAdjusted = ({ title }: Column) => ADJUSTED_BUDGET.test(title);
  if (column.role === "target" && same === columns.at(-1) && isAdjusted(column) && !isAdjusted(same))
    return [...columns, { ...column, kind: "adjusted" }];
  if (column.role !== "adjustedBudget" || same !== columns.at(-1) || isAdjusted(same) || !isAdjusted(column)) return undefined;
  if (columns.some(({ role }) => role === "initialBudget")) return undefined;
  return [...columns.map((each) => (each === same ? { ...each, role: "initialBudget" } : each)), column];
}

function complete(columns: readonly Column[], about: FoundHead["about"]): boolean {
  const has = (...kinds: Column["kind"][]) => columns.some((column) => kinds.includes(column.kind));
  if (about === "funds") return columns.filter((column) => column.kind === "amount").length >= 2;
  return columns.length >= 4 && has("name") && has("target", "actual") && (has("points") || has("level1", "level2", "levels"));
}
