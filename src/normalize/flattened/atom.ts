import type { Block, Line } from "../../core/extracted.js";
import { BULLET, HEADING_NUMBER } from "../../core/numbering.js";
import { cleanText } from "../../core/text.js";
import { QUALITATIVE_STARTS } from "../lexicon/flattened-words.js";
import { LEXICON } from "../lexicon/lexicon.js";
import { isLevelWord } from "./cells/level-cells.js";
import { withoutGluedForm } from "./glued-form.js";

/**
 * What parts an atom from the one before it: `blank` and `line` a line's end (with or without a blank line), `wide` a tab or several
 * spaces, `space` one space, `spread` a space that justification may have put there, `glued` nothing; `fused` and `digit` nothing either,
 * but the text around shows that cells were run together there.
 */
export type Gap = "blank" | "line" | "wide" | "space" | "spread" | "glued" | "fused" | "digit";

/** Gaps that no reader sees: what stands on both sides of one is written as one word. */
const UNSEEN: ReadonlySet<Gap> = new Set<Gap>(["spread", "glued", "fused", "digit"]);

/** Whether an atom goes on with the word of the one before it. */
export function goesOn({ gap }: Pick<Atom, "gap">): boolean {
  return UNSEEN.has(gap);
}

/** Whether an atom is the first of its line. */
export function beginsLine({ gap }: Pick<Atom, "gap">): boolean {
  return gap === "line" || gap === "blank";
}

/** The smallest piece of a flattened table: no cell ends inside it. */
export interface Atom {
  readonly text: string;
  readonly gap: Gap;
  /** Index of its paragraph in the document's blocks. */
  readonly block: number;
  readonly line: Line;
  /** Running number of the physical line, to measure how cells wrap. */
  readonly row: number;
  /** Blank lines before it. */
  readonly blanks: number;
  /** It is a whole cell: where its row ends is told too, or not. */
  readonly told?: "cell" | "row";
}

/** A bar alone on its line: a cell that was empty. */
export function isEmptyCell({ text, line }: Atom): boolean {
  return /^[|｜]$/u.test(text) && line.text.trim() === text;
}

const LONE_CJK = /^[\p{Script=Han}，、；。（）《》“”]$/u;
const CJK_END = /[\p{Script=Han}，、；。）》”]$/u;
const CJK_START = /^[\p{Script=Han}（《“]/u;

const SENTENCE = /[。；]|，.*，/u;

/** Page furniture between the rows: — 3 —, -3-, 第3页. */
export const PAGE_MARK =
  /^\s*(?:[-—–－~～]+\s*\d{1,4}\s*[-—–－~～]+|第\s*\d{1,4}\s*页(?:\s*[,，/]?\s*共\s*\d{1,4}\s*页)?|\d{1,4}\s*\/\s*\d{1,4})\s*$/u;

/** 指标2：, ……: a form's line for one more indicator, where none was told. */
const LEFT_BLANK = /^\s*(?:指标\s*\d{1,2}\s*[:：]?[\s/—–-]*|[….]{1,6})\s*$/u;

const LEADING_BULLET = new RegExp(`^\\s*${BULLET}`, "u");
const LEADING_NUMBER = new RegExp(`^\\s*${HEADING_NUMBER}`, "u");

/** Of an indicator: it is a core one, and the star is the author's. */
const STAR = /^\s*[★☆]/u;

/** A line without what adorns it: ▶ 检修座数 without its bullet, and ★ 产出指标 or （一）数量指标, names of levels alone on their lines, without star and number. */
function withoutOrnament(line: string): string {
  const bare = line.replace(LEADING_BULLET, "");
  const unnumbered = bare.replace(LEADING_NUMBER, "");
  if (isLevelWord(unnumbered.trim())) return unnumbered;
  return STAR.test(line) ? line : bare;
}

