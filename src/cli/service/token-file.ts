import { readFileSync, statSync } from "node:fs";
import { mkdir, rename, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { type StoredToken, TokenFile } from "../../server/tokens.js";
import { UsageError } from "../usage-error.js";

/** The tokens of a file, read again when the file has changed, so that a token made or revoked counts at once. */
export function watchTokens(path: string): () => readonly StoredToken[] {
  let tokens: readonly StoredToken[] = [];
  let read = "";
  return () => {
    const { mtimeMs, size, ino } = statSync(path, { throwIfNoEntry: false }) ?? { mtimeMs: 0, size: 0, ino: 0 };
    const now = `${mtimeMs} ${size} ${ino}`;
    if (now !== read) tokens = size === 0 ? [] : readTokens(path);
    read = now;
    return tokens;
  };
}

/** Throws a UsageError when the file is no token file. */
export function readTokens(path: string): readonly StoredToken[] {
  try {
    return TokenFile.parse(JSON.parse(readFileSync(path, "utf8"))).tokens;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
    throw new UsageError(`${path} is no token file: ${(error as Error).message}. Make one with: ziping token create NAME`);
  }
}

/** Replaces the file whole, readable by its owner alone. */
export async function writeTokens(path: string, tokens: readonly StoredToken[]): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const temporary = `${path}.${process.pid}.new`;
  await writeFile(temporary, `${JSON.stringify({ tokens }, null, 2)}\n`, { mode: 0o600 });
  await rename(temporary, path);
}
