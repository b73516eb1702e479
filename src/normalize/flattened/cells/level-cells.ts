import { compile, LEXICON } from "../../lexicon/lexicon.js";
import { PROSE_WORDS } from "../../lexicon/prose/prose-words.js";
import { IMPOSSIBLE } from "./cell-words.js";

const LEVEL1_WORDS = new Set<string>([...PROSE_WORDS.levelOne, "成本", "管理"].map(levelCore));
const LEVEL2_WORDS = new Set<string>(
  [...PROSE_WORDS.levelTwo, "数量", "质量", "时效", "进度", "成本", "满意度", "群众满意度", "预算执行", "预算执行率"].map(levelCore),
);
const LEVEL1 = compile(LEXICON.levels.level1);
const LEVEL2 = compile(LEXICON.levels.level2);

function level(text: string, words: ReadonlySet<string>, patterns: readonly { readonly regex: RegExp }[], longest: number): number {
  if (text.length > longest + 8 || /[\d≥≤%。，,]/u.test(text.replace(/[(（]?\d+(?:\.\d+)?分?[)）]?$/u, ""))) return IMPOSSIBLE;
  const core = levelCore(text);
  if (core === "" || core.length > longest || /指标./u.test(core)) return IMPOSSIBLE;
  if (words.has(core)) return /指标[)）]?$/u.test(text.replace(/[(（].*$/u, "")) ? 5 : 3.5;
  if (patterns.some((pattern) => pattern.regex.test(core)) && core.length <= 8) return /指标[)）]?$/u.test(text) ? 3.5 : 0.5;
  return /指标$/u.test(text) && core.length <= 8 ? 0 : -5;
}

function levelCore(text: string): string {
  return text
    .replace(/[(（]?(?:共|满分)?(?<!\d)\d+(?:\.\d+)?分?[)）]?$/u, "")
    .replace(/^[★☆\d.、]+/u, "")
    .replace(/(?:类)?指标$/u, "");
}

/** The likelihood of a text as a cell of first levels. */
export function level1Cell(text: string): number {
  return level(text, LEVEL1_WORDS, LEVEL1, 8);
}

/** The likelihood of a text as a cell of second levels. */
export function level2Cell(text: string): number {
  return level(text, LEVEL2_WORDS, LEVEL2, 14);
}

/** Whether a text is a level's name and no more. */
export function isLevelWord(text: string): boolean {
  const core = levelCore(text);
  return LEVEL1_WORDS.has(core) || LEVEL2_WORDS.has(core);
}

/** Whether a level's name goes on behind a text, as where a narrow column broke it: 服务对象满意, 可持续影响. */
export function beginsLevelWord(text: string): boolean {
  return text.length > 1 && [...LEVEL1_WORDS, ...LEVEL2_WORDS].some((word) => `${word}指标` !== text && `${word}指标`.startsWith(text));
}

/** The likelihood of a text as a cell of both levels, or of either. */
export function levelsCell(text: string): number {
  const [first = "", ...rest] = text.split(/[-—–－/／～~·・→>、:：]/u);
  if (rest.length === 0) return Math.max(level1Cell(text), level2Cell(text)) - 2;
  return Math.min(level1Cell(first), level2Cell(rest.join(""))) + 1;
}