/** Atoms of a run of paragraphs; `from` and `to` are block indexes, tables end a run. */
export function atomsOf(blocks: readonly Block[], from: number, to: number): Atom[] {
  const atoms: Atom[] = [];
  const words = blocks
    .slice(from, to)
    .flatMap((block) => (block.type === "paragraph" ? block.lines.flatMap((line) => line.text.split(/[\s\u3000]+/u)) : []));
  const fusing: Fusing = {
    words: words.filter((word) => !SENTENCE.test(word) && isFused(word)).length >= FUSED_WORDS,
    marks: areMarksFused(words),
  };
  let row = 0;
  for (let index = from; index < to; index++) {
    const block = blocks[index]!;
    if (block.type !== "paragraph") continue;
    block.lines.forEach((line, i) => {
      if (PAGE_MARK.test(line.text) || line.text.trim() === "" || (line.told !== "cell" && LEFT_BLANK.test(line.text))) return;
      const first: Gap = i === 0 && (block.blankBefore ?? 0) > 0 ? "blank" : "line";
      if (line.told) {
        for (const [c, text] of toldCells(line).entries())
          atoms.push({ text, gap: c === 0 ? first : "wide", block: index, line, row, blanks: 0, told: line.told });
        row++;
        return;
      }
      for (const piece of chunksOf(withoutGluedForm(withoutBars(withoutOrnament(line.text))))) {
        const gap = piece.gap === "line" ? first : piece.gap;
        for (const part of partsOf(piece.text, gap, fusing))
          atoms.push({ ...part, block: index, line, row, blanks: part.gap === "blank" ? (block.blankBefore ?? 0) : 0 });
      }
      row++;
    });
  }
  return atoms;
}

/** The cells that a line tells: itself, or what tabs part. */
function toldCells({ text, told }: Line): string[] {
  return (told === "row" ? text.split("\t") : [text]).map((cell) => cleanText(cell).replace(NO_BLANK, "")).filter((cell) => cell !== "");
}

/** A blank that parts no two words. */
const NO_BLANK = /(?<=[^\w])\s+|\s+(?=[^\w])/gu;

/** Dates and periods hold three figures and are one cell. */
const DATE = /^[^\d]{0,12}(?:19|20)\d\d[年.\-/]\d{1,2}(?:[月.\-/]\d{1,2}日?)?[^\d]{0,8}$/u;
const DIGITS = "[\\d０-９]";
const SIGN = "[≥≤≧≦>＞<＜=＝═》《]";
/** Before a sign of comparison, after a percent sign, between words and figures, before a phrase that qualitative targets begin with. */
const CUTS = new RegExp(
  [
    `(?<!${SIGN}|^)(?=${SIGN})`,
    `(?<=[%％])(?=${DIGITS}|\\p{Script=Han}{2})`,
    `(?<=\\p{Script=Han})(?=${DIGITS})`,
    `(?<=${DIGITS})(?=\\p{Script=Han}{3})`,
    `(?<=指标)(?=\\p{Script=Han}{2})`,
    `(?<=[（(](?:万|亿)?元[)）])(?=\\p{Script=Han}{2})`,
    `(?<=\\p{Script=Han}{4})(?=(?:${QUALITATIVE_STARTS.filter((word) => word.length >= 2).join("|")})(?:\\p{Script=Han}|$))`,
  ].join("|"),
  "u",
);

/** This many figures without a space between are several cells run together: 浮桥座数≥36座40座55. */
const FUSED_FIGURES = 3;
/** 其他资金000———: so are dashes for the marks that a source of funds has not. */
const DASHES_BEHIND = /\d[—–－-]{2,}$/u;

/** Words of comparison before a figure begin targets. */
const COMPARISON = "(?:不[低少高大小多]于|不超过|[大小]于等于)(?=\\d)";

/** A year among fused figures is one: 11.02016年12月底前. */
const YEAR = "(?:19|20)\\d\\d年";

/** In a run of fused cells, also between a unit and what follows, before a year, and behind a level's name. */
const FUSED_CUTS = new RegExp(
  `${CUTS.source}|(?<=\\p{Script=Han}{2})(?=${COMPARISON})|(?<=\\d)(?=${YEAR})|(?<=\\d)(?<!(?:19|20)\\d\\d(?=年))(?=\\p{Script=Han}|[A-Za-z])|(?<=[\\d%％])(?=[—–－]|-(?!\\d))|(?<=[—–－])(?=\\d)|(?<=[A-Za-z])(?=\\d|\\p{Script=Han})|(?<=\\p{Script=Han}{2})(?=完成(?:\\d|$))|(?<=(?:指标|满意度|效益|影响|产出(?:数量|质量|时效|进度|成本)|\\d分[)）]))(?=\\p{Script=Han}{2})|(?<=\\p{Script=Han}{2})(?=(?:产出|(?<!经济|社会|生态|环境)效益|(?<!对象|群众|公众)满意度|成本)指标)`,
  "u",
);

function isFused(text: string): boolean {
  const isTold = TOLD.test(text) && !SIDE_BY_SIDE.test(text);
  const isRow = (text.match(/\d+(?:\.\d+)?/gu) ?? []).length >= FUSED_FIGURES || DASHES_BEHIND.test(text);
  return isRow && /\p{Script=Han}/u.test(text) && !DATE.test(text) && !isTold;
}

