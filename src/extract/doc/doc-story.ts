import { Fields } from "../word/fields.js";
import type { FlowBlock } from "../word/flow.js";
import type { ListCounter } from "../word/list-counter.js";
import { TableStack } from "../word/table-stack.js";
import { STRUCK } from "../word/unread-warning.js";
import { type CharacterLook, characterLook, inFont } from "./character-look.js";
import { readFormField } from "./form-field-data.js";
import type { DocListUse } from "./list-tables.js";
import { type ParagraphLook, paragraphLook } from "./paragraph-look.js";
import { paragraphsBetween, type Run, type StoredParagraph, type TextSource } from "./paragraphs.js";
import { holdsLargePicture } from "./picture.js";
import { defineRow } from "./row-definition.js";
import type { StyleSheet } from "./style-sheet.js";

/** What a story is read with, and what is noted while it is read. */
export interface DocContext {
  readonly source: TextSource;
  readonly styles: StyleSheet;
  readonly fonts: readonly string[];
  readonly lists: ReadonlyMap<number, DocListUse>;
  readonly counter: ListCounter;
  /** The text boxes anchored at a place of the main text. */
  boxesAt(place: number): readonly FlowBlock[];
  /** Something that has content which is not read; `kind` is an OLE program or "picture". */
  unread(kind: string): void;
}

/** Text of a paragraph under way, and the text boxes anchored in it. */
interface Gathering {
  text: string;
  boxes: FlowBlock[];
}

