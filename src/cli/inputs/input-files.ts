import { stat } from "node:fs/promises";
import { basename } from "node:path";
import picomatch from "picomatch";
import { UsageError } from "../usage-error.js";
import { isZipName } from "./document-name.js";
import type { Input } from "./input.js";
import { listedPaths } from "./listed-paths.js";
import { type WalkOptions, walkFolder } from "./walk-folder.js";
import { zipInputs } from "./zip-inputs.js";

/** The argument that stands for a list of paths on standard input. */
export const LIST = "-";

export interface InputOptions {
  /** Files of any name in folders and zips, not only those that end like a document. */
  readonly all?: boolean;
  /** The list on standard input has NUL between its paths. */
  readonly null?: boolean;
}

/** Throws a UsageError when one of the arguments names nothing. */
export async function assertInputs(args: readonly string[], options: InputOptions): Promise<void> {
  if (args.filter((arg) => arg === LIST).length > 1) throw new UsageError("Standard input can be read once: give - once.");
  for (const arg of args) {
    if (arg === LIST || (await isThere(arg))) continue;
    const inputs = globInputs(arg, options);
    if (!inputs) throw new UsageError(`${arg} is not there. Name files or folders that exist.`);
    if ((await inputs.next()).done) throw new UsageError(`No file matches ${arg}.`);
    await inputs.return(undefined);
  }
}

/**
 * What the arguments name, in their order: a file, the files of a folder or of a zip, those that match a glob, or those of a list on standard
 * input (`-`). Found as they are asked for, so that a long archive costs no memory. A listed path that is not there is for its reader to say.
 */
export async function* inputFiles(args: readonly string[], options: InputOptions): AsyncGenerator<Input> {
  for (const arg of args) {
    if (arg === LIST) {
      const list = listedPaths(process.stdin.setEncoding("utf8"), options.null ? "\0" : "\n");
      for await (const path of list) yield* named(path, options);
    } else if (await isThere(arg)) yield* named(arg, options);
    else yield* globInputs(arg, options) ?? named(arg, options);
  }
}

async function* named(path: string, { all }: InputOptions): AsyncGenerator<Input> {
  const found = await stat(path).catch(() => undefined);
  const file = { path, fileName: basename(path) };
  if (found?.isDirectory()) yield* walkFolder(path, { all });
  else if (found?.isFile() && isZipName(path)) yield* zipInputs(file, all);
  else yield { kind: "document", file };
}

/** The files that match a glob: `**` any folders, `*` any part of a name, `{a,b}` either. Undefined for what is no glob. */
function globInputs(pattern: string, { all }: InputOptions): AsyncGenerator<Input> | undefined {
  const { isGlob, isGlobstar, base, glob } = picomatch.scan(pattern);
  if (!isGlob) return undefined;
  const depth = isGlobstar ? Number.POSITIVE_INFINITY : glob.split("/").length;
  return walkGlob(base || (pattern.startsWith("/") ? "/" : "."), { all, matches: picomatch(glob), depth });
}

async function* walkGlob(base: string, options: WalkOptions): AsyncGenerator<Input> {
  if ((await stat(base).catch(() => undefined))?.isDirectory()) yield* walkFolder(base, options);
}

async function isThere(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined)) !== undefined;
}
