import type { Extracted } from "../../core/extracted.js";
import { Fault } from "../../core/fault.js";
import type { Limits } from "../../core/limits.js";
import type { Pictured } from "../image/with-pictures.js";
import { assembleBlocks } from "../word/assemble-blocks.js";
import type { FlowBlock } from "../word/flow.js";
import { ListCounter } from "../word/list-counter.js";
import { markNote } from "../word/mark-note.js";
import { unreadWarning } from "../word/unread-warning.js";
import { attribute, type Element, eachChild } from "./element.js";
import { readNumbering } from "./numbering.js";
import { type DocxPackage, openPackage } from "./package.js";
import { Story, type StoryContext } from "./story.js";
import { readStyles } from "./styles.js";

const MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/**
 * Reads a Word document (DOCX, DOCM, DOTX; transitional or strict). Its text as a reader of the final version sees it: insertions kept,
 * deletions and hidden text dropped, numbering labels written out. Headers and footers are left out; notes stand at the end.
 * Faults: `corrupt`, `encrypted`, `too-large`.
 */
export async function readDocx(bytes: Uint8Array, limits: Limits): Promise<Pictured> {
  const pictures: Uint8Array[] = [];
  return { extracted: extract(await openPackage(bytes, limits), MEDIA_TYPE, limits, pictures), pictures };
}

/**
 * Reads a Word document that is one XML file: "Word XML" (flat OPC), and the XML of Word 2003, in which report systems fill in templates and
 * call the result DOC. Faults as {@link readDocx}.
 */
export function readWordXml(bytes: Uint8Array, limits: Limits): Extracted {
  return extract({ main: bytes, related: () => bytes, byId: () => undefined, chunk: () => undefined }, "application/xml", limits);
}

function extract(parts: DocxPackage, mediaType: string, limits: Limits, pictures: Uint8Array[] = []): Extracted {
  const unread = new Map<string, number>();
  const flow = readFlow(parts, limits, unread, pictures);
  return {
    mediaType,
    pages: [],
    blocks: assembleBlocks(flow, limits),
    flow: "flowed",
    warnings: [...unread].map(([kind, count]) => unreadWarning(kind, count)),
  };
}

function readFlow(parts: DocxPackage, limits: Limits, unread: Map<string, number>, pictures: Uint8Array[]): FlowBlock[] {
  const styles = readStyles(parts.related("styles"), limits);
  const noted = { footnote: new Set<string>(), endnote: new Set<string>() };
  const inlineNotes: Record<NoteKind, (readonly FlowBlock[])[]> = { footnote: [], endnote: [] };
  const count = (kind: string) => unread.set(kind, (unread.get(kind) ?? 0) + 1);
  const context: StoryContext = {
    styles,
    numbering: readNumbering(parts.related("numbering"), styles, limits),
    counter: new ListCounter(),
    note: (kind, id) => noted[kind].add(id),
    inlineNote: (kind, blocks) => inlineNotes[kind].push(blocks),
    unread: count,
    picture(relationship) {
      const file = relationship === undefined ? undefined : parts.byId(relationship);
      if (file && pictures.length < limits.pages) pictures.push(file);
      count("picture");
    },
    chunk(relationship) {
      const document = parts.chunk(relationship);
      if (document) return readFlow(document, limits, unread, pictures);
      count("chunk");
      return [];
    },
  };
  const body = new Story(context);
  const flow: FlowBlock[] = [];
  const met = eachChild(parts.main, "w:body", limits, (element) => {
    for (const block of body.block(element)) flow.push(block);
  });
  if (!met) throw new Fault("corrupt", "The main document is no Word document.");
  flow.push(...body.finish());
  return [
    ...flow,
    ...NOTE_KINDS.flatMap((kind) =>
      [...readNotes(parts, kind, noted[kind], context, limits), ...inlineNotes[kind]].flatMap((blocks, index) =>
        markNote(blocks, `${MARKS[kind]}${index + 1}`),
      ),
    ),
  ];
}

type NoteKind = "footnote" | "endnote";
const NOTE_KINDS: readonly NoteKind[] = ["footnote", "endnote"];
const MARKS = { footnote: "脚注", endnote: "尾注" } as const;

/** The notes in the order in which the text refers to them. */
function readNotes(parts: DocxPackage, kind: NoteKind, ids: ReadonlySet<string>, context: StoryContext, limits: Limits): FlowBlock[][] {
  const part = ids.size === 0 ? undefined : parts.related(`${kind}s`);
  if (!part) return [];
  const notes = new Map<string, Element>();
  eachChild(part, `w:${kind}s`, limits, (note) => {
    const id = attribute(note, "id");
    if (id !== undefined && ids.has(id)) notes.set(id, note);
  });
  return [...ids].map((id) => new Story(context).read(notes.get(id)?.children ?? []));
}
