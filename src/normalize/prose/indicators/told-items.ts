import { EXECUTION_NAME } from "../../lexicon/execution-name.js";
import { alternation } from "../../lexicon/lexicon.js";
import { PROSE_WORDS } from "../../lexicon/prose-words.js";
import type { IndicatorFacts, ProseFacts } from "../facts.js";
import { points } from "../figures.js";
import { captionOf, type Outline, runInHead } from "../outline.js";
import type { Passage } from "../passage.js";
import { isLevelName, leadLength, type Named, nameOf, plain } from "./indicator-name.js";
import { type ItemClause, itemClauses } from "./item-clauses.js";
import type { KnownNames } from "./known-names.js";
import type { ClauseRole, LabelledClause } from "./labelled-clauses.js";
import { placeLevel } from "./place-level.js";
import { executionOf, hasMarks, indicatorOf, isBare, isMarked, ofPart, type ToldItem, tell } from "./told-item.js";

const LEVELS = [...PROSE_WORDS.levelOne, ...PROSE_WORDS.levelTwo].filter((word) => word.endsWith("指标") && !word.includes("执行"));
const LEVEL = new RegExp(`^(${alternation(LEVELS)})(?:方面|中|部分|上)?$`, "u");
/** 另预算执行率满分10分. */
const BESIDES = /^(?:另外?|此外|同时|加上)/u;
/** The execution of the budget told below these heads is none of theirs. */
const NO_LEVEL_OF_EXECUTION = /满意|效益|效果/u;
/** 预算执行率91%, before the marks that it is given. */
const RATE_TOLD = /(?<=率)(?:为|是|达到?|:)?\d+(?:\.\d+)?%$/u;
/** 8分, 分值：8. */
const TELLS_MARKS = /\d\s*分|(?:分值?|权重)[:为是]?\s*\d/u;
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
  const clauses = itemClauses(passage, known);
  const isPart = ({ isKnown, told }: ToldItem) => isKnown && told.size > 0 && ofPart(told);
  if (!TELLS_MARKS.test(passage.folded) && !outline.marks && !clauses.some(({ isKnown }) => isKnown)) return none;
  const items = itemsOf(passage, outline, clauses);
  const told = items.filter((item) => item.named && (hasMarks(item) || isBare(item) || isPart(item)));
  const execution = items.filter((item) => !item.named && isMarked(item) && item.told.has("score"));
  const ends = (item: ToldItem) => items[items.indexOf(item) + 1]?.start ?? passage.folded.length;
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

function itemsOf(passage: Passage, outline: Outline, clauses: readonly ItemClause[]): ToldItem[] {
  const items: ToldItem[] = [];
  let under = outline;
  let item: ToldItem | undefined;
  let level: Map<ClauseRole, LabelledClause> | undefined;
  const isCaption = captionOf(passage.folded) !== "" || runInHead(passage) > 0;
  const begin = (named: Named | null, clause: ItemClause, start: number) => {
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
