import { displayWidth } from "../../core/display-width.js";
import type { Paragraph } from "../../core/extracted.js";
import { BULLET, POINT_NUMBER } from "../../core/numbering.js";
import { cleanText } from "../../core/text.js";
import { foldForReading } from "./fold.js";
import { LEVEL_HEADING } from "./heads/level-heading.js";
import { areOfForm, beginsWithLabel, endsFields, PLACE_LABEL } from "./labelled-fields.js";

const ENDS_SENTENCE = /[。！？!?]["”’）)]?$/u;
const ENDS_OPEN = /[，,、（(～~—－\-“‘《：:；;·・．.]$/u;
const STARTS_CLOSED = /^[，,、。；;：:）)”’》％%～~·・．—－]/u;
/** What begins a paragraph of its own: numbering, annexes, bullets, table captions, an indicator's place or name under its label. */
const STARTS_PARAGRAPH = new RegExp(`^(?:${POINT_NUMBER}|附[件表录]|表\\s?\\d|[—－-]+\\s?\\d+\\s?[—－-]+$|${PLACE_LABEL}|${BULLET})`, "u");
/** 数量指标—某名, - 某名, behind a line that ends with marks: the next item of a list without numbers. */
const STARTS_ITEM =
  /^(?:[-*+]\s*\p{Script=Han}|(?:数量|质量|时效|进度|成本|产出|满意度|(?:经济|社会|生态|环境)?效益|可持续影响|(?:社会公众[或及])?服务对象满意度)指标\s*[—–－\-~～·・/|:：“"])/u;
const ENDS_ITEM = /分[)）]?$/u;
/** 某名｜目标：95%｜得分：10分: an item in fields of its own. */
const BARRED = /^\p{Script=Han}[^|｜]+[|｜][^|｜]+[|｜]/u;
/** 某名，目标值：95%；得分：10分: all of an item, on a line of its own. */
const WHOLE_ITEM =
  /^\p{Script=Han}[^。]{2,60}?(?:目标|指标值|计划|预期)[^。]{2,80}?(?:得分|自评得?|权重|分值)[^\d。]{0,4}\d+(?:\.\d+)?分?$/u;
/** 【产出指标-数量指标】, ——指标2——: heads, set apart on their lines. */
const SET_APART = /^(?:【[^【】]{2,40}】|([—－=*#~-])\1+\s*[^—－=*#~\s][^—－=*#~]{0,40}\1{2,})$/u;
/** 偏差原因：, of which nothing is said where another label follows. */
const LABEL_ALONE = /^\p{Script=Han}{2,12}[：:]$/u;
const LABEL = /^\p{Script=Han}{2,12}[：:]/u;

/** Columns that no heading, label or signature takes. */
const LONG_LINE = 72;

/**
 * Physical lines back to paragraphs: groups of indexes into `lines`. A line goes on in the next when it is as wide as its neighbours and
 * ends no sentence, or when bracket or punctuation leave it open. Blank lines part paragraphs only in a text that does not put one
 * between all lines (recognition and web copies do).
 */
export function reflow(lines: readonly Paragraph[]): number[][] {
  const texts = lines.map((line) => cleanText(line.text));
  const widths = texts.map(displayWidth);
  const full = fullWidth(widths);
  const spaced = lines.filter((line, i) => i > 0 && (line.blankBefore ?? 0) > 0).length > lines.length * 0.6;
  const groups: number[][] = [];
  let current: number[] = [];
  for (let i = 0; i < lines.length; i++) {
    if (texts[i] === "") continue;
    const previous = current.at(-1);
    const blank = !spaced && (lines[i]!.blankBefore ?? 0) > 0;
    const isApart =
      previous !== undefined &&
      ((blank && lines[previous]!.bullet === true) || areOfForm(asPrinted(lines[previous]!), asPrinted(lines[i]!)));
    if (previous === undefined || lines[i]!.bullet || isApart || !goesOn(texts[previous]!, texts[i]!, widths[previous]!, full, blank)) {
      if (current.length > 0) groups.push(current);
      current = [];
    }
    current.push(i);
  }
  if (current.length > 0) groups.push(current);
  return groups;
}

/** A line with the blanks that part its fields. */
function asPrinted({ lines }: Paragraph): string {
  return lines.map(({ text }) => text).join("");
}

function goesOn(before: string, after: string, width: number, full: number, blank: boolean): boolean {
  if (STARTS_PARAGRAPH.test(after) && !/[（(]$/u.test(before)) return STARTS_CLOSED.test(after);
  if (SET_APART.test(before) || SET_APART.test(after) || (LABEL_ALONE.test(before) && LABEL.test(after))) return false;
  if (STARTS_CLOSED.test(after)) return true;
  if (LEVEL_HEADING.test(foldForReading(before))) return false;
  if (ENDS_ITEM.test(before) && (STARTS_ITEM.test(after) || BARRED.test(after))) return false;
  if (/[分：:；;]$/u.test(before) && LEVEL_HEADING.test(foldForReading(after))) return false;
  if ((WHOLE_ITEM.test(before) && WHOLE_ITEM.test(after)) || endsFields(before)) return false;
  if (ENDS_SENTENCE.test(before)) return false;
  if (opensBracket(before)) return true;
  if (beginsWithLabel(before) && beginsWithLabel(after)) return false;
  if (ENDS_OPEN.test(before)) return !blank || /[，,、（(～~]$/u.test(before);
  // A long line without a full stop was cut by the page, whatever stands between.
  if (width >= LONG_LINE && !/[：:）)”"]$/u.test(before)) return true;
  if (blank) return false;
  return width >= full * 0.8;
}

function opensBracket(text: string): boolean {
  return Math.max(text.lastIndexOf("（"), text.lastIndexOf("(")) > Math.max(text.lastIndexOf("）"), text.lastIndexOf(")"));
}

/** The width at which this text wraps: what its fuller lines reach. Without wrapped lines, a width that none reaches. */
function fullWidth(widths: readonly number[]): number {
  const wide = widths.filter((w) => w >= 30).sort((a, b) => a - b);
  if (wide.length < 2) return Number.POSITIVE_INFINITY;
  return wide[Math.floor(wide.length * 0.6)]!;
}
