import type { Dirent } from "node:fs";
import { opendir, stat } from "node:fs/promises";
import { join } from "node:path";
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

/**
 * The files of a folder by name, folders within folders, zips taken apart. `fileName` is the path from the folder. It is read as it is
 * walked, so that a long archive costs no memory.
 */
export async function* walkFolder(folder: string, options: WalkOptions, prefix = ""): AsyncGenerator<Input> {
  const { all, matches, depth = Number.POSITIVE_INFINITY } = options;
  for await (const entry of entriesOf(folder)) {
    if (isLitter(entry.name)) continue;
    const path = join(folder, entry.name);
    const fileName = `${prefix}${entry.name}`;
    const wanted = matches === undefined || matches(fileName);
    // A link to a folder may lead in a circle; a link to a file is a file.
    if (entry.isDirectory()) {
      if (wanted) yield* walkFolder(path, { all }, `${fileName}/`);
      else if (depth > 1) yield* walkFolder(path, { ...options, depth: depth - 1 }, `${fileName}/`);
    } else if (wanted && (entry.isFile() || (entry.isSymbolicLink() && (await isFile(path))))) {
      const file = { path, fileName };
      if (isZipName(entry.name)) yield* zipInputs(file, all);
      else if (all || isDocumentName(entry.name)) yield { kind: "document", file };
      else yield { kind: "left-out", file, remedy: leftOutRemedy(entry.name) };
    }
  }
}

async function* entriesOf(folder: string): AsyncGenerator<Dirent> {
  let some: Dirent[] = [];
  for await (const entry of await opendir(folder)) {
    some.push(entry);
    if (some.length < IN_ORDER) continue;
    yield* inOrder(some);
    some = [];
  }
  yield* inOrder(some);
}

function inOrder(entries: Dirent[]): Dirent[] {
  return entries.sort((a, b) => (a.name < b.name ? -1 : 1));
}

async function isFile(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined))?.isFile() ?? false;
}
