import { PART_NUMBER } from "../../../../core/numbering.js";
import { EXECUTION_NAME } from "../../../lexicon/labels/execution-name.js";
import { alternation } from "../../../lexicon/lexicon.js";
import { PROSE_WORDS } from "../../../lexicon/prose/prose-words.js";
import { isInWord } from "../../../lexicon/writing/words.js";
import { leadLength } from "../../paths/indicator-name.js";
import { readPath } from "../../paths/indicator-path.js";

/** What a text says of levels before its name, if it has one. Offsets are those of the text. */
export interface LevelLead {
  /** The levels named, from the first down: none, one or two. */
  readonly levels: readonly string[];
  /** Where the name begins; the text's end where it names levels alone. */
  readonly rest: number;
  /** A path begins here, whose parts are read with its name. */
  readonly isPath?: true;
}

const STEMS = ["数量", "质量", "时效", "进度", "成本", "数量类", "质量类", "时效类", "成本类"];
const WITH_SUFFIX = [
  "成本",
  "满意度",
  "群众满意度",
  "社会公众满意度",
  "服务对象满意度",
  "效益",
  "社会效益",
  "经济效益",
  "生态效益",
  "可持续影响",
].map((stem) => `${stem}指标`);
const LEVELS = [...new Set<string>([...PROSE_WORDS.levelOne, ...PROSE_WORDS.levelTwo, ...WITH_SUFFIX, "绩效产出", "绩效效益", "绩效效果"])];
/** 执行—预算执行: a level's name only before its second. */
const EXECUTION = "执行(?=\\s*[—–－―~～·・•/|→>＞:_+-]+\\s*预算执行)";
const NAMES = `(?:${alternation([...LEVELS, ...STEMS])}|${EXECUTION})(?:类?指标)?`;
/** One level, or two that a report takes together: 投入与过程. */
const LEVEL = new RegExp(`^${NAMES}(?:[与和及]${NAMES})?`, "u");
/** What may stand between a level and what it holds: 数量指标—, 社会效益类“. */
const LINK =
  /^(?:[—–－―～~一-]{2}(?![次对户体站般级等类岗])(?=\p{Script=Han}{2})|设(?=")|(?:方面|类|中)?(?:只|仅|共|下)?设(?![施备计])(?:有|置|定)?(?=\p{Script=Han}{2,30}[一1][项个条])|\s*[—–－―~～·・•/|→>＞:_+-]+\s*|(?:项|类)?(?:下设|下|中|里|方面|之|当中|项下)?的|(?:项下|下设|其下|类别?|项|中|方面|维度)的?(?=")|(?:项下|下设|之下|所属)(?=\p{Script=Han}{2,10}指标)|(?=")|、(?=\p{Script=Han}{2,6}指标)|\s+)/u;
/** Behind a level's name, what makes no name of it: 产出指标方面, 数量指标三项, 效益指标完成情况. */
const ALONE =
  /^(?:类|项|方面|部分|维度|层面|中|上|里)?的?(?:(?:完成|实现|评分|得分|自评|执行|评价)*情况|得分|评分)?(?:分析|说明|方面)?(?:如下)?(?:共|共计|合计|总计|权重合计|权重|共有|共设|设|设置|设有|下设|包括|包含|有)*(?:(?:\d{1,3}|[一二三四五六七八九十两]{1,3})[项个条类](?:三级|绩效|具体)?(?:指标)?)?(?:共|共计|合计|总计|权重|包括|包含|分别为|其中|如下)*\s*[:。"]?$/u;
/** 有, and no part of a word: 有需求的残疾人, 有效灌溉面积. */
const HAS = "有(?![所关效序机利待限力无偿色需条意责害毒线氧])";
/** 数量指标有新建管道: the word between a level and its first name, and none of it (有效灌溉面积). */
const SAYS = new RegExp(`^(?:主要|共)?(?:包括|包含|分别为|分别是|设有|下设|${HAS}|[为是](?![民农企非否]))(?=\\p{Script=Han}{3})|`, "u");
/** Numbering and openings that leadLength leaves: 3.1.2, ◆, 包括, 即. */
const OPENS = new RegExp(
  `^(?:\\d{1,2}(?:\\.\\d{1,2})+[.、\\s]*|${PART_NUMBER}|[^\\p{Script=Han}\\p{Letter}\\p{Number}"(\\s]\\s*(?=\\p{Script=Han}|")|(?:其中)?(?:主要)?(?:包括|包含|分别为|分别是|即|${HAS})(?=[\\p{Script=Han}"]{3})|其中(?=[\\p{Script=Han}"]{3})|另外?(?=[\\p{Script=Han}"]{3})|年初(?:确定|设定|核定|下达|批复|明确|制定)的?(?=[\\p{Script=Han}"]{4})|(?:该|本)项目的?(?=.{2,8}指标)|(?:属于?|所属|归属于?|隶属于?)(?=.{2,12}指标)|\\s+)`,
  "u",
);

/** 预算执行率：99.00%: a rate, and no level of what follows. */
const RATE_BEHIND = /^:\d{1,3}(?:\.\d+)?%$/u;

/** How much of a text is numbering and opening words. */
export function openingLength(text: string): number {
  let length = 0;
  for (;;) {
    const rest = text.slice(length);
    const more = (OPENS.exec(rest)?.[0].length ?? 0) || leadLength(rest);
    if (more === 0 || length + more >= text.length) return length;
    length += more;
  }
}

/** Reads the levels that a text begins with, behind its numbering. */
export function levelLead(text: string): LevelLead {
  const opening = openingLength(text);
  const path = readPath(text.slice(opening));
  if (path?.level1 && path.level2 && path.level3) return { levels: [], rest: opening, isPath: true };
  const levels: string[] = [];
  let at = opening;
  while (levels.length < 2) {
    const level = LEVEL.exec(text.slice(at))?.[0];
    if (level === undefined || (levels.length > 0 && isExecutionRate(text.slice(at)))) break;
    const behind = text.slice(at + level.length);
    if (RATE_BEHIND.test(behind)) break;
    if (ALONE.test(behind)) return { levels: [...levels, level], rest: text.length };
    const link = LINK.exec(behind)?.[0] ?? (level.endsWith("指标") && isDash(behind) ? behind[0] : undefined);
    const next = LEVEL.test(behind);
    // 数量指标养护里程: only a level's full name may run into another's; 数量 begins many names.
    const glued = level.endsWith("指标") && (next || /^\p{Script=Han}{3}/u.test(behind));
    if (link === undefined && !glued) break;
    const says = link === undefined && !next ? SAYS.exec(behind)![0].length : 0;
    if (link !== undefined && behind.length === link.length) return { levels: [...levels, level], rest: text.length };
    if (!level.endsWith("指标") && link !== undefined && /^的|^\s+$/u.test(link)) break;
    levels.push(level);
    at += level.length + (link?.length ?? says);
  }
  return { levels, rest: at };
}

/** 预算执行/预算执行率: what is measured, behind its level. */
function isExecutionRate(text: string): boolean {
  return EXECUTION_NAME.test(text) && /率|进度/u.test(text);
}

/** Recognition makes the ideograph one of a dash: 数量指标一改造规模养殖场, not 数量指标一体化平台, 一户一档. */
function isDash(text: string): boolean {
  return /^一(?!季度|卡通|\p{Script=Han}一)\p{Script=Han}{2}/u.test(text) && !isInWord(text, 0);
}
