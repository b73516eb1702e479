import { exact, plain as plainDecimal } from "../../core/decimal.js";
import type { Points, StatedScore } from "../../core/record.js";
import { EXECUTION_NAME } from "../lexicon/execution-name.js";
import { PROSE_WORDS } from "../lexicon/prose-words.js";
import type { IndicatorFacts, ProseFacts, ProseIndicator } from "./facts.js";
import { percent, points } from "./figures.js";
import { completedIn } from "./indicator-items.js";
import { isLevelName, leadLength, type Named, nameOf, plain } from "./indicator-name.js";
import { startsPath } from "./indicator-path.js";
import type { KnownNames } from "./known-names.js";
import { type ClauseRole, type LabelledClause, labelledClauses } from "./labelled-clauses.js";
import type { Token } from "./lexer.js";
import { captionOf, type Outline, runInHead } from "./outline.js";
import { locate, type Passage } from "./passage.js";
import { placeLevel } from "./place-level.js";

type Clause = LabelledClause & {
  /** The name of an indicator that a table tells, alone. */
  readonly isKnown?: true;
};

interface Item {
  /** Null for the execution of the budget, where it stands in no list. */
  readonly named: Named | null;
  readonly start: number;
  readonly nameEnd: number;
  end: number;
  readonly under: Outline;
  readonly told: Map<ClauseRole, LabelledClause>;
  readonly isKnown: boolean;
}

const LEVELS = [...PROSE_WORDS.levelOne, ...PROSE_WORDS.levelTwo].filter((word) => word.endsWith("指标") && !word.includes("执行"));
const LEVEL = new RegExp(`^(${LEVELS.sort((a, b) => b.length - a.length).join("|")})(?:方面|中|部分|上)?$`, "u");
/** 另预算执行率满分10分. */
const BESIDES = /^(?:另外?|此外|同时|加上)/u;
/** The execution of the budget told below these heads is none of theirs. */
const NO_LEVEL_OF_EXECUTION = /满意|效益|效果/u;
/** 预算执行率91%, before the marks that it is given. */
const RATE_TOLD = /(?<=率)(?:为|是|达到?|:)?\d+(?:\.\d+)?%$/u;
/** 8分, 分值：8. */
const TELLS_MARKS = /\d\s*分|(?:分值?|权重)[:为是]?\s*\d/u;
/** Marks below this are a part's. */
const WHOLE = 50;
/** 设施装备配套率目标值…, 执行率分值10分: a name before a label in one clause. */
const LABEL_WITHIN =
  /(?:(?:年初|年度|全年|预期|计划|绩效)*(?:目标值|指标值|计划值|目标(?=[为是≥≤<>=\d]|不[低少高大小]于|不超过|(?!管理|任务|设定|责任|考核|完成)\p{Script=Han}{2,10}$))|(?:满分值?|(?:标准|参考)?分值|权重|标准分)(?=[为是:]?\d)|实际(?:完成值?|值)(?=[为是:\d])|(?:自评)?得分(?=[为是:]?\d))/u;
const MARKS_BEHIND = /(?<=^\p{Script=Han}{3,30})\d{1,2}(?:\.\d+)?分$/u;
/** 产出指标下设数量指标: both levels, before the name. */
const LEVEL_BELOW = new RegExp(`^(${LEVELS.join("|")})(?:下设|下的|中的|项下的?|之下的?|所属的?|里的)(${LEVELS.join("|")})$`, "u");
/** 从年终统计结果看, 依据评分办法: by what something is told, within an item. */
const NARRATES =
  /^(?:从|根据|依据|按照?|对照|结合|综合|经过?(?!济|费|营|办|纪)|通过|截至|截止)\p{Script=Han}+$|^(?:该|本|此)?(?:项)?指标(?:已|未|基本|全部|按期|超额)*(?:完成|达成|实现|达标)$/u;
