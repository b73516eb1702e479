import type { Dirent } from "node:fs";
import { opendir, stat } from "node:fs/promises";
import { basename, join } from "node:path";
import { cannotOpen, Fault } from "../../core/fault.js";
import { isDocumentName, isLitter, isZipName, leftOutRemedy } from "./document-name.js";
import type { Input } from "./input.js";
import { zipInputs } from "./zip-inputs.js";

export interface WalkOptions {
  /** Files of any name, not only those that end like a document. */
  readonly all?: boolean;
  /** Only what has such a path from the folder, or stands in a folder that has; anything without it. */
  readonly matches?: (path: string) => boolean;
  /** Folders within folders, at most. */
  readonly depth?: number;
}

/** Entries of one folder that are put in order at a time: all of an ordinary one; one of a million files must not fill the memory. */
const IN_ORDER = 10_000;

/** What is no file and no folder, and is told of all the same: a document that somebody meant to be there must not be missed in silence. */
const NO_FILE = {
  nowhere: new Fault("corrupt", "It is a link that leads nowhere.", { remedy: "See that what it links to is there, and try again." }),
  folder: "A link to a folder is not followed: name the folder that it leads to.",
  other: "It is no ordinary file: copy what it gives into one.",
} as const;

/**
 * The files of a folder by name, folders within folders, zips taken apart. `fileName` is the path from the folder. It is read as it is
 * walked, so that a long archive costs no memory. A folder that cannot be read is itself an input, a refused one: the others go on.
 */
export async function* walkFolder(folder: string, options: WalkOptions, prefix = ""): AsyncGenerator<Input> {
  const { all, matches, depth = Number.POSITIVE_INFINITY } = options;
  for await (const entry of entriesOf(folder)) {
    if (entry instanceof Fault) {
      yield { kind: "refused", file: { path: folder, fileName: prefix.slice(0, -1) || basename(folder) }, error: entry };
      continue;
    }
    if (isLitter(entry.name)) continue;
    const path = join(folder, entry.name);
    const fileName = `${prefix}${entry.name}`;
    const wanted = matches === undefined || matches(fileName);
    // A link to a folder may lead in a circle; a link to a file is a file.
    if (entry.isDirectory()) {
      if (wanted) yield* walkFolder(path, { all }, `${fileName}/`);
      else if (depth > 1) yield* walkFolder(path, { ...options, depth: depth - 1 }, `${fileName}/`);
    } else if (wanted) {
      const file = { path, fileName };
      const is = entry.isFile() ? "file" : await kindOf(path);
      const meant = all || isDocumentName(entry.name) || isZipName(entry.name);
      if (is === "nowhere" && meant) yield { kind: "refused", file, error: NO_FILE.nowhere };
      else if (is === "folder" || is === "other") yield { kind: "left-out", file, remedy: NO_FILE[is] };
      else if (is === "file" && isZipName(entry.name)) yield* zipInputs(file, all);
      else if (meant) yield { kind: "document", file };
      else yield { kind: "left-out", file, remedy: leftOutRemedy(entry.name) };
    }
  }
}

/** What a folder holds; last, why it could not be read to its end. */
async function* entriesOf(folder: string): AsyncGenerator<Dirent | Fault> {
  let some: Dirent[] = [];
  let fault: Fault | undefined;
  try {
    for await (const entry of await opendir(folder)) {
      some.push(entry);
      if (some.length < IN_ORDER) continue;
      yield* inOrder(some);
      some = [];
    }
  } catch (error) {
    fault = cannotOpen("folder", folder, error as Error);
  }
  yield* inOrder(some);
  if (fault) yield fault;
}

function inOrder(entries: Dirent[]): Dirent[] {
  return entries.sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** What a path leads to, links followed. */
async function kindOf(path: string): Promise<"file" | "folder" | "nowhere" | "other"> {
  const stats = await stat(path).catch(() => undefined);
  if (stats === undefined) return "nowhere";
  return stats.isFile() ? "file" : stats.isDirectory() ? "folder" : "other";
}
