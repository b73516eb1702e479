import { ANY_NUMBER } from "../../../core/numbering.js";
import { alternation } from "../../lexicon/lexicon.js";
import { PROSE_WORDS } from "../../lexicon/prose/prose-words.js";
import type { Passage } from "../passage.js";
import { startsPath } from "../paths/indicator-path.js";
import { captionLength } from "./fields/field-caption.js";
import { labelAt } from "./fields/field-label.js";
import { type KeyedLines, keyOf } from "./fields/keyed-lines.js";
import { arePoints } from "./fields/marks-fields.js";
import { levelLead } from "./levels/level-lead.js";

/** A stretch of a passage between two marks. Offsets are those of the passage. */
export interface Clause {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** The mark before it; empty at the passage's start. */
  readonly before: string;
  /** Inside a bracket that is told apart from its clause. */
  readonly inside: boolean;
}

/** 目标设定：绩效目标合理性4分: behind a line's first colon, a name with its marks is no value of a label. */
const NAME_WITH_MARKS = /^\p{Script=Han}{4,24}\d{1,2}(?:\.\d+)?分(?:[,;。:]|$)/u;
/** 绩效目标：绩效目标合理性，标准分值4分: that label is the name of a level too, and such qualities are its indicators. */
const OF_TARGETS = /(?:绩效目标|目标(?:设定|设置|管理|制定))$/u;
const QUALITY = /^\p{Script=Han}{2,20}(?:性|率|度|明确|合理|规范|健全|完整|完备),/u;
const MARKS = /^\d{1,2}(?:\.\d+)?分/u;
const MOST_CLAUSES = 4000;
const LONGEST_BRACKET = 160;
const LONGEST_LABEL = 16;
const LONGEST_WORDS = 40;
/** What a clause begins with that belongs to no word of it: the dash between a name and what is told of it. */
const LEAD = /^[\s—–－~～:·]+(?=[^\s—–－~～:·])/u;

/** 接收进馆卷数为数量指标, 该指标属于质量指标: a name, and the level that it is said to be of. */
const OF_LEVEL = new RegExp(
  `^(?:[该本此]项?(?:三级)?指标|(?<name>[^\\d为是属]{4,30}?))(?:为|是|系|归?属于?|隶属于?)(?<level>${alternation([...PROSE_WORDS.levelOne, ...PROSE_WORDS.levelTwo].filter((word) => word.endsWith("指标")))})$`,
  "u",
);

/** The clauses of a passage. `tells` decides which brackets are clauses of their own: those that hold levels, marks or targets;
 * a line under a label of the report's own that tells no field is one clause. */
export function clausesOf(passage: Passage, tells: (inside: string) => boolean, keyed: KeyedLines): Clause[] {
  const { folded } = passage;
  const key = keyOf(folded);
  const role = key && keyed.get(key.key);
  if (role === "other" || role === "levels" || tellsWords(folded))
    return [{ start: 0, end: folded.length, text: folded, before: "", inside: false }];
  const clauses: Clause[] = [];
  let start = 0;
  let before = "";
  let closing = -1;
  const close = (end: number, mark: string) => {
    const lead = LEAD.exec(folded.slice(start, end))?.[0].length ?? 0;
    const text = folded.slice(start + lead, end).trimEnd();
    const ofLevel = OF_LEVEL.exec(text)?.groups;
    const own = ofLevel ? (ofLevel.name ?? "") : text;
    const at = start + lead;
    if (own.trim() !== "") clauses.push({ start: at, end: at + own.length, text: own, before, inside: closing >= 0 });
    // The level is told as one in brackets is.
    if (ofLevel) {
      const level = ofLevel.level!;
      const levelEnd = at + text.length;
      clauses.push({ start: levelEnd - level.length, end: levelEnd, text: level, before: "(", inside: true });
    }
    // A mark right behind a bracket parts no more than the bracket did, but the sentence's end is told.
    before = text === "" && mark === "," && before !== "" ? before : mark;
    start = end + 1;
  };
  for (let i = 0; i < folded.length && clauses.length < MOST_CLAUSES; i++) {
    const character = folded[i]!;
    if (character === "(" && closing < 0) {
      const length = closingOf(folded, i) - i - 1;
      if (length > 0 && isNameAhead(passage, i, length)) {
        i += 1 + length;
        if (/\p{Script=Han}/u.test(folded[i + 1] ?? "") && !tellsField(folded, i + 1)) {
          close(i + 1, ":");
          start = i + 1;
        }
      } else if (length > 0 && tells(folded.slice(i + 1, i + 1 + length))) {
        close(i, "(");
        closing = i + 1 + length;
      } else if (length >= 0) i += 1 + length;
    } else if (i === closing) {
      close(i, ")");
      closing = -1;
    } else if (!(role && i < key.length) && parts(folded, i, start)) close(i, character);
  }
  close(folded.length, "");
  return clauses;
}

const NUMBER_AHEAD = new RegExp(`^(?:${ANY_NUMBER})?\\s*$`, "u");

