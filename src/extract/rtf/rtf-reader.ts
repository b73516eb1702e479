import { Fault } from "../../core/fault.js";
import type { Limits } from "../../core/limits.js";
import type { FlowBlock } from "../word/flow.js";
import { isLargePicture, TWIPS_PER_POINT } from "../word/large-picture.js";
import { markNote } from "../word/mark-note.js";
import { STRUCK } from "../word/unread-warning.js";
import { FontList } from "./font-list.js";
import { FormFieldData } from "./form-field-data.js";
import { RowBuilder } from "./row-builder.js";
import { CHARACTERS, DESTINATIONS, type Destination, FIRST_SCOPE, type Scope, setLook, TRANSPARENT } from "./rtf-scope.js";
import { RtfStory } from "./rtf-story.js";
import type { Token } from "./tokens.js";

const MOST_DEPTH = 64;

/** Builds the flow of a document token by token. */
export class RtfReader {
  readonly #outer: Scope[] = [];
  #scope: Scope = { ...FIRST_SCOPE };
  readonly #stories: RtfStory[] = [new RtfStory("body", 0)];
  readonly #notes: FlowBlock[] = [];
  #noteCount = 0;
  readonly #fonts = new FontList();
  #defaultFont = 0;
  /** Outline levels of the styles. */
  readonly #styles = new Map<number, number>();
  readonly #row = new RowBuilder();
  readonly #nestedRow = new RowBuilder();
  #form = new FormFieldData();
  #picture = { width: 0, height: 0 };
  /** The next control word begins a destination that may be skipped. */
  #isOptional = false;
  /** Bytes that stand in for a character already read. */
  #toSkip = 0;

  constructor(
    private readonly limits: Limits,
    private readonly unread: (kind: string) => void,
  ) {}

