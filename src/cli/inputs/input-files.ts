import { readdir, stat } from "node:fs/promises";
import { basename, extname, join } from "node:path";
import type { DocumentFile } from "../../pipeline/outcome.js";
import { UsageError } from "../usage-error.js";

/** What documents are called. In a folder the name decides what is opened; what it is, its bytes decide. */
const DOCUMENT = new Set(
  [
    ".pdf .ofd .docx .docm .doc .wps .rtf .xlsx .xlsm .xls .et",
    ".html .htm .mht .mhtml .txt .text .md .markdown",
    ".png .jpg .jpeg .tif .tiff .bmp .webp",
  ].flatMap((names) => names.split(" ")),
);
/** What editors, systems and archives leave behind. */
const LITTER = /^(\.|~\$|__MACOSX$|Thumbs\.db$|desktop\.ini$)/i;

export interface InputOptions {
  /** Files of any name, not only those that end like a document. */
  readonly all?: boolean;
  /** Told of each file in a folder that is left out for its name. */
  readonly leftOut?: (path: string) => void;
}

/** Throws a UsageError when one of the paths is not there. */
export async function assertInputs(paths: readonly string[]): Promise<void> {
  for (const path of paths) {
    const found = await stat(path).catch(() => undefined);
    if (!found) throw new UsageError(`${path} is not there. Name files or folders that exist.`);
  }
}

/**
 * The files of the paths, in the order given; those of a folder by name, folders within folders. `fileName` is the name of a file, or
 * its path from the folder that was named. Folders are read as they are walked, so that a long archive costs no memory.
 */
export async function* inputFiles(paths: readonly string[], options: InputOptions = {}): AsyncGenerator<DocumentFile> {
  for (const path of paths) {
    if ((await stat(path)).isDirectory()) yield* walk(path, "", options);
    else yield { path, fileName: basename(path) };
  }
}

async function* walk(folder: string, prefix: string, options: InputOptions): AsyncGenerator<DocumentFile> {
  const entries = await readdir(folder, { withFileTypes: true });
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (LITTER.test(entry.name)) continue;
    const path = join(folder, entry.name);
    const fileName = `${prefix}${entry.name}`;
    // A link to a folder may lead in a circle; a link to a file is a file.
    if (entry.isDirectory()) yield* walk(path, `${fileName}/`, options);
    else if (entry.isFile() || (entry.isSymbolicLink() && (await isFile(path)))) {
      if (options.all || DOCUMENT.has(extname(entry.name).toLowerCase())) yield { path, fileName };
      else options.leftOut?.(path);
    }
  }
}

async function isFile(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined))?.isFile() ?? false;
}
