import type { Block, Line } from "../../core/extracted.js";
import { BULLET, HEADING_NUMBER } from "../../core/numbering.js";
import { cleanText } from "../../core/text.js";
import { listedField } from "../lexicon/labels/meta-label.js";
import { gradeBand, totalKind } from "../lexicon/labels/total-words.js";
import { LEXICON } from "../lexicon/lexicon.js";
import { withoutBlankRows } from "./blank-rows.js";
import { isLevelWord } from "./cells/level-cells.js";
import { withoutGluedForm } from "./glued/glued-form.js";
import { fusingOf, partsOf } from "./glued/word-parts.js";

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

/** Page furniture between the rows: — 3 —, -3-, 第3页. */
export const PAGE_MARK =
  /^\s*(?:[-—–－~～]+\s*\d{1,4}\s*[-—–－~～]+|第\s*\d{1,4}\s*页(?:\s*[,，/]?\s*共\s*\d{1,4}\s*页)?|\d{1,4}\s*\/\s*\d{1,4})\s*$/u;

/** 指标2：, ……: a form's line for one more indicator, where none was told. */
const LEFT_BLANK = /^\s*(?:指标\s*\d{1,2}\s*[:：]?[\s/—–-]*|[….]{1,6})\s*$/u;

/** 指标10 above 分: the end of a level with its marks, 满意度指标10分. */
const MARKS_CUT = /指标\s*\d{1,2}\s*$/u;
const MARKS_END = /^\s*分\s*[)）]?\s*$/u;

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
  const fusing = fusingOf(words);
  let row = 0;
  for (let index = from; index < to; index++) {
    const block = blocks[index]!;
    if (block.type !== "paragraph") continue;
    block.lines.forEach((line, i) => {
      const goesOn = MARKS_CUT.test(line.text) && MARKS_END.test(block.lines[i + 1]?.text ?? firstLine(blocks[index + 1]));
      const isLeftBlank = line.told !== "cell" && !goesOn && LEFT_BLANK.test(line.text);
      if (PAGE_MARK.test(line.text) || line.text.trim() === "" || isLeftBlank) return;
      const first: Gap = i === 0 && (block.blankBefore ?? 0) > 0 ? "blank" : "line";
      if (line.told) {
        for (const [c, text] of toldCells(line).entries())
          atoms.push({ text, gap: c === 0 ? first : "wide", block: index, line, row, blanks: 0, told: line.told });
        row++;
        return;
      }
      const bare = withoutBars(withoutOrnament(line.text));
      for (const piece of chunksOf(withoutGluedForm(goesOn ? bare : withoutBlankRows(bare)))) {
        const gap = piece.gap === "line" ? first : piece.gap;
        for (const part of partsOf(piece.text, gap, fusing))
          atoms.push({ ...part, block: index, line, row, blanks: part.gap === "blank" ? (block.blankBefore ?? 0) : 0 });
      }
      row++;
    });
  }
  return atoms;
}

function firstLine(block: Block | undefined): string {
  return block?.type === "paragraph" ? (block.lines[0]?.text ?? "") : "";
}

/** The cells that a line tells: itself, or what tabs part. */
function toldCells({ text, told }: Line): string[] {
  return (told === "row" ? text.split("\t") : [text]).map((cell) => cleanText(cell).replace(NO_BLANK, "")).filter((cell) => cell !== "");
}

/** A blank that parts no two words. */
const NO_BLANK = /(?<=[^\w])\s+|\s+(?=[^\w])/gu;

/** A bar between words parts cells as a wide blank does; one alone on its line is an empty cell. */
function withoutBars(text: string): string {
  return /^\s*[|｜]\s*$/u.test(text) ? text : text.replace(/[|｜]/gu, "\t");
}

function chunksOf(text: string): { text: string; gap: Gap }[] {
  const chunks: { text: string; gap: Gap }[] = [];
  const isForm = FORM_LINE.test(text) && isLabel(text.trim().split(/\s/u)[0]!);
  for (const match of text.matchAll(/([\s\u3000\u00a0]*)([^\s\u3000\u00a0]+)/gu)) {
    const [, space = "", word = ""] = match;
    const before = chunks.at(-1);
    const gap: Gap = !before
      ? "line"
      : /\t|[\s\u3000]{2,}/u.test(space)
        ? "wide"
        : isSpread(before.text, word, isForm)
          ? "spread"
          : "space";
    chunks.push({ text: word, gap });
  }
  return chunks;
}

/** A line of labels and values, and no sentence. */
const FORM_LINE = /^[^，。；]+$/u;
const CONJUNCTION = /^[及和或与、（]$/u;

/** 一 级: no dash before a level. */
const FIRST_LEVEL = /^一级/u;

function isLabel(text: string): boolean {
  return !LONE_CJK.test(text) && listedField(text) !== undefined;
}

/**
 * Justified lines part every character by a space; so a space beside a lone character is layout, mostly: but not between 自评等级 and its 优, nor in a line of
 * a form behind a label and before the next one (项目负责人 略 填报日期), unless one word joins the two (主管部门 及 实施单位).
 */
function isSpread(before: string, after: string, isForm: boolean): boolean {
  if (totalKind(before) === "grade" && gradeBand(after) !== null) return false;
  if (isForm && ((isLabel(before) && !CONJUNCTION.test(after)) || (isLabel(after) && !CONJUNCTION.test(before)))) return false;
  return (
    CJK_END.test(before) &&
    CJK_START.test(after) &&
    (LONE_CJK.test(before) || LONE_CJK.test(after)) &&
    (!(before in LEXICON.blanks.notApplicable) || FIRST_LEVEL.test(before + after))
  );
}