const OPENING = /^(?:其中|具体(?:如下|为|情况)?|如下|分别(?:为|是)|包括|各项指标(?:得分)?(?:如下|情况)?)$/u;
/** 年度预算100万元, 支出率95%: what is told of money is no name. */
const NO_ITEM = /\d(?:亿|万)?元|\d%|(?:19|20)\d\d年[^,]{0,4}(?:预算|资金)|\d月|(?:资金|经费|拨款)$|原因|由于|因为|扣分|方面$|^[该本此]/u;
/** 该项目数量指标"检修渡口". */
const OF_PROJECT = /^[该本]项目的?(?=.{2,6}指标)/u;
/** Why marks were lost is told within the item. */
const REASON = /原因|由于|因为|^因|扣分/u;
/** 达到年初目标, 未完成年初目标: said of the item, and no item. */
const COMPLETION =
  /^(?:已|均|基本|全部|超额)*(?:未|没有|尚未|未能)?(?:全部)?(?:完成|达成|达到|实现)了?(?:年初|年度|预期|全年|绩效|既定|设定|的)*(?:目标值?|指标值?|任务)$/u;
const SPENDING = /支出|支付|执行|使用|拨付|到位|下达|列支|投入/u;
const REACHED_IN_WORDS = /^(?:(?:年末|全年|目前)?实际(?:上)?)(?=\p{Script=Han}{2,24}$)/u;
/** 检修浮桥12座: behind a level, what was to be done stands for a name. */
const DEED = /^([^\d≥≤<>=]{2,30}?)(?:达到|控制在|不低于|不超过|不少于)?[≥≤<>=]*\d[^,]{0,16}$/u;
/** 长效机制基本建立: what was reached names what was aimed at. */
const REACHED =
  /^([\p{Script=Han}]{2,16}?)(?:基本|已经?|均已?|逐步|初步|进一步|得到|持续|有效|明显|显著|不断)+(?:建立|健全|形成|完善|提升|提高|改善|增强|巩固|优化|实现|落实|达到预期)/u;

/**
 * Indicators told clause by clause: a name, then its marks, its target, what was done and its score, in any order, parted by commas, by full
 * stops or by brackets. A name is one only where the next clause tells something of it, and an indicator only where marks or a score are told:
 * its own, or (then it is given without) those of the level that it stands under.
 */
export function readToldItems(passage: Passage, outline: Outline, known: KnownNames): IndicatorFacts {
  const none: IndicatorFacts = { indicators: [], completions: [], mended: [], taken: [] };
  const clauses = withKnownParted(passage, labelledClauses(passage), known);
  const isPart = ({ isKnown, told }: Item) => isKnown && told.size > 0 && ofPart(told);
  if (!TELLS_MARKS.test(passage.folded) && !outline.marks && !clauses.some(({ isKnown }) => isKnown)) return none;
  const items = itemsOf(passage, outline, withNamesParted(passage, clauses));
  const told = items.filter((item) => item.named && (hasMarks(item) || isBare(item) || isPart(item)));
  const execution = items.filter((item) => !item.named && isMarked(item) && item.told.has("score"));
  const ends = (item: Item) => items[items.indexOf(item) + 1]?.start ?? passage.folded.length;
  return {
    indicators: told.map((item) => ({
      ...indicatorOf(passage, item, item.named!, ends(item)),
      ...(hasMarks(item) || isBare(item) ? {} : { isPart: true as const }),
    })),
    under: told.map(({ under }) => under),
    completions: [],
    mended: told.flatMap(({ named }): ProseFacts["mended"] => named!.mended),
    execution: execution.map((item) => executionOf(passage, item)),
    taken: [...told.filter((item) => hasMarks(item) || isPart(item)), ...execution].map(({ start, end }) => ({ start, end })),
  };
}

