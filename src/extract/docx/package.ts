import { Fault } from "../../core/fault.js";
import type { Limits } from "../../core/limits.js";
import { openZip } from "../zip.js";
import { type Element, eachChild } from "./element.js";

/** A part's relationship to another one of the package. */
export interface Relationship {
  /** The last word of its type: `styles`, `numbering`, `footnotes` … The same in strict and transitional packages. */
  readonly type: string;
  readonly target: string;
}

/** The parts of a Word document, found by their relationships, never by their usual names. */
export interface DocxPackage {
  readonly main: Uint8Array;
  /** The part that the main one relates to by `type`, undefined when there is none. */
  related(type: string): Uint8Array | undefined;
  byId(id: string): Uint8Array | undefined;
  /** The document that was put into this one (`w:altChunk`) under a relationship's id; undefined where it is of another format, or too deep. */
  chunk(id: string): DocxPackage | undefined;
}

/** Documents put into documents are opened so deep. */
const CHUNK_DEPTH = 3;

/** Opens a DOCX container, which stands `depth` documents deep. Faults: those of {@link openZip}; `corrupt` when it has no main document. */
export async function openPackage(bytes: Uint8Array, limits: Limits, depth = 0): Promise<DocxPackage> {
  const zip = await openZip(bytes, limits);
  const relationships = (part: string): Map<string, Relationship> => {
    const slash = part.lastIndexOf("/");
    const folder = part.slice(0, slash + 1);
    const found = new Map<string, Relationship>();
    const rels = zip.read(`${folder}_rels/${part.slice(slash + 1)}.rels`);
    if (!rels) return found;
    eachChild(rels, "rel:Relationships", limits, (each: Element) => {
      const { Id, Type, Target, TargetMode } = each.attributes;
      if (Id === undefined || Target === undefined || TargetMode === "External") return;
      found.set(Id, { type: Type?.slice(Type.lastIndexOf("/") + 1) ?? "", target: Target.startsWith("/") ? Target : `${folder}${Target}` });
    });
    return found;
  };
  const ofType = (all: Map<string, Relationship>, type: string) => [...all.values()].find((each) => each.type === type)?.target;
  const mainName = ofType(relationships(""), "officeDocument") ?? "word/document.xml";
  const main = zip.read(mainName);
  if (!main) throw new Fault("corrupt", `The container has no main document ("${mainName}").`);
  const related = relationships(mainName);
  const readable = (target: string | undefined) => (target === undefined ? undefined : zip.read(target));
  const chunks = new Map<string, DocxPackage>();
  for (const [id, { type, target }] of depth < CHUNK_DEPTH ? related : []) {
    const part = type === "aFChunk" ? zip.read(target) : undefined;
    if (part?.[0] === 0x50 && part[1] === 0x4b) chunks.set(id, await openPackage(part, limits, depth + 1));
  }
  return {
    main,
    related: (type) => readable(ofType(related, type)),
    byId: (id) => readable(related.get(id)?.target),
    chunk: (id) => chunks.get(id),
  };
}
