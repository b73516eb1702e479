import { alternation } from "../../lexicon/lexicon.js";
import { PROSE_WORDS } from "../../lexicon/prose/prose-words.js";
import { placeLevel } from "./place-level.js";

/** 产出～数量指标～月维护费: where the parts of a path stand in a folded text. Offsets are relative to the text. */
export interface IndicatorPath {
  readonly level1: Span | null;
  readonly level2: Span | null;
  readonly level3: Span;
}

export interface Span {
  readonly start: number;
  readonly end: number;
}

/** What stands between the parts; recognition makes one of these of the other. 一 stands for a dash only where nothing clearer does. */
const CLEAR = "～~・·•．.—–―－\\-→>/|:_\\\\+＋";
const SEPARATOR = new RegExp(`^(?:\\s*[${CLEAR}][\\s${CLEAR}]*|\\s*一\\s*|\\s+)`, "u");
const CLEAR_SEPARATOR = new RegExp(`[\\s]*[${CLEAR}]+[\\s]*`, "u");
const LEVEL1 = vocabulary([...PROSE_WORDS.levelOne, "成本", "管理", "制度", "社会效益", "生态效益"]);
const SECOND = new Set<string>(PROSE_WORDS.levelTwo);
const LEVEL2 = vocabulary([...PROSE_WORDS.levelTwo, "数量", "质量", "时效", "进度", "成本", "成本指标", "满意度指标", "群众满意度"]);

/** 产出、数量指标、检修座数: two known levels, each before a comma that lists. */
const ENUMERATED = new RegExp(`^(?:、|,)(?=(?:${LEVEL2.source.slice(1)})(?:、|,))`, "u");
const ENUMERATES = /^[、,]/u;
/** Signs that part levels and hardly ever stand in a name. */
const PARTS_LEVELS = /^([^\s~—→>|,、:()\d]{2,8})\s*[~—→>|]+\s*/u;

/** Does a path begin here: a first level and a separator, or a first and a second level side by side? */
export function startsPath(text: string): boolean {
  const level1 = LEVEL1.exec(text)?.[0];
  if (level1 === undefined) return false;
  const rest = text.slice(level1.length);
  return SEPARATOR.test(rest) || LEVEL2.test(rest) || ENUMERATED.test(rest);
}

/** 资金管理～预算执行率, below a head that names the first level: the rest of a path; without one, 数量指标～检修座数 alone. Null when the text is none. */
export function readRestOfPath(text: string, level1: string): IndicatorPath | null {
  const known = LEVEL2.exec(text)?.[0];
  const separator = known === undefined ? undefined : SEPARATOR.exec(text.slice(known.length))?.[0];
  const [whole, unknown] = PARTS_LEVELS.exec(text) ?? [];
  const [level2, from] = known !== undefined && separator ? [known, known.length + separator.length] : [unknown, whole?.length];
  if (level2 === undefined || from === undefined || (level1 === "" && (!level2.endsWith("指标") || LEVEL1.test(level2)))) return null;
  // A path of its own begins with a first level: 社会效益～… is one, but for the benefits' own second level, and 成本指标 below 产出.
  const isBelow = (/效益|效果|效应/u.test(level1) && level2 !== level1) || placeLevel({ level1, level2: "" }, level2).level2 === level2;
  if (LEVEL1.test(level2) && !isBelow) return null;
  return trimmed(text, null, { start: 0, end: level2.length }, from);
}

/** The number of an item whose point recognition lost: 1 产出～数量指标～…. */
const SERIAL = /^\d{1,2}\s*/u;

/** Reads a path; null when the text is none. */
export function readPath(text: string): IndicatorPath | null {
  const serial = SERIAL.exec(text)?.[0].length ?? 0;
  return serial > 0 && startsPath(text.slice(serial)) ? shifted(readPath(text.slice(serial)), serial) : pathOf(text);
}

function shifted(path: IndicatorPath | null, by: number): IndicatorPath | null {
  const moved = (span: Span) => ({ start: span.start + by, end: span.end + by });
  return path && { level1: path.level1 && moved(path.level1), level2: path.level2 && moved(path.level2), level3: moved(path.level3) };
}

function pathOf(text: string): IndicatorPath | null {
  const level1 = LEVEL1.exec(text)?.[0];
  if (level1 === undefined) return unknownPath(text);
  let at = level1.length;
  const enumerated = ENUMERATED.exec(text.slice(at))?.[0];
  const gap = enumerated ?? SEPARATOR.exec(text.slice(at))?.[0] ?? "";
  at += gap.length;
  const rest = text.slice(at);
  const known = LEVEL2.exec(rest)?.[0];
  // 产出数量 is a level of its own.
  if (gap === "" && (known === undefined || SECOND.has(level1 + known))) return null;
  const first = { start: 0, end: level1.length };
  if (known !== undefined) {
    const after = rest.slice(known.length);
    const second = (enumerated === undefined ? SEPARATOR : ENUMERATES).exec(after)?.[0] ?? "";
    // A name may begin with the very words of a level (效益～社会效益…): then it is the name, unless something follows.
    if (after.slice(second.length).trim() !== "") {
      return trimmed(text, first, { start: at, end: at + known.length }, at + known.length + second.length);
    }
    return trimmed(text, first, null, at);
  }
  const clear = CLEAR_SEPARATOR.exec(outsideBrackets(rest));
  if (clear && clear.index >= 2) return trimmed(text, first, { start: at, end: at + clear.index }, at + clear.index + clear[0].length);
  const dash = rest.indexOf("一", 2);
  if (dash >= 2 && gap !== "" && dash <= 8 && dash < rest.length - 2)
    return trimmed(text, first, { start: at, end: at + dash }, at + dash + 1);
  return trimmed(text, first, null, at);
}

/** Three parts parted by the same clear signs, with levels of no known name. */
function unknownPath(text: string): IndicatorPath | null {
  const flat = outsideBrackets(text);
  const first = CLEAR_SEPARATOR.exec(flat);
  if (!first || first.index < 2 || first.index > 12) return null;
  const at = first.index + first[0].length;
  const second = CLEAR_SEPARATOR.exec(flat.slice(at));
  if (!second || second.index < 2 || second.index > 16) return null;
  return trimmed(text, { start: 0, end: first.index }, { start: at, end: at + second.index }, at + second.index + second[0].length);
}

function trimmed(text: string, level1: Span | null, level2: Span | null, from: number): IndicatorPath | null {
  const name = text.slice(from);
  const lead = /^[\s～~・·•．.—–―－→>:|_-]*/u.exec(name)![0].length;
  const tail = /[\s～~・·•．.—–―－→>:|_,、-]*$/u.exec(name)![0].length;
  const level3 = { start: from + lead, end: text.length - tail };
  // A path is a name; 数量指标：治理河道12公里，实际完成12.6公里 is a sentence.
  if (/[,，](?:实际|完成)/u.test(text) || /\d\.$/u.test(text.slice(0, from))) return null;
  return level3.end - level3.start >= 2 ? { level1, level2, level3 } : null;
}

/** Same length, with what stands in brackets blanked: 网络维护费（元/年） has no separator. */
function outsideBrackets(text: string): string {
  return text.replace(/\([^()]*\)/gu, (inside) => "□".repeat(inside.length));
}

function vocabulary(words: readonly string[]): RegExp {
  return new RegExp(`^(?:${alternation(words)})(?:类)?(?:指标)?`, "u");
}
