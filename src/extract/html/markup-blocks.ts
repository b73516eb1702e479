import type { Block, Line, Paragraph } from "../../core/extracted.js";
import type { Limits } from "../../core/limits.js";
import { cleanText, joinLines } from "../../core/text.js";
import { assertText } from "../assert-text.js";
import { authorParagraphs } from "./author-paragraphs.js";
import { controlText } from "./control-text.js";
import { drawnTable } from "./drawn-table.js";
import { ListNumbers } from "./list-numbers.js";
import { readMarkupTable } from "./markup-table.js";
import { pairedTerms } from "./paired-terms.js";
import type { MarkupElement, MarkupNode } from "./parse-markup.js";

/** What the reading of one page has in common. */
export interface PageContext {
  readonly limits: Limits;
  readonly furniture: ReadonlySet<MarkupElement>;
  /** Says where a paragraph stands: by the source line it begins in, or by its number in reading order (a page may be written in one line). */
  readonly locate: (sourceLine: number) => number;
}

/** A line in running text that reaches so many characters may have been broken for its width. */
const FULL_LINE = 20;
const HEADING = /^h([1-6])$/u;
const SPACES = /[ \t\r\n\f]+/gu;

/** Paragraphs and tables of the nodes, in the order in which they are shown; tables not yet numbered. */
export function markupBlocks(nodes: readonly MarkupNode[], context: PageContext, inCell = false): Block[] {
  const flow = new MarkupFlow(context, inCell);
  flow.read(nodes);
  return flow.finish();
}

class MarkupFlow {
  readonly #blocks: Block[] = [];
  /** Source pieces of the paragraph at hand; "\n" where the author broke the line. */
  #pieces: { text: string; line: number }[] = [];
  #heading: number | undefined;
  #label = "";
  readonly #lists = new ListNumbers();
  /** Terms that stand on a line with what follows them. */
  readonly #terms = new Set<MarkupElement>();
  /** Such a term was read last. */
  #isBehindTerm = false;

  constructor(
    private readonly context: PageContext,
    private readonly inCell: boolean,
  ) {}

  read(nodes: readonly MarkupNode[], preformatted = false): void {
    for (const node of nodes) {
      if (node.type === "text") {
        this.#pieces.push({ text: preformatted ? node.text : node.text.replace(SPACES, " "), line: node.line });
        this.#isBehindTerm &&= node.text.trim() === "";
      } else if (!this.context.furniture.has(node)) this.#element(node, preformatted);
    }
  }

  finish(): Block[] {
    this.#flush();
    return this.#blocks;
  }

  #element(element: MarkupElement, preformatted: boolean): void {
    const { name } = element;
    const table = name === "table" ? element : drawnTable(element);
    if (name === "br") this.#pieces.push({ text: "\n", line: element.line });
    else if (name === "input" || name === "select" || name === "textarea")
      this.#pieces.push({ text: controlText(element), line: element.line });
    else if (table) this.#table(table);
    else this.#block(element, preformatted || name === "pre" || name === "textarea");
  }

  #block(element: MarkupElement, preformatted: boolean): void {
    if (!this.#isBehindTerm) this.#flush();
    const outer = this.#heading;
    const level = HEADING.exec(element.name)?.[1];
    if (level) this.#heading = Number(level);
    const isList = element.name === "ol" || element.name === "ul";
    if (isList) this.#lists.enter(element);
    if (element.name === "li") this.#label = this.#lists.label(element);
    if (element.name === "dl") for (const term of pairedTerms(element)) this.#terms.add(term);
    this.read(element.children, preformatted);
    if (this.#terms.has(element)) this.#endTerm(element);
    else this.#flush();
    this.#label = "";
    if (isList) this.#lists.leave();
    this.#heading = outer;
  }

  /** 完成值 before 12座 is 完成值：12座. */
  #endTerm({ line }: MarkupElement): void {
    const label = this.#pieces.map(({ text }) => text).join("");
    this.#pieces = [{ text: /[:：]\s*$/u.test(label) ? label.trim() : `${label.trim()}：`, line: this.#pieces[0]?.line ?? line }];
    this.#isBehindTerm = true;
  }

  #table(element: MarkupElement): void {
    this.#flush();
    const read = readMarkupTable(element, this.context, (nodes) => markupBlocks(nodes, this.context, true));
    if (read.type === "layout") this.read(read.content);
    else this.#blocks.push(...read.blocks);
    this.#flush();
  }

  #flush(): void {
    const pieces = this.#pieces;
    this.#pieces = [];
    this.#isBehindTerm = false;
    const text = pieces.map((piece) => piece.text).join("");
    assertText(text, this.context.limits);
    const heading = this.#heading;
    // A heading is one line, however it is broken; a cell's paragraph is broken for its width.
    const paragraphs =
      heading === undefined
        ? authorParagraphs(text, this.inCell ? 0 : FULL_LINE)
        : [text.split("\n").filter((line) => cleanText(line) !== "")];
    const lineOf = sourceLines(pieces);
    for (const lines of paragraphs) {
      if (lines.length === 0) continue;
      const label = this.#label;
      this.#label = "";
      const raw = label === "" ? lines : [label + lines[0]!.trimStart(), ...lines.slice(1)];
      this.#blocks.push(paragraph(raw, this.context.locate(lineOf(lines[0]!)), heading));
    }
  }
}

function paragraph(lines: readonly string[], line: number, heading: number | undefined): Paragraph {
  const text = joinLines(lines);
  return {
    type: "paragraph",
    text,
    lines: lines.map((each): Line => ({ text: each.normalize("NFC").trim(), evidence: { line, quote: cleanText(each) } })),
    ...(heading === undefined ? {} : { heading }),
    evidence: [{ line, quote: text }],
  };
}

/** Where a line of the joined pieces begins in the source. Asked for lines in their order. */
function sourceLines(pieces: readonly { readonly text: string; readonly line: number }[]): (line: string) => number {
  const text = pieces.map((piece) => piece.text).join("");
  const starts: number[] = [];
  let length = 0;
  for (const piece of pieces) {
    starts.push(length);
    length += piece.text.length;
  }
  let from = 0;
  let piece = 0;
  return (line) => {
    const at = Math.max(from, text.indexOf(line, from));
    from = at + line.length;
    const first = at + (line.length - line.trimStart().length);
    while (piece + 1 < pieces.length && starts[piece + 1]! <= first) piece++;
    return pieces[piece]?.line ?? 1;
  };
}