/** 全年预算468.00万元，执行455.86万元。: a sentence tells its figures one by one, with words between. */
const TOLD = /，.*[。；]$/u;
const SIDE_BY_SIDE = /\d(?:[%％]|(?![年月日])\p{Script=Han}){0,3}[≥≤=＝<>]?\d/u;

/** Where several words are fused, shorter ones with a figure are too: 建立健全达成预期指标77. */
const FUSED_WORDS = 3;
const MAY_BE_FUSED = /^(?=.*\d)(?=.*\p{Script=Han}).{8,}$/u;

/** A whole figure twice without a space between: the marks of a row that got all of them (66, 1010). */
const TWICE = /^([1-9]\d?)\1$/u;
const WHOLE = /^\d+$/u;
/** Marks and what stands beside them, run together: 43.60, 10100.00%10. */
const MARKS_FUSED = /^\d[\d.]+(?:[%％]\d[\d.]*)?$/u;

const NUMERAL = /^[\d.]+$/u;

/** Of a fused word: figures, and dashes in the place of some; how many, the columns tell. */
const DASH = /^[—–－-]$/u;
const RUN_TOGETHER = /^(?:[\d.]{2,}[%％]?|[—–－-]{2,})$/u;

/** Whether weight and score ran together in a run: of the whole figures that stand beside no other, at least three, and most, say a figure twice. */
function areMarksFused(words: readonly string[]): boolean {
  const alone = words.filter((word, i) => WHOLE.test(word) && !NUMERAL.test(words[i - 1] ?? "") && !NUMERAL.test(words[i + 1] ?? ""));
  const twice = alone.filter((word) => TWICE.test(word)).length;
  return twice >= FUSED_WORDS && twice > alone.length / 2;
}

/** What ran together in a run of paragraphs: cells with words in them, weights with scores. */
interface Fusing {
  readonly words: boolean;
  readonly marks: boolean;
}

function partsOf(text: string, gap: Gap, fusing: Fusing): { text: string; gap: Gap }[] {
  const fused = isFused(text) || (fusing.words && MAY_BE_FUSED.test(text) && !DATE.test(text)) || (fusing.marks && MARKS_FUSED.test(text));
  const inner: Gap = fused ? "fused" : "glued";
  const parts: { text: string; gap: Gap }[] = [];
  for (const part of text.split(fused ? FUSED_CUTS : CUTS).flatMap((each) => (fused ? withoutRepeat(each) : [each]))) {
    const digits = fused && RUN_TOGETHER.test(part) ? part.split(/(?=[\d.—–－-])(?<!\.)/u) : [part];
    digits.forEach((piece, i) => {
      if (piece !== "") parts.push({ text: piece, gap: parts.length === 0 ? gap : i === 0 || DASH.test(piece) ? inner : "digit" });
    });
  }
  return parts;
}

const LEAST_REPEATED = 2;

/** 更新机制建立建立: words that end with the same words twice are a name, its target and its result. */
function withoutRepeat(words: string): string[] {
  for (let length = Math.floor(words.length / 2); length >= LEAST_REPEATED; length--) {
    const last = words.slice(-length);
    if (/^\p{Script=Han}+$/u.test(last) && words.slice(0, -length).endsWith(last)) return [words.slice(0, -2 * length), last, last];
  }
  return [words];
}

/** A bar between words parts cells as a wide blank does; one alone on its line is an empty cell. */
function withoutBars(text: string): string {
  return /^\s*[|｜]\s*$/u.test(text) ? text : text.replace(/[|｜]/gu, "\t");
}

function chunksOf(text: string): { text: string; gap: Gap }[] {
  const chunks: { text: string; gap: Gap }[] = [];
  for (const match of text.matchAll(/([\s\u3000\u00a0]*)([^\s\u3000\u00a0]+)/gu)) {
    const [, space = "", word = ""] = match;
    const before = chunks.at(-1);
    const gap: Gap = !before ? "line" : /\t|[\s\u3000]{2,}/u.test(space) ? "wide" : isSpread(before.text, word) ? "spread" : "space";
    chunks.push({ text: word, gap });
  }
  return chunks;
}

/** Justified lines part every character by a space; so a space beside a lone character is layout, mostly. */
function isSpread(before: string, after: string): boolean {
  return (
    CJK_END.test(before) &&
    CJK_START.test(after) &&
    (LONE_CJK.test(before) || LONE_CJK.test(after)) &&
    !(before in LEXICON.blanks.notApplicable)
  );
}