function itemsOf(passage: Passage, outline: Outline, parted: readonly Clause[]): Item[] {
  const items: Item[] = [];
  let under = outline;
  let item: Item | undefined;
  let level: Map<ClauseRole, LabelledClause> | undefined;
  const isCaption = captionOf(passage.folded) !== "" || runInHead(passage) > 0;
  const clauses = parted.map(withoutSpending).map(withResults);
  const begin = (named: Named | null, clause: Clause, start: number) => {
    item = { named, start, nameEnd: clause.end, end: clause.end, under, told: new Map(), isKnown: clause.isKnown === true };
    items.push(item);
  };
  for (const [i, clause] of clauses.entries()) {
    if (clause.role !== "text") {
      if (item) item = tell(item.told, clause) ? Object.assign(item, { end: clause.end }) : undefined;
      else if (level && tell(level, clause)) under = { ...under, ...marksOf(passage, level) };
      continue;
    }
    if (clause.isKnown) {
      level = undefined;
      begin(plain(passage, clause.start, clause.text.length, under), clause, clause.start);
      continue;
    }
    const opens = i === 0 || !item || "。;:!?\n".includes(clause.before) || item.told.has("score") || item.told.has("deduction");
    if (
      !opens ||
      OPENING.test(clause.text) ||
      (item && (REASON.test(clause.text) || NARRATES.test(clause.text) || COMPLETION.test(clause.text)))
    )
      continue;
    const path = LEVEL_BELOW.exec(clause.text.slice(leadLength(clause.text)));
    if (path) {
      under = levelUnder(levelUnder(under, path[1]!), path[2]!);
      level = undefined;
      item = undefined;
      continue;
    }
    const lead = leadLength(clause.text);
    const own = lead + (OF_PROJECT.exec(clause.text.slice(lead))?.[0].length ?? 0);
    const start = clause.start + own;
    const text = clause.text.slice(own);
    const next = clauses[i + 1];
    const named = LEVEL.exec(text)?.[1];
    if ((i === 0 && isCaption) || (named !== undefined && next !== undefined)) {
      under = i === 0 && isCaption ? outline : levelUnder(under, named ?? "");
      level = new Map();
      item = undefined;
      continue;
    }
    const fresh = level !== undefined && clause.before === ":" && under.marks !== undefined;
    if (!next || next.role === "text") {
      const reached = fresh ? REACHED.exec(text)?.[1] : undefined;
      if (reached !== undefined) begin(plain(passage, start, reached.length, under), clause, start);
      item = undefined;
      level = undefined;
      continue;
    }
    const deed = level === undefined ? undefined : DEED.exec(text)?.[1];
    level = undefined;
    const labels = clauses.slice(i + 1, endOfLabels(clauses, i + 1));
    const besides = BESIDES.exec(text)?.[0].length ?? 0;
    const execution = text.slice(besides).replace(RATE_TOLD, "");
    const below = /执行/u.test(under.level1) || (under.level1 === outline.level1 && NO_LEVEL_OF_EXECUTION.test(under.level1));
    if (EXECUTION_NAME.test(execution) && !under.execution && (under.level1 === "" || below))
      begin(null, { ...clause, end: start + besides + execution.length }, start + besides);
    else {
      // 预算执行指标满分10分 speaks of the level, 预算执行率分值10分 of the indicator.
      const named =
        NO_ITEM.test(text) || (EXECUTION_NAME.test(execution) && !/率|进度/u.test(execution))
          ? null
          : itemName(passage, { start, end: deed === undefined ? clause.end : start + deed.length }, under, labels);
      if (named) begin(named, clause, start);
      else item = undefined;
    }
  }
  return items;
}

/** 全部为财政资金，实际支出95万元: money spent is a result only of what had a target. */
function withoutSpending(clause: Clause, i: number, clauses: readonly Clause[]): Clause {
  const isSpending = clause.role === "actual" && SPENDING.test(clause.text.slice(0, clause.value - clause.start));
  return isSpending && clauses[i - 1]?.role !== "target" ? { ...clause, role: "text" } : clause;
}