/** How many text fields LibreOffice makes of one content control, at least. */
const AGAIN = 3;
const FIELD_BEGIN = "\u0013";
const FIELD_SEPARATOR = "\u0014";
const FIELD_END = "\u0015";
const PICTURE = "\u0001";
const DRAWING = "\u0008";
const SYMBOL = "(";
/** Every character that may mean something else than itself. */
const MEANT = /[\p{Cc}(]/u;

/** Reads the blocks of characters `start` … `end`. */
export function readDocStory(context: DocContext, start: number, end: number): FlowBlock[] {
  const story = new DocStory(context);
  for (const paragraph of paragraphsBetween(context.source, start, end)) story.add(paragraph);
  return story.finish();
}

class DocStory {
  readonly #tables = new TableStack();
  #fields = new Fields();
  /** Content of paragraphs whose mark was deleted or hidden: it belongs to the next one in the same table, or outside of any. */
  #carried: Gathering = { text: "", boxes: [] };
  #carriedDepth = 0;
  /** What a text form field of the cell tells that ends a paragraph: a content control, which LibreOffice writes several times over, also as bare text. */
  #control: string | undefined;
  /** The result of the last text form field of the paragraph under way, told so many times, and where in its text the first began and the last ended. */
  #result:
    | { readonly from: number; readonly end: number; readonly text: string; readonly count: number; readonly isBare: boolean }
    | undefined;
  /** Where in the text the result of the text form field begins that is open. */
  #resultFrom: number | undefined;

  constructor(private readonly context: DocContext) {}

  add(stored: StoredParagraph): void {
    const look = paragraphLook(stored, this.context.styles);
    const mark = this.#look(stored.markSprms, stored);
    const markIsGone = mark.hidden || mark.deleted;
    if (look.depth !== this.#carriedDepth) this.#flush();
    if (look.endsRow) {
      this.#tables.endRow(look.depth, defineRow(stored.sprms), markIsGone);
      this.#endCell();
      return;
    }
    const beganInContents = this.#fields.inContents;
    const into = this.#carried;
    this.#carried = { text: "", boxes: [] };
    this.#result = undefined;
    this.#resultFrom = undefined;
    for (const run of stored.runs) this.#run(run, stored, into);
    const isAgain = look.depth > 0 && this.#saysControl(into.text);
    this.#fields.endParagraph();
    if (markIsGone && !look.endsCell) {
      this.#carried = into;
      this.#carriedDepth = look.depth;
      return;
    }
    const blocks =
      isAgain || (look.isContents && (beganInContents || this.#fields.inContents))
        ? into.boxes
        : [this.#paragraph(into.text, stored, look), ...into.boxes];
    this.#tables.add(look.depth, blocks);
    if (look.endsCell) {
      this.#tables.endCell(look.depth);
      this.#endCell();
    }
  }

  /** Whether a paragraph of a cell says once more, or several times, what a content control of the cell told. */
  #saysControl(text: string): boolean {
    if (this.#control !== undefined) return text.replaceAll(this.#control, "").trim() === "";
    if (this.#fields.inTextField && text.trim() !== "") this.#control = text;
    return false;
  }

  #endCell(): void {
    this.#fields.reset();
    this.#control = undefined;
  }

  finish(): FlowBlock[] {
    this.#flush();
    return this.#tables.finish();
  }

  #flush(): void {
    const { text, boxes } = this.#carried;
    this.#carried = { text: "", boxes: [] };
    if (text !== "" || boxes.length > 0) this.#tables.add(this.#carriedDepth, [{ type: "paragraph", text }, ...boxes]);
  }

  #paragraph(text: string, stored: StoredParagraph, look: ParagraphLook): FlowBlock {
    const use = look.list === undefined ? undefined : this.context.lists.get(look.list);
    const linked = use && look.level === undefined ? use.styles.indexOf(stored.style) : -1;
    const label = use && this.context.counter.label(use, look.level ?? Math.max(0, linked));
    return {
      type: "paragraph",
      text,
      ...(look.heading === undefined ? {} : { heading: look.heading }),
      ...(label === undefined ? {} : { label }),
    };
  }

  #look(sprms: Run["sprms"], { style }: StoredParagraph): CharacterLook {
    const { styles, fonts } = this.context;
    return characterLook(sprms, styles(style)?.character ?? [], styles, fonts);
  }

  #run(run: Run, stored: StoredParagraph, into: Gathering): void {
    const look = this.#look(run.sprms, stored);
    if (look.deleted) return;
    let rest = run.text;
    let at = run.at;
    for (let index = rest.search(MEANT); index >= 0; index = rest.search(MEANT)) {
      this.#show(rest.slice(0, index), look, into);
      this.#meant(rest[index]!, at + index, look, into);
      rest = rest.slice(index + 1);
      at += index + 1;
    }
    this.#show(rest, look, into);
  }

  #show(text: string, look: CharacterLook, into: Gathering): void {
    if (text === "") return;
    this.#fields.code(text);
    if (look.hidden) return;
    if (this.#fields.inTextField) this.#resultFrom ??= into.text.length;
    if (!look.struck) into.text += this.#fields.show(inFont(text, look.font));
    else if (text.trim() !== "") this.context.unread(STRUCK);
  }

  /** A content control in a line, which LibreOffice writes as several text fields of one result, with parts of it as bare text between, is read once. */
  #endResult(into: Gathering): void {
    if (this.#resultFrom === undefined) return;
    const text = into.text.slice(this.#resultFrom);
    const before = this.#result;
    const gap = before ? into.text.slice(before.end, this.#resultFrom) : "";
    const again = before?.text === text && text.trim() !== "" && text.includes(gap) ? before : undefined;
    const from = again?.from ?? this.#resultFrom;
    const [count, isBare] = [(again?.count ?? 0) + 1, again !== undefined && (again.isBare || gap !== "")];
    if (count >= AGAIN && isBare) into.text = into.text.slice(0, from) + text;
    this.#result = { from, end: into.text.length, text, count, isBare };
    this.#resultFrom = undefined;
  }

  /** A character that may mean something else than itself. Field marks count also where they are hidden. */
  #meant(character: string, at: number, look: CharacterLook, into: Gathering): void {
    switch (character) {
      case FIELD_BEGIN:
        this.#fields.begin();
        return;
      case FIELD_SEPARATOR:
        this.#noteEmbedded();
        this.#fields.separate();
        return;
      case FIELD_END:
        into.text += this.#fields.end();
        if (!this.#fields.inTextField) this.#endResult(into);
        return;
    }
    if (look.hidden) return;
    switch (character) {
      case SYMBOL:
        this.#show(look.symbol ?? SYMBOL, { ...look, font: undefined }, into);
        return;
      case PICTURE:
        this.#picture(look);
        return;
      case DRAWING:
        for (const block of this.context.boxesAt(at)) into.boxes.push(block);
        return;
      case "\u000b":
        this.#show("\n", look, into);
        return;
      case "\u000e":
        this.#show("\f", look, into);
        return;
      case "\u001e":
        this.#show("-", look, into);
        return;
      case "\t":
      case "\f":
        this.#show(character, look, into);
        return;
    }
  }

  #picture(look: CharacterLook): void {
    if (look.location === undefined) return;
    const { data } = this.context.source.file;
    const form = look.isData ? readFormField(data, look.location) : undefined;
    if (form) this.#fields.fill(form);
    else if (!look.isData && holdsLargePicture(data, look.location)) this.context.unread("picture");
  }

  #noteEmbedded(): void {
    const program = /^\s*EMBED\s+(\S{1,80})/i.exec(this.#fields.instruction)?.[1];
    if (program) this.context.unread(program);
  }
}
