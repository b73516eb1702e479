import { isLevel1, isLevel2 } from "../../lexicon/labels/level.js";
import { compile, LEXICON } from "../../lexicon/lexicon.js";
import { PROSE_WORDS } from "../../lexicon/prose/prose-words.js";
import { IMPOSSIBLE } from "./cell-words.js";

const { frames } = LEXICON.levels;
const LEVEL1_WORDS = new Set<string>([...PROSE_WORDS.levelOne, ...Object.keys(frames.level1), "成本", "管理"].map(levelCore));
const LEVEL2_WORDS = new Set<string>(
  [
    ...PROSE_WORDS.levelTwo,
    ...Object.keys(frames.level2),
    ...["数量", "质量", "时效", "进度", "成本", "满意度", "群众满意度", "预算执行", "预算执行率", "资金执行"],
  ].map(levelCore),
);
const LEVEL1 = compile(LEXICON.levels.level1);
const LEVEL2 = compile(LEXICON.levels.level2);

function level(text: string, words: ReadonlySet<string>, patterns: readonly { readonly regex: RegExp }[], longest: number): number {
  if (text.length > longest + 8 || /[\d≥≤%。，,]/u.test(text.replace(/[(（]?\d+(?:\.\d+)?分?[)）]?$/u, ""))) return IMPOSSIBLE;
  const core = levelCore(text);
  if (core === "" || core.length > longest || /指标./u.test(core)) return IMPOSSIBLE;
  if (words.has(core)) return /指标[)）]?$/u.test(text.replace(/[(（].*$/u, "")) ? 5 : 3.5;
  if (patterns.some((pattern) => pattern.regex.test(core)) && core.length <= 8) return /指标[)）]?$/u.test(text) ? 3.5 : 0.5;
  if (WITH_MARKS.test(text) && core.length <= 8) return IN_OWN_WORDS;
  return /指标$/u.test(text) && core.length <= 8 ? 0 : NO_LEVEL;
}

/** 服务质量（50分）: what a level weighs stands behind its name. */
const WITH_MARKS = /^\p{Script=Han}{2,8}[(（](?:共|满分)?\d{1,3}分[)）]$/u;

function levelCore(text: string): string {
  return text
    .replace(/[(（]?(?:共|满分)?(?<!\d)\d+(?:\.\d+)?分?[)）]?$/u, "")
    .replace(/^(?!0)[★☆\d.、]+/u, "")
    .replace(/(?:类)?指标$/u, "");
}

/** The likelihood of a text as a cell of first levels. */
export function level1Cell(text: string): number {
  return holdsTwoLevels(levelCore(text)) ? NO_LEVEL : level(text, LEVEL1_WORDS, LEVEL1, 8);
}

/** The likelihood of a text as a cell of second levels. */
export function level2Cell(text: string): number {
  const worth = level(text, LEVEL2_WORDS, LEVEL2, 14);
  const core = levelCore(text);
  if (worth !== NO_LEVEL || !OWN_WORDS.test(core) || holdsTwoLevels(core)) return worth;
  return LEVEL2_WORDS.has(core.replace(ASPECT, "")) ? OF_LISTED : IN_OWN_WORDS;
}

/** What a text is worth that no list has. */
const NO_LEVEL = -5;
/** 立项管理, 职责履行数量, 经济社会效益: second levels that an office words itself say last what they are about. */
const OWN_WORDS = /^\p{Script=Han}{2,6}(?:管理|数量|质量|时效|成本|效益|影响|满意度)$/u;
const IN_OWN_WORDS = 1;
/** 职责履行数量 says a listed one's aspect: 数量 begins no name behind 职责履行. */
const ASPECT = /(?:数量|质量|时效|成本)$/u;
const OF_LISTED = 4;

/** 决策立项管理: a first level and the second beside it, no name of one. */
function holdsTwoLevels(core: string): boolean {
  for (let cut = 2; cut <= core.length - SHORTEST_LEVEL; cut++) {
    if (LEVEL1_WORDS.has(core.slice(0, cut)) && !LEVEL1_WORDS.has(core) && level2Cell(core.slice(cut)) > 0) return true;
  }
  return false;
}
const SHORTEST_LEVEL = 2;

/** Whether a text is a level's name and no more. */
export function isLevelWord(text: string): boolean {
  const core = levelCore(text);
  return LEVEL1_WORDS.has(core) || LEVEL2_WORDS.has(core);
}

/** Whether a text is the name of a second level, and of no first one. */
export function isSecond(text: string): boolean {
  return text.endsWith("指标") && isLevel2(text) && !isLevel1(text) && isLevelWord(text);
}

/** Whether a level's name goes on behind a text, as where a narrow column broke it: 服务对象满意, 可持续影响. */
export function beginsLevelWord(text: string): boolean {
  return text.length > 1 && [...LEVEL1_WORDS, ...LEVEL2_WORDS].some((word) => `${word}指标` !== text && `${word}指标`.startsWith(text));
}

/** Whether a text is a part of a level's name: 象满意, 标. */
export function isPartOfLevel(text: string): boolean {
  return [...LEVEL1_WORDS, ...LEVEL2_WORDS].some((word) => `${word}指标`.includes(text));
}

/** Which indicators are all offices' and which one's own: no level, but what stands before the levels. */
const COMMON_OR_OWN = /^(?:共性|个性|特性|通用|专用)指标$/u;

/** The likelihood of a text as a cell of both levels, or of either. */
export function levelsCell(text: string): number {
  if (COMMON_OR_OWN.test(text)) return 3.5;
  const [first = "", ...rest] = text.split(/[-—–－/／～~·・→>、:：]/u);
  if (rest.length === 0) return Math.max(level1Cell(text), level2Cell(text)) - 2;
  return Math.min(level1Cell(first), level2Cell(rest.join(""))) + 1;
}
