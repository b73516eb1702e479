import { Fault } from "../../core/fault.js";
import { ByteView } from "../byte-view.js";

/** Where a structure stands in the table stream. */
export interface Place {
  readonly at: number;
  readonly size: number;
}

/** The head of a Word 97–2003 file ([MS-DOC] 2.5.1): where everything else stands. */
export interface Fib {
  /** The name of the stream that holds the tables. */
  readonly tableStream: "0Table" | "1Table";
  /** Characters of each story, in the order in which they follow one another. */
  readonly counts: { readonly [story in StoryName]: number };
  readonly places: { readonly [structure in keyof typeof STRUCTURES]: Place };
}

export type StoryName = (typeof STORIES)[number];
const STORIES = ["main", "footnotes", "headers", "macros", "comments", "endnotes", "textBoxes", "headerTextBoxes"] as const;

/** Index of each structure in FibRgFcLcb97. */
const STRUCTURES = {
  styles: 1,
  footnoteReferences: 2,
  footnoteTexts: 3,
  sections: 6,
  characterPages: 12,
  paragraphPages: 13,
  fonts: 15,
  pieces: 33,
  shapes: 40,
  endnoteReferences: 46,
  endnoteTexts: 47,
  textBoxes: 56,
  lists: 73,
  listUses: 74,
} as const;

const WORD = 0xa5ec;
const ENCRYPTED = 0x0100;
const SECOND_TABLE = 0x0200;
/** The least nFib of Word 97 (its first releases; usually 00c1); lower numbers are Word 95 and before, whose structures are others. */
const WORD_97 = 0x00c0;
const OLDER: ReadonlySet<number> = new Set([0xa5db, 0xa5dc, 0xa697, 0xa698, 0xa699]);

/** Reads the head. Faults: `encrypted`, `unsupported-type` for Word 95 and older, `corrupt`. */
export function readFib(document: Uint8Array): Fib {
  const view = new ByteView(document, "head of the Word document");
  const identifier = view.u16(0);
  const version = view.u16(2);
  const flags = view.u16(0x0a);
  if (OLDER.has(identifier) || (identifier === WORD && version < WORD_97 && version > 0)) {
    throw new Fault("unsupported-type", `A document of Word 95 or older (file version ${version}).`, {
      remedy: "Open it in Word, WPS or LibreOffice, save it as DOCX and try again.",
    });
  }
  if (identifier !== WORD) throw new Fault("corrupt", "The Word document inside the container has no valid head.");
  if (flags & ENCRYPTED) throw new Fault("encrypted", "The Word document is protected by a password.");
  const words = view.u16(32);
  const longs = 36 + words * 2;
  const firstCount = longs + 3 * 4;
  const pairs = longs + view.u16(longs - 2) * 4 + 2;
  const pairCount = view.u16(pairs - 2);
  const placeOf = (index: number): Place =>
    index < pairCount ? { at: view.u32(pairs + index * 8), size: view.u32(pairs + index * 8 + 4) } : { at: 0, size: 0 };
  const counts = Object.fromEntries(STORIES.map((story, index) => [story, Math.max(0, view.i32(firstCount + index * 4))]));
  const places = Object.fromEntries(Object.entries(STRUCTURES).map(([name, index]) => [name, placeOf(index)]));
  return { tableStream: flags & SECOND_TABLE ? "1Table" : "0Table", counts: counts as Fib["counts"], places: places as Fib["places"] };
}

/** The characters before which a story begins. */
export function startOf(fib: Fib, story: StoryName): number {
  return STORIES.slice(0, STORIES.indexOf(story)).reduce((sum, each) => sum + fib.counts[each], 0);
}
