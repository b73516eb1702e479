import { Fields } from "../word/fields.js";
import type { FlowBlock } from "../word/flow.js";
import type { ListCounter } from "../word/list-counter.js";
import { STRUCK } from "../word/unread-warning.js";
import { attribute, child, type Element, integer, isOn, toggle, value } from "./element.js";
import { firstBranch } from "./first-branch.js";
import { mathText } from "./math-text.js";
import type { Numbering } from "./numbering.js";
import { holdsLargePicture, pictureRelationship } from "./picture.js";
import { formField, runText } from "./run-text.js";
import { isContents, isDeletion, markIsGone, storedLabel } from "./story-signs.js";
import { type RunLook, readListReference, readLook, type Style, type Styles } from "./styles.js";
import { readTable, type TableCell } from "./table.js";

/** What a story is read with, and what is noted while it is read. */
export interface StoryContext {
  readonly styles: Styles;
  readonly numbering: Numbering;
  readonly counter: ListCounter;
  /** The content of a part that a `w:altChunk` stands for. */
  chunk(relationship: string): readonly FlowBlock[];
  /** A footnote or endnote is referred to. */
  note(kind: "footnote" | "endnote", id: string): void;
  /** A note that stands in the text itself, as Word 2003 wrote it. */
  inlineNote(kind: "footnote" | "endnote", blocks: readonly FlowBlock[]): void;
  /** Something that has content which is not read; `kind` is an OLE program. */
  unread(kind: string): void;
  /** A picture so large that it may be a scanned page, by its relationship where the document holds it. */
  picture(relationship: string | undefined): void;
}

/** A paragraph under way: its text, the text boxes anchored in it, and whether anything else shows. */
interface Gathering {
  text: string;
  boxes: FlowBlock[];
  pictured: boolean;
}

/** The content control that is being read: a check box's state until it is shown, and whether the content is a mere prompt. */
interface Control {
  glyph: string | undefined;
  prompt: boolean;
}

interface Scope {
  readonly style: Style | undefined;
  readonly look: RunLook;
}

const SKIPPED = new Set(
  ["pPr", "rPr", "sdtPr", "del", "moveFrom", "delText", "delInstrText", "rt", "rubyPr", "ffData"].map((local) => `w:${local}`),
);
const gathering = (): Gathering => ({ text: "", boxes: [], pictured: false });

/** Reads the blocks of one story (the body, a cell, a note, a text box) and keeps what runs on from one paragraph to the next. */
export class Story {
  readonly #fields = new Fields();
  /** Content of paragraphs whose mark was deleted or hidden: it belongs to the next one. */
  #carried = gathering();

  constructor(
    private readonly context: StoryContext,
    private readonly control: Control = { glyph: undefined, prompt: false },
  ) {}

  /** All blocks of a story, its end included. */
  read(elements: readonly Element[]): FlowBlock[] {
    return [...elements.flatMap((element) => this.block(element)), ...this.finish()];
  }