/** （1）【预算执行率】执行332.17万元: the bracket at a line's head that names what the line tells. */
function isNameAhead({ text, folded }: Passage, at: number, length: number): boolean {
  if (text[at] !== "【" || !NUMBER_AHEAD.test(folded.slice(0, at))) return false;
  const inside = folded.slice(at + 1, at + 1 + length);
  return !inside.includes("(") && (levelLead(inside).rest < inside.length || /率$/u.test(inside));
}

/** 目标≥8座, 得分：9: a label, and what it tells. 绩效目标未量化 is none. */
function tellsField(folded: string, at: number): boolean {
  const label = labelAt(folded, at, null);
  return label !== undefined && (label.closed || /[\d≥≤><=]/u.test(folded[at + label.length] ?? ""));
}

/** 完成值：基本达到预期，部分路段待改善: a line that a label of a target or a result begins, with its colon, tells in words what the cell of a form would. */
function tellsWords(folded: string): boolean {
  const label = labelAt(folded, 0, null);
  if (!label || !(label.role === "target" || label.role === "actual") || folded[label.length - 1] !== ":") return false;
  const words = folded.slice(label.length);
  if (words.length > LONGEST_WORDS || /[\d;。:()]/u.test(words)) return false;
  return !Array.from(words, (_, at) => at).some((at) => words[at - 1] === "," && labelAt(words, at, null));
}

/** Where the bracket that opens at `at` closes; before it where it does not. */
function closingOf(text: string, at: number): number {
  let depth = 0;
  for (let i = at; i < text.length && i <= at + LONGEST_BRACKET; i++) {
    if (text[i] === "(") depth++;
    else if (text[i] === ")" && --depth === 0) return i;
  }
  return at;
}

/** 执行率：99.00%: the marks behind it are the rate's, told as 执行率99.00%. */
const RATE_OF_BUDGET = /^(?:(?:项目|年度|全年)?(?:预算|资金|支出))?执行率:\d{1,3}(?:\.\d+)?%/u;

function parts(folded: string, at: number, start: number): boolean {
  const character = folded[at]!;
  if (character === ":" && start + captionLength(folded.slice(start)) > at) return false;
  if (character === ":" && RATE_OF_BUDGET.test(folded.slice(start, at + 12))) return false;
  if (character === ":") return (start === 0 && namesBehind(folded, at)) || !endsLabel(folded, start, at);
  // 站点7分（目标值≥11个）、服务点8分: items of a list; 目标≥8座、实际9座.
  if (character === "、")
    return /(?:\)|\d分)\s*$/u.test(folded.slice(Math.max(start - 1, at - 6), at)) || labelAt(folded, at + 1, null) !== undefined;
  // 目标≥8座｜实际9座, 目标8座→实际9座, 目标≥8座／实际9座; 得分/分值 is one label.
  if ("|→/·\\".includes(character)) return beginsField(folded, at + 1) && !endsLabel(folded, start, at) && !isWithinPath(folded, start, at);
  if (character === ",") return !(/\d/u.test(folded[at - 1] ?? "") && /^\d{3}(?!\d)/u.test(folded.slice(at + 1, at + 5)));
  return ";。!?\n".includes(character);
}

/** Whether a label stands here and no name that begins with its word: 预算编制→目标填报完整率：…. */
function beginsField(folded: string, at: number): boolean {
  const label = labelAt(folded, at, null);
  const end = at + (/[:,;。|→/·\\]|$/u.exec(folded.slice(at))?.index ?? 0);
  return label !== undefined && (folded[end] !== ":" || at + label.length > end);
}

/** 决策/目标管理/目标合理性: the two parts behind a first level are names, unless they tell a figure. */
function isWithinPath(folded: string, start: number, at: number): boolean {
  const before = folded.slice(start, at);
  const own = /^[^,;。|→/·\\()]*/u.exec(folded.slice(at + 1))![0];
  return startsPath(folded.slice(start)) && before.split(folded[at]!).length <= NAMES_IN_PATH && !/\d/u.test(own);
}

/** Behind the first level the second and the name. */
const NAMES_IN_PATH = 2;

function namesBehind(folded: string, colon: number): boolean {
  const behind = folded.slice(colon + 1, colon + 40);
  if (NAME_WITH_MARKS.test(behind)) return true;
  const quality = OF_TARGETS.test(folded.slice(0, colon)) ? QUALITY.exec(behind)?.[0] : undefined;
  return (
    quality !== undefined && (MARKS.test(behind.slice(quality.length)) || labelAt(folded, colon + 1 + quality.length, null) !== undefined)
  );
}

/** 目标值：, 自评得分：: the mark at `end` stands behind a label. 计划完成率：8分 is a name with its marks, for no rate is of points. */
function endsLabel(folded: string, start: number, end: number): boolean {
  for (let at = Math.max(start, end - LONGEST_LABEL); at < end; at++) {
    const label = labelAt(folded, at, null);
    if (label?.role === "rate" && arePoints(folded, end + 1)) continue;
    if (label && at + label.length >= end + (folded[end] === ":" ? 1 : 0)) return true;
  }
  return false;
}
