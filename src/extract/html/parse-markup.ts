import { Parser } from "htmlparser2";
import { Fault } from "../../core/fault.js";
import type { Limits } from "../../core/limits.js";
import { isDrawnCell } from "./drawn-table.js";
import { isInline, SKIPPED } from "./element-kinds.js";
import { endedByClosing, endedByOpening, type OpenElement } from "./implied-ends.js";
import { inlineLook, PLAIN } from "./inline-look.js";

export type MarkupNode = MarkupElement | MarkupText;

/** An element that lays out: a block, a table part, a control, a line break. Inline elements leave only their look on the texts. */
export interface MarkupElement {
  readonly type: "element";
  readonly name: string;
  readonly attributes: { readonly [name: string]: string };
  readonly children: MarkupNode[];
  /** Where it begins in the source, from 1. */
  readonly line: number;
}

export interface MarkupText {
  readonly type: "text";
  readonly text: string;
  readonly line: number;
  readonly link: boolean;
}

export interface Markup {
  readonly root: MarkupElement;
  /** Parts that are not shown, and so were left out: struck-out text, pictures. */
  readonly unseen: { struck: number; pictures: number; hidden: number };
  /** The text ends within a table. */
  readonly isCut: boolean;
  /** Addresses of the pictures that stand in the file itself (`data:image/…`). */
  readonly pictures: readonly string[];
}

/** Inline elements count ten times less: editors pile them up, and they cost no recursion. */
const INLINE_SHARE = 10;

export interface MarkupOptions {
  readonly limits: Limits;
  /** Line of the source at which `html` begins. */
  readonly firstLine?: number;
  /** Read also what styles hide. */
  readonly withHidden?: boolean;
}

/** HTML as a tree of what is laid out, in one pass. Nothing is fetched or executed. Faults: `too-large` (nesting). */
export function parseMarkup(html: string, { limits, firstLine = 1, withHidden = false }: MarkupOptions): Markup {
  const root: MarkupElement = { type: "element", name: "#root", attributes: {}, children: [], line: firstLine };
  const unseen = { struck: 0, pictures: 0, hidden: 0 };
  const pictures: string[] = [];
  const blocks: MarkupElement[] = [root];
  const open: OpenElement[] = [];
  const lineAt = lineCounter(html, firstLine);
  const look = () => open.at(-1)?.look ?? PLAIN;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        for (const { block } of endedByOpening(open, name)) if (block) blocks.pop();
        const before = look();
        const own = inlineLook(name, attributes, before);
        const skipped = own.skipped || SKIPPED.has(name);
        const seen = { ...own, skipped, hidden: own.hidden && !withHidden };
        const block = (!isInline(name) || isDrawnCell(name, attributes)) && !skipped && !seen.hidden;
        if (seen.hidden && !before.hidden) unseen.hidden++;
        if (name === "img" && !skipped && !seen.hidden) {
          unseen.pictures++;
          if (attributes.src?.startsWith("data:image/") && pictures.length < limits.pages) pictures.push(attributes.src);
        }
        if (seen.struck && !before.struck) unseen.struck++;
        if (block) {
          const element: MarkupElement = { type: "element", name, attributes, children: [], line: lineAt(parser.startIndex) };
          blocks.at(-1)!.children.push(element);
          blocks.push(element);
        }
        open.push({ name, look: seen, block });
        if (blocks.length > limits.nesting || open.length > limits.nesting * INLINE_SHARE)
          throw new Fault("too-large", `Elements nested deeper than ${limits.nesting} (limit nesting).`);
      },
      onclosetag(name) {
        for (const { block } of endedByClosing(open, name)) if (block) blocks.pop();
      },
      ontext(data) {
        const { skipped, hidden, struck, link, script } = look();
        if (skipped || hidden || struck) return;
        const text = script ? script(data) : data;
        blocks.at(-1)!.children.push({ type: "text", text, line: lineAt(parser.startIndex), link });
      },
    },
    { decodeEntities: true, recognizeSelfClosing: false },
  );
  parser.write(html);
  const isCut = open.some(({ name }) => name === "table");
  parser.end();
  return { root, unseen, isCut, pictures };
}

/** Lines of offsets that only grow. */
function lineCounter(text: string, firstLine: number): (offset: number) => number {
  let line = firstLine;
  let next = text.indexOf("\n");
  return (offset) => {
    while (next !== -1 && next < offset) {
      line++;
      next = text.indexOf("\n", next + 1);
    }
    return line;
  };
}