  add(token: Token): void {
    switch (token.type) {
      case "open":
        this.#outer.push({ ...this.#scope });
        if (this.#outer.length > this.limits.nesting)
          throw new Fault("too-large", `RTF nested deeper than ${this.limits.nesting} (limit nesting).`);
        break;
      case "close":
        this.#close();
        break;
      case "symbol":
        this.#symbol(token.name);
        return;
      case "word":
        this.#word(token.name, token.value);
        break;
      case "text":
        this.#bytes(token.bytes);
        break;
    }
    this.#isOptional = false;
  }

  /** All blocks, the notes at the end; a document that was cut off gives what there is of it. */
  finish(): FlowBlock[] {
    while (this.#stories.length > 1) this.#endStory();
    return [...this.#story.finish(), ...this.#notes];
  }

  /** Whether every group was closed. */
  get isWhole(): boolean {
    return this.#outer.length === 0;
  }

  get #story(): RtfStory {
    return this.#stories.at(-1)!;
  }

  #close(): void {
    const ended = this.#scope.destination;
    const outer = this.#outer.pop();
    if (!outer) return;
    this.#scope = outer;
    this.#toSkip = 0;
    if (this.#story.openGroups > this.#outer.length && this.#stories.length > 1) this.#endStory();
    if (ended === outer.destination) return;
    if (ended === "form") this.#story.fields.fill(this.#form.state);
    else if (ended === "field" && !this.#isGone) this.#story.show(this.#story.fields.end());
    else if (ended === "field") this.#story.fields.end();
    else if (ended === "picture" && isLargePicture(this.#picture.width, this.#picture.height)) this.unread("picture");
  }

  #symbol(name: string): void {
    if (name === "*") this.#isOptional = true;
    else if (name === "~") this.#text(" ");
    else if (name === "_") this.#text("-");
    else if (name === "\\" || name === "{" || name === "}") this.#text(name);
    else if (name === "\n" || name === "\r") this.#endParagraph();
  }

  #word(name: string, value: number | undefined): void {
    if (this.#scope.destination === "skip" || TRANSPARENT.has(name)) return;
    const destination = DESTINATIONS.get(name);
    const character = CHARACTERS.get(name);
    const row = this.#scope.destination === "nestedRow" ? this.#nestedRow : this.#row;
    if (destination !== undefined) this.#enter(destination);
    else if (this.#isOptional) this.#scope.destination = "skip";
    else if (character !== undefined) this.#text(character);
    else if (name === "u") {
      this.#text(this.#fonts.decode(this.#scope.font, String.fromCharCode(value ?? 0)));
      this.#toSkip = this.#scope.replacement;
    } else if (!this.#structure(name, value) && !row.word(name, value)) this.#property(name, value);
  }

  #enter(destination: Destination): void {
    this.#scope.destination = destination;
    if (destination === "field") this.#story.fields.begin();
    else if (destination === "result") {
      this.#story.fields.separate();
      this.#scope.destination = "body";
    } else if (destination === "note" || destination === "textBox") {
      this.#stories.push(new RtfStory(destination, this.#outer.length));
      Object.assign(this.#scope, { destination: "body", depth: 0, outline: undefined });
    } else if (destination === "form") this.#form = new FormFieldData();
    else if (destination === "formEntry") this.#form.beginEntry();
    else if (destination === "picture") this.#picture = { width: 0, height: 0 };
  }

  /** Ends of paragraphs, cells and rows; how deep a paragraph stands. */
  #structure(name: string, value: number | undefined): boolean {
    const { depth } = this.#scope;
    switch (name) {
      case "par":
      case "sect":
        this.#endParagraph();
        return true;
      case "cell":
        this.#endCell(Math.max(1, depth));
        return true;
      case "nestcell":
        this.#endCell(Math.max(2, depth));
        return true;
      case "row":
        if (this.#scope.destination === "body") this.#story.endRow(1, this.#row.definition(), this.#isGone);
        return true;
      case "nestrow":
        this.#story.endRow(Math.max(2, depth), this.#nestedRow.definition(), this.#isGone);
        return true;
      case "intbl":
        this.#scope.depth = Math.max(1, depth);
        return true;
      case "itap":
        this.#scope.depth = Math.min(MOST_DEPTH, Math.max(0, value ?? 1));
        return true;
      default:
        return false;
    }
  }

  #property(name: string, value: number | undefined): void {
    const scope = this.#scope;
    const number = value ?? 1;
    if (setLook(scope, name, number, this.#defaultFont)) return;
    switch (name) {
      case "f":
        scope.font = number;
        if (scope.destination === "fonts") this.#fonts.begin(number);
        break;
      case "fcharset":
        if (scope.destination === "fonts") this.#fonts.characterSet(scope.font, number);
        break;
      case "deff":
        this.#defaultFont = number;
        scope.font = number;
        break;
      case "ansicpg":
        this.#fonts.codePage = number;
        break;
      case "outlinelevel":
        scope.outline = number;
        if (scope.destination === "styles" && scope.style !== undefined) this.#styles.set(scope.style, number);
        break;
      case "fftype":
      case "ffres":
      case "ffdefres":
        this.#form.set(name, number);
        break;
      case "picwgoal":
        this.#picture.width = number / TWIPS_PER_POINT;
        break;
      case "pichgoal":
        this.#picture.height = number / TWIPS_PER_POINT;
        break;
    }
  }

  get #isGone(): boolean {
    return this.#scope.hidden || this.#scope.deleted;
  }

  #bytes(bytes: Uint8Array): void {
    const skipped = Math.min(this.#toSkip, bytes.length);
    this.#toSkip -= skipped;
    const { destination, font } = this.#scope;
    if (skipped < bytes.length && destination !== "skip" && destination !== "picture")
      this.#text(this.#fonts.decode(font, bytes.subarray(skipped)));
  }

  #text(text: string): void {
    switch (this.#scope.destination) {
      case "body":
        if (this.#isGone) break;
        if (!this.#scope.struck) this.#story.show(text);
        else if (text.trim() !== "") this.unread(STRUCK);
        break;
      case "label":
        this.#story.label(text);
        break;
      case "instruction":
        this.#story.fields.code(text);
        break;
      case "fonts":
        this.#fonts.name(this.#scope.font, text);
        break;
      case "formEntry":
        this.#form.entryText(text);
        break;
      case "objectClass":
        this.unread(text.trim());
        break;
    }
  }

  /** The mark of a paragraph that was deleted or hidden does not end it. */
  #endParagraph(): void {
    if (this.#scope.destination === "body" && !this.#isGone) this.#story.endParagraph(this.#scope.depth, this.#outline);
  }

  #endCell(depth: number): void {
    if (this.#scope.destination !== "body") return;
    this.#story.endParagraph(depth, this.#outline);
    this.#story.endCell(depth);
  }

  get #outline(): number | undefined {
    const { outline, style } = this.#scope;
    return outline ?? (style === undefined ? undefined : this.#styles.get(style));
  }

  #endStory(): void {
    const story = this.#stories.pop()!;
    if (story.kind === "note") {
      this.#noteCount++;
      for (const block of markNote(story.finish(), `脚注${this.#noteCount}`)) this.#notes.push(block);
    } else this.#story.boxes(story.finish());
  }
}
