import type { Dirent } from "node:fs";
import { opendir, stat } from "node:fs/promises";
import { basename, join } from "node:path";
import { Fault } from "../../core/fault.js";
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
    } else if (wanted && (entry.isFile() || (entry.isSymbolicLink() && (await isFile(path))))) {
      const file = { path, fileName };
      if (isZipName(entry.name)) yield* zipInputs(file, all);
      else if (all || isDocumentName(entry.name)) yield { kind: "document", file };
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
    fault = new Fault("corrupt", `The folder cannot be read: ${(error as Error).message}.`, {
      remedy: "See that the folder is there and that you may read it, and try again.",
    });
  }
  yield* inOrder(some);
  if (fault) yield fault;
}

function inOrder(entries: Dirent[]): Dirent[] {
  return entries.sort((a, b) => (a.name < b.name ? -1 : 1));
}

async function isFile(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined))?.isFile() ?? false;
}