  /** The blocks of one element of block level: a paragraph, a table, or something around such. */
  block(element: Element): FlowBlock[] {
    const inside = (each: Element | undefined) => each?.children.flatMap((inner) => this.block(inner)) ?? [];
    switch (element.name) {
      case "w:p":
        return this.#paragraph(element);
      case "w:tbl":
        return [...this.finish(), readTable(element, (cell) => this.#cell(cell))];
      case "w:sdt":
        return isContents(element) ? [] : this.#within(element, () => inside(child(element, "w:sdtContent")));
      case "w:altChunk":
        return [...this.finish(), ...this.context.chunk(element.attributes["r:id"] ?? "")];
      case "mc:AlternateContent":
        return firstBranch(element, inside, (blocks) => blocks.length > 0) ?? [];
      default:
        return SKIPPED.has(element.name) || isDeletion(element) ? [] : inside(element);
    }
  }

  /** What a deleted paragraph mark left over where no paragraph follows. */
  finish(): FlowBlock[] {
    const { text, boxes } = this.#carried;
    this.#carried = gathering();
    return text === "" && boxes.length === 0 ? [] : [{ type: "paragraph", text }, ...boxes];
  }

  #cell({ cell, control }: TableCell): FlowBlock[] {
    const read = () => new Story(this.context, this.control).read(cell.children);
    return control ? this.#within(control, read) : read();
  }

  #paragraph(element: Element): FlowBlock[] {
    const properties = child(element, "w:pPr");
    const styleId = value(child(properties, "w:pStyle")) ?? this.context.styles.defaultParagraph;
    const style = this.context.styles.resolve(styleId);
    const beganInContents = this.#fields.inContents;
    const into = this.#carried;
    this.#carried = gathering();
    for (const each of element.children) this.#inline(each, into, { style, look: {} });
    this.#fields.endParagraph();
    if (markIsGone(properties)) {
      this.#carried = into;
      return [];
    }
    if (/^(toc|目录) ?\d/i.test(style?.name ?? "") && (beganInContents || this.#fields.inContents)) return into.boxes;
    const list = this.context.numbering.find(readListReference(properties), styleId);
    const label = list ? this.context.counter.label(list.use, list.level) : storedLabel(properties);
    const outline = integer(value(child(properties, "w:outlineLvl"))) ?? style?.outlineLevel ?? -1;
    const heading = outline >= 0 && outline < 9 ? { heading: outline + 1 } : {};
    return [{ type: "paragraph", text: into.text, ...heading, ...(label === undefined ? {} : { label }) }, ...into.boxes];
  }

  /** Adds what an element inside a paragraph shows. Elements that are not known are looked through. */
  #inline(element: Element, into: Gathering, scope: Scope): void {
    if (SKIPPED.has(element.name) || isDeletion(element)) return;
    // Field marks count also where they are hidden.
    if (element.name === "w:fldChar") this.#fieldMark(element, into);
    else if (element.name === "w:instrText") this.#fields.code(element.text);
    else if (scope.look.hidden) return;
    else {
      const text = element.name === "m:oMath" ? mathText(element) : runText(element, scope.look);
      if (text === undefined) this.#nonText(element, into, scope);
      else if (!scope.look.struck) into.text += this.#fields.show(this.#inControl(text));
      else if (text.trim() !== "") this.context.unread(STRUCK);
    }
  }

  #nonText(element: Element, into: Gathering, scope: Scope): void {
    switch (element.name) {
      case "w:r": {
        const look = this.#look(element, scope.style);
        if (look) this.#inside(element, into, { ...scope, look });
        break;
      }
      case "w:sdt":
        this.#within(element, () => this.#inside(child(element, "w:sdtContent"), into, scope));
        break;
      case "w:fldSimple":
        this.#fields.begin();
        this.#fields.code(attribute(element, "instr") ?? "");
        this.#fields.separate();
        this.#inside(element, into, scope);
        into.text += this.#fields.end();
        break;
      case "w:txbxContent":
        for (const block of new Story(this.context).read(element.children)) into.boxes.push(block);
        break;
      case "v:textpath":
        into.boxes.push({ type: "paragraph", text: element.attributes.string ?? "" });
        break;
      case "mc:AlternateContent":
        this.#alternative(element, into, scope);
        break;
      case "w:footnoteReference":
      case "w:endnoteReference":
        this.context.note(element.name === "w:footnoteReference" ? "footnote" : "endnote", attribute(element, "id") ?? "");
        break;
      case "w:footnote":
      case "w:endnote":
        this.context.inlineNote(element.name === "w:footnote" ? "footnote" : "endnote", new Story(this.context).read(element.children));
        break;
      case "o:OLEObject":
        into.pictured = true;
        this.context.unread(element.attributes.ProgID ?? "object");
        break;
      default:
        if (holdsLargePicture(element)) {
          into.pictured = true;
          this.context.picture(pictureRelationship(element));
        }
        this.#inside(element, into, scope);
    }
  }

  #inside(element: Element | undefined, into: Gathering, scope: Scope): void {
    for (const each of element?.children ?? []) this.#inline(each, into, scope);
  }

  #alternative(element: Element, into: Gathering, scope: Scope): void {
    const read = (branch: Element) => {
      const part = gathering();
      this.#inside(branch, part, scope);
      return part;
    };
    const chosen = firstBranch(element, read, ({ text, boxes, pictured }) => text !== "" || boxes.length > 0 || pictured);
    if (!chosen) return;
    into.text += chosen.text;
    for (const block of chosen.boxes) into.boxes.push(block);
    into.pictured ||= chosen.pictured;
  }

  /** How a run looks; undefined when it is the prompt of a content control that nobody has filled in. */
  #look(run: Element, style: Style | undefined): RunLook | undefined {
    const properties = child(run, "w:rPr");
    const character = this.context.styles.resolve(value(child(properties, "w:rStyle")));
    if (this.control.prompt && /^placeholder text$/i.test(character?.name ?? "")) return undefined;
    const own = readLook(properties);
    // Character and paragraph style undo each other's toggles, the run's own property has the last word.
    const toggled = (which: "hidden" | "struck") => own[which] ?? (character?.[which] ?? false) !== (style?.[which] ?? false);
    return {
      hidden: toggled("hidden"),
      struck: toggled("struck"),
      ascii: own.ascii ?? character?.ascii ?? style?.ascii,
      highAnsi: own.highAnsi ?? character?.highAnsi ?? style?.highAnsi,
      symbols: own.symbols ?? character?.symbols ?? style?.symbols,
    };
  }

  #fieldMark(mark: Element, into: Gathering): void {
    const type = attribute(mark, "fldCharType");
    if (type === "begin") this.#fields.begin(formField(child(mark, "w:ffData")));
    else if (type === "separate") this.#fields.separate();
    else if (type === "end") into.text += this.#fields.end();
  }

  /** In a check box control its state, once, instead of whatever glyph its run holds. */
  #inControl(text: string): string {
    const { glyph } = this.control;
    if (glyph === undefined) return text;
    if (text.trim() !== "") this.control.glyph = "";
    return text.trim() === "" ? "" : glyph;
  }

  #within<T>(control: Element, read: () => T): T {
    const outer = { ...this.control };
    const properties = child(control, "w:sdtPr");
    const box = child(properties, "w14:checkbox");
    if (box) this.control.glyph = isOn(child(box, "w14:checked")?.attributes["w14:val"]) ? "☑" : "☐";
    this.control.prompt = toggle(child(properties, "w:showingPlcHdr")) ?? false;
    const result = read();
    Object.assign(this.control, outer);
    return result;
  }
}
