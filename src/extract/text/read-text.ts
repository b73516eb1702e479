import type { Block, Extracted, Paragraph } from "../../core/extracted.js";
import { Fault } from "../../core/fault.js";
import { LIMITS, type Limits } from "../../core/limits.js";
import type { Warning } from "../../core/record.js";
import { cleanText, joinLines } from "../../core/text.js";
import { assertCharacters, assertText } from "../assert-text.js";
import { markdownInline, markdownLine } from "../markdown/markdown-line.js";
import { numberTables } from "../number-tables.js";
import { decodeText } from "./decode-text.js";
import { plainInline } from "./inline-markup.js";
import { withoutLeaderDots } from "./lines/leader-dots.js";
import { withoutLineNumbers } from "./lines/line-numbers.js";
import { joinLoneCharacters } from "./lines/lone-characters.js";
import { withoutPageNumbers } from "./lines/page-numbers.js";
import { withPlainBars } from "./lines/plain-bars.js";
import { withoutQuoteMarks } from "./lines/quote-marks.js";
import { withoutRunningHeads } from "./lines/running-lines.js";
import { withoutShownMarks } from "./lines/shown-marks.js";
import { isBlankLine, type SourceLine, sourceLines } from "./lines/source-lines.js";
import { withoutWatermark } from "./lines/watermark.js";
import { undoQuotedPrintable } from "./quoted-printable.js";
import { settleFlow } from "./settle-flow.js";
import { findTable } from "./tables/find-table.js";

/** How a text marks itself up. `line`: what a line says when it is no part of a table, with its heading level; undefined where it says nothing. */
interface LineReader {
  readonly line: (text: string) => { readonly text: string; readonly heading?: number; readonly bullet?: true } | undefined;
  readonly inline: (text: string) => string;
}

/** A line drawn over the page, which parts rows of one table as often as it parts tables. */
const RULE = /^\s*([-=_*~—–─━═┄┈＝－＿])\1{4,}\s*$/u;

/**
 * Reads plain text: tables where their structure is written out, every other line as a paragraph with its physical line. Whether those lines are the
 * author's paragraphs is told by `flow`. Faults: `unsupported-type` (no text), `too-large` (cells, characters).
 */
export function readText(bytes: Uint8Array, limits: Limits = LIMITS): Extracted {
  return readLines(bytes, limits, "text/plain", {
    line: (text) => (RULE.test(text) ? undefined : { text: plainInline(text) }),
    inline: plainInline,
  });
}

/** Reads Markdown: as plain text, with headings, emphasis, bullets and links undone. */
export function readMarkdown(bytes: Uint8Array, limits: Limits = LIMITS): Extracted {
  return readLines(bytes, limits, "text/markdown", { line: markdownLine, inline: markdownInline });
}

function readLines(bytes: Uint8Array, limits: Limits, mediaType: string, read: LineReader): Extracted {
  const decoded = decodeText(undoQuotedPrintable(bytes) ?? bytes);
  if (!decoded) throw new Fault("unsupported-type", "The file's bytes are no text in any encoding that ziping reads.");
  assertCharacters(decoded.text.length, limits);
  const physical = sourceLines(decoded.text);
  for (const { text } of physical) assertText(text, limits);
  const printed = withoutLeaderDots(withoutQuoteMarks(joinLoneCharacters(withoutLineNumbers(withoutShownMarks(physical)))));
  const lines = withoutPageNumbers(withoutRunningHeads(withoutWatermark(printed)));
  const barred = withPlainBars(lines);
  const blocks: Block[] = [];
  let blank = 0;
  let newPage = false;
  for (let at = 0; at < lines.length; ) {
    newPage ||= lines[at]!.newPage;
    if (isBlankLine(lines[at]!)) {
      blank++;
      at++;
      continue;
    }
    const table = findTable(barred, at, { limits, inline: read.inline });
    const found: readonly Block[] = table?.blocks ?? paragraphs(lines[at]!, { blank, newPage }, read);
    blocks.push(...found);
    at = table?.to ?? at + 1;
    // A line that says nothing parts what stands around it, as a blank one does.
    blank = found.length === 0 ? blank + 1 : 0;
    newPage &&= found.length === 0;
  }
  const { blocks: settled, flow } = settleFlow(blocks);
  const warnings: Warning[] =
    decoded.broken > 0
      ? [{ code: "text-damaged", message: `${decoded.broken} characters are broken in the file and show as U+FFFD.` }]
      : [];
  return { mediaType, pages: [], blocks: numberTables(settled, limits), flow, warnings };
}

/** The paragraph of a line; several where markup in it breaks the line. */
function paragraphs(line: SourceLine, before: { blank: number; newPage: boolean }, read: LineReader): Paragraph[] {
  const said = read.line(line.text);
  if (!said) return [];
  const parts = said.text.split("\n").filter((part) => cleanText(part) !== "");
  return parts.map((part, index): Paragraph => {
    const text = joinLines([part]);
    const evidence = { line: line.number, quote: text };
    return {
      type: "paragraph",
      text,
      lines: [{ text: part, evidence }],
      ...(said.heading === undefined ? {} : { heading: said.heading }),
      blankBefore: index === 0 ? before.blank : 0,
      ...(index === 0 && said.bullet ? { bullet: true } : {}),
      ...(index === 0 && before.newPage ? { newPage: true } : {}),
      evidence: [evidence],
    };
  });
}