/** 目标值明显改善，实际明显改善: what was reached, in the words of what was aimed at. */
function withResults(clause: Clause, i: number, clauses: readonly Clause[]): Clause {
  const before = clauses[i - 1];
  const label = clause.role === "text" && before?.role === "target" ? REACHED_IN_WORDS.exec(clause.text)?.[0] : undefined;
  if (label === undefined || /\d/u.test(before!.text)) return clause;
  return { ...clause, role: "actual", value: clause.start + label.length };
}

/** A level told before its items; a first level has no second one yet. */
function levelUnder({ marks: _, ...outline }: Outline, text: string): Outline {
  return { ...outline, ...placeLevel(outline, text) };
}

function marksOf(passage: Passage, told: ReadonlyMap<ClauseRole, LabelledClause>): Pick<Outline, "marks"> {
  const weight = told.get("weight")?.figure;
  const score = told.get("score")?.figure;
  return weight ? { marks: { weight: points(passage, weight), score: score ? points(passage, score) : null } } : {};
}

/** `labels`: the clauses that tell something of what is named. A target or a result is told of an indicator, whatever its name. */
function itemName(passage: Passage, at: { start: number; end: number }, under: Outline, labels: readonly LabelledClause[]): Named | null {
  const text = passage.folded.slice(at.start, at.end);
  const isIndicator = labels.some(({ role }) => role === "target" || role === "actual");
  const inList = EXECUTION_NAME.test(text) || (isIndicator && isLevelName(text) && !text.endsWith("指标"));
  if (inList) return plain(passage, at.start, text.replace(/(?<=率|进度)指标$/u, "").length, under);
  return nameOf(passage, at.start, at.end, under, isIndicator || labels.some(({ called }) => called));
}

/** Where the run of clauses that tell something ends. */
function endOfLabels(clauses: readonly LabelledClause[], from: number): number {
  const end = clauses.findIndex(({ role }, i) => i >= from && role === "text");
  return end < 0 ? clauses.length : end;
}

/** A clause that holds a name and a label is two. */
function withNamesParted(passage: Passage, clauses: readonly Clause[]): Clause[] {
  return clauses.flatMap((clause, i) => {
    if (clause.isKnown) return [clause];
    const lead = clause.role === "text" ? leadLength(clause.text) : 0;
    const next = clauses[i + 1]?.role;
    const isScored =
      !",(".includes(clause.before || "。") && (next === "score" || next === "deduction") && !startsPath(clause.text.slice(lead));
    const within = clause.role === "text" ? clause.text.slice(lead).search(LABEL_WITHIN) : -1;
    // 项目立项规范性4分，得4分.
    const at = within < 0 && clause.role === "text" && isScored ? clause.text.slice(lead).search(MARKS_BEHIND) : within;
    // 效益指标共30分 speaks of the level.
    const ofLevel = /^(.+?)(?:总计|共计|合计|总共|共)$/u.exec(clause.text.slice(lead, lead + at))?.[1];
    if (at < 2 || (ofLevel !== undefined && isLevelName(ofLevel))) return [clause];
    const cut = clause.start + lead + at;
    const [label] = labelledClauses({ ...passage, folded: passage.folded.slice(0, clause.end) }, cut);
    if (!label || label.role === "text") return [clause];
    return [{ ...clause, end: cut, text: passage.folded.slice(clause.start, cut) }, label];
  });
}

