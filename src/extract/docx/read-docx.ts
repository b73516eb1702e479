import type { Extracted } from "../../core/extracted.js";
import { Fault } from "../../core/fault.js";
import type { Limits } from "../../core/limits.js";
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
/** Documents put into documents (`w:altChunk`) are read so deep. */
const CHUNK_DEPTH = 3;

/**
 * Reads a Word document (DOCX, DOCM, DOTX; transitional or strict). Its text as a reader of the final version sees it: insertions kept,
 * deletions and hidden text dropped, numbering labels written out. Headers and footers are left out; notes stand at the end.
 * Faults: `corrupt`, `encrypted`, `too-large`.
 */
export function readDocx(bytes: Uint8Array, limits: Limits): Extracted {
  const unread = new Map<string, number>();
  const flow = readFlow(bytes, limits, unread, 0);
  return {
    mediaType: MEDIA_TYPE,
    pages: [],
    blocks: assembleBlocks(flow, limits),
    flow: "flowed",
    warnings: [...unread].map(([kind, count]) => unreadWarning(kind, count)),
  };
}

function readFlow(bytes: Uint8Array, limits: Limits, unread: Map<string, number>, depth: number): FlowBlock[] {
  const parts = openPackage(bytes, limits);
  const styles = readStyles(parts.related("styles"), limits);
  const noted = { footnote: new Set<string>(), endnote: new Set<string>() };
  const count = (kind: string) => unread.set(kind, (unread.get(kind) ?? 0) + 1);
  const context: StoryContext = {
    styles,
    numbering: readNumbering(parts.related("numbering"), styles, limits),
    counter: new ListCounter(),
    note: (kind, id) => noted[kind].add(id),
    unread: count,
    chunk(relationship) {
      const part = parts.byId(relationship);
      if (part?.[0] === 0x50 && part[1] === 0x4b && depth < CHUNK_DEPTH) return readFlow(part, limits, unread, depth + 1);
      count("chunk");
      return [];
    },
  };
  const body = new Story(context);
  const flow: FlowBlock[] = [];
  const met = eachChild(parts.main, "w:body", limits, (element) => {
    for (const block of body.block(element)) flow.push(block);
  });
  if (!met) throw new Fault("corrupt", "The container's main document is no Word document.");
  flow.push(...body.finish());
  return [
    ...flow,
    ...readNotes(parts, "footnote", noted.footnote, context, limits),
    ...readNotes(parts, "endnote", noted.endnote, context, limits),
  ];
}

/** The notes in the order in which the text refers to them, each marked with its number. */
function readNotes(
  parts: DocxPackage,
  kind: "footnote" | "endnote",
  ids: ReadonlySet<string>,
  context: StoryContext,
  limits: Limits,
): FlowBlock[] {
  const part = ids.size === 0 ? undefined : parts.related(`${kind}s`);
  if (!part) return [];
  const notes = new Map<string, Element>();
  eachChild(part, `w:${kind}s`, limits, (note) => {
    const id = attribute(note, "id");
    if (id !== undefined && ids.has(id)) notes.set(id, note);
  });
  const mark = kind === "footnote" ? "脚注" : "尾注";
  return [...ids].flatMap((id, index) => markNote(new Story(context).read(notes.get(id)?.children ?? []), `${mark}${index + 1}`));
}
