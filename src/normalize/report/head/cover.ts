import type { Block, Paragraph } from "../../../core/extracted.js";
import { cellText } from "../../figures/cell-figure.js";
import { bareLabels, labelledValues, type MetaField, metaField, ORGANISATIONS } from "../../lexicon/labels/meta-label.js";
import { isOrganisation } from "../../title/title.js";
import { captionYear, headYear } from "../../title/years.js";
import { isDateLine, readDate } from "./dates.js";
import { fitsField } from "./fits-field.js";
import { type HeadFacts, mergeHeads, NO_HEAD, yearClaim, yearHead } from "./head-facts.js";

const LONGEST_VALUE = 80;
const LEADING_YEAR = /^\s*[(（]\s*(?:19|20)\d{2}\s*年度?\s*[)）]/u;
/** 某所 2023年度: the year behind an organisation's name is the line's, not the name's. */
const TRAILING_YEAR = /[\s(（]*(?:19|20)\d{2}\s*年度?[)）]?$/u;

/** 某工程（2023年度）: the year evaluated. */
const YEAR_BEHIND = /\s*[(（]\s*(?:19|20)\d{2}\s*年度[)）]$/u;

/** 某局（公章）: where the seal goes. */
const SEAL = /\s*[(（](?:加盖)?(?:单位)?(?:公章|盖章|签章|印章|章)[)）]/gu;

/** 经办人：某某: who signs. */
const SIGNER = /(?:单位|部门|人|[章字名])[)）]?[:：]\s?\p{Script=Han}{0,20}\s?$/u;

/** What a report's lines outside its tables say of it: 填报单位：…, the cover's 项目名称 …, （2019年度）, a date of its own. */
export function readCover(blocks: readonly Block[]): HeadFacts {
  const paragraphs = blocks.filter((block): block is Paragraph => block.type === "paragraph");
  const labelled = blocks.flatMap((block, i) =>
    block.type === "paragraph" ? [linesOf(withEnd(block, blocks[i + 1])).flatMap((line) => labelledValues(line, fitsField))] : [],
  );
  const bare = paragraphs.map((paragraph) => bareLabels(paragraph.text, fitsField));
  const heads: HeadFacts[] = [];
  paragraphs.forEach((paragraph, i) => {
    for (const { field, value } of labelled[i]!) heads.push(headOf(field, value, paragraph));
    // Without a colon a label is believed only beside another one: a sentence may begin with the same words.
    const neighbours = [bare[i - 2], bare[i - 1], bare[i + 1], bare[i + 2]].filter((found) => found && found.length > 0).length;
    const isBeside = neighbours > 0 || bare[i]!.length > 1 || beginsWithLabel(blocks[blocks.indexOf(paragraph) + 1]);
    const own = labelled[i]!.length === 0 && isBeside ? bare[i]! : [];
    for (const { field, value } of own) heads.push(headOf(field, value, paragraph));
    // （2023年度）部门名称：… : the year's line and the labels' are one.
    const year =
      headYear(paragraph.text) ??
      (labelled[i]!.length > 0 ? headYear(LEADING_YEAR.exec(paragraph.text)?.[0] ?? "") : null) ??
      yearOverTable(blocks, paragraph);
    if (year !== null) heads.push({ ...NO_HEAD, years: [yearClaim(year, "head", paragraph.evidence)] });
  });
  const signed = paragraphs.map(({ text }) => signedDate(text)).find((date) => date !== null);
  if (signed) heads.push({ ...NO_HEAD, reportDate: signed });
  return mergeHeads(heads);
}

/** The year that the caption right above a table gives it. */
function yearOverTable(blocks: readonly Block[], paragraph: Paragraph): number | null {
  const year = captionYear(paragraph.text);
  return year !== null && blocks[blocks.indexOf(paragraph) + 1]?.type === "table" ? year : null;
}

/** Whether a block is a form whose first text is such a label: above rows with more columns it may stand in the second. */
function beginsWithLabel(block: Block | undefined): boolean {
  const first = block?.type === "table" ? block.cells.find((cell) => cell.row === 0 && cellText(cell) !== "") : undefined;
  return first !== undefined && metaField(cellText(first)) !== undefined;
}

/** 2023年5月20日 on a line of its own, or behind the name that signs, or the label of one. */
function signedDate(line: string): string | null {
  const text = line.replace(/\s+/gu, " ");
  if (text.length > 50) return null;
  if (isDateLine(text)) return readDate(text);
  const at = text.search(/(?:19|20)\d{2}\s*年/u);
  const before = text.slice(0, at);
  return at > 0 && (isOrganisation(before) || SIGNER.test(before)) && isDateLine(text.slice(at)) ? readDate(text.slice(at)) : null;
}

/** 项目名称：某项目。主管部门：某 / 县某局。: labels in sentences that go over a line's end; with the end of the last. */
function withEnd(line: Paragraph, next: Block | undefined): Paragraph {
  if (!/。[^。]*[^。；;：:]$/u.test(line.text) || next?.type !== "paragraph" || (next.blankBefore ?? 0) > 0) return line;
  const end = next.text.indexOf("。");
  return end < 0 ? line : { ...line, text: line.text + next.text.slice(0, end + 1) };
}

/** A paragraph's physical lines where they tell more than its joined text: labels that share a paragraph. */
function linesOf(paragraph: Paragraph): readonly string[] {
  return paragraph.text.length > LONGEST_VALUE * 2 ? [] : [paragraph.text];
}

function headOf(field: MetaField, value: string, paragraph: Paragraph): HeadFacts {
  const text = value.split(/[。；;]/u)[0]!.trim();
  // A label's value ends with its sentence; behind a sentence only what is surely such a value is believed.
  const wentOn = /[。；;]./u.test(value.trim()) && ORGANISATIONS.has(field);
  if (text === "" || text.length > LONGEST_VALUE || (wentOn && !isOrganisation(text))) return NO_HEAD;
  if (field === "projectName") return { ...NO_HEAD, projectName: text.replace(YEAR_BEHIND, "") };
  const organisation = text.replace(SEAL, "").replace(TRAILING_YEAR, "") || text;
  if (field === "department") return { ...NO_HEAD, department: organisation };
  if (field === "unit") return { ...NO_HEAD, unit: organisation };
  if (field === "filler") return { ...NO_HEAD, filler: organisation };
  if (field === "both") return { ...NO_HEAD, department: organisation, unit: organisation };
  if (field === "reportDate") return { ...NO_HEAD, reportDate: readDate(text) };
  return field === "period" || field === "selfEvaluationYear" ? yearHead(field, text, paragraph.evidence) : NO_HEAD;
}