/** A clause that begins with a known name, and goes on with a label or ends, is that name and the rest; numbering and quotes are no part of it. */
function withKnownParted(passage: Passage, clauses: readonly LabelledClause[], known: KnownNames): Clause[] {
  return clauses.flatMap((clause) => {
    if (clause.role !== "text") return [clause];
    const lead = leadLength(clause.text);
    const found = known.lead(clause.text.slice(lead));
    if (!found) return [clause];
    const start = clause.start + lead + found.name.start;
    const end = clause.start + lead + found.name.end;
    const name = { ...clause, start, end, text: passage.folded.slice(start, end), isKnown: true as const };
    const rest = clause.start + lead + found.rest;
    if (rest >= clause.end) return [name];
    const [label] = labelledClauses({ ...passage, folded: passage.folded.slice(0, clause.end) }, rest);
    return label && label.role !== "text" ? [name, label] : [clause];
  });
}

/** False where that was told already: then the clause is of something else. */
function tell(told: Map<ClauseRole, LabelledClause>, clause: LabelledClause): boolean {
  if (told.has(clause.role)) return false;
  told.set(clause.role, clause);
  return true;
}

function hasMarks(item: Item): boolean {
  const { told } = item;
  if (!isMarked(item)) return false;
  return (
    (told.has("weight") && (told.has("score") || told.has("deduction"))) ||
    told.has("target") ||
    (told.has("actual") && (told.has("weight") || told.has("score")))
  );
}

/** Marks are told, and they are a part's. */
function isMarked({ told }: Item): boolean {
  return (told.has("weight") || told.has("score")) && ofPart(told);
}

/** No marks that only the whole has. */
function ofPart(told: Item["told"]): boolean {
  const figures = [told.get("weight")?.figure, told.get("score")?.figure].filter((figure) => figure !== undefined);
  return figures.every((figure) => "value" in figure && Number(figure.value) < WHOLE);
}

/** Without marks, under a level that has some: an indicator where its target and its result are told, or what was reached. */
function isBare({ told, under }: Item): boolean {
  if (!under.marks?.score || told.has("weight") || told.has("score")) return false;
  return told.size === 0 || (told.has("target") && told.has("actual"));
}

function indicatorOf(passage: Passage, { start, end, told }: Item, { names }: Named, limit: number): ProseIndicator {
  const text = (role: ClauseRole) => {
    const clause = told.get(role);
    return clause ? passage.text.slice(clause.value, clause.end).trim() : "";
  };
  const weight = told.get("weight")?.figure;
  const score = told.get("score")?.figure;
  const rate = told.get("rate")?.figure;
  return {
    ...names,
    target: text("target"),
    actual: text("actual"),
    weight: weight ? points(passage, weight) : null,
    score: score
      ? points(passage, score)
      : weight
        ? withoutLost(passage, weight, told.get("deduction"), passage.folded.slice(start, limit))
        : null,
    completionRate: rate ? percent(passage, rate) : null,
    completed: completedIn(passage.folded.slice(start, limit)),
    evidence: locate(passage, start, end),
  };
}

const LOSES = /[扣减失](?:减|除|掉|分)?(?:为|:)?\s*\d+(?:\.\d+)?分/gu;

/** 分值10分，扣2分: the score is what was not lost. Lost in several places, the sum may be told too: then it is nobody's. */
function withoutLost(passage: Passage, weight: Token, clause: LabelledClause | undefined, item: string): Points | null {
  if (!clause || [...item.matchAll(LOSES)].length > 1) return null;
  const marks = points(passage, weight);
  const rest = exact(marks.value).minus(clause.figure ? points(passage, clause.figure).value : "0");
  if (rest.lt("0")) return null;
  const evidence = [...(marks.evidence ?? []), ...locate(passage, clause.start, clause.end)];
  return { ...marks, raw: passage.text.slice(clause.start, clause.end), value: plainDecimal(rest), evidence };
}

function executionOf(passage: Passage, { start, nameEnd, end, told }: Item): StatedScore {
  const weight = told.get("weight")?.figure;
  return {
    scope: "level1",
    name: passage.text.slice(start, nameEnd),
    score: points(passage, told.get("score")!.figure!),
    fullMarks: weight ? points(passage, weight) : null,
    evidence: locate(passage, start, end),
  };
}
