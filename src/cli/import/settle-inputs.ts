import { stat } from "node:fs/promises";
import { resolve } from "node:path";
import type { DocumentFile } from "../../pipeline/outcome.js";
import type { JudgedFile, KnownFile } from "../../warehouse/warehouse.js";
import type { Input } from "../inputs/input.js";
import type { Fate } from "./fate.js";

/** Files asked about at once: few at first, so that reading begins soon; then more, for each question goes through all that is known. */
const CHUNK = { first: 500, most: 8_000 };

/** A document to be read, one to be entered as refused, or an input whose fate needs neither. */
export type Settled =
  | { readonly kind: "due"; readonly file: JudgedFile & DocumentFile }
  | { readonly kind: "refused"; readonly file: JudgedFile & DocumentFile; readonly error: NonNullable<Fate["error"]> }
  | { readonly kind: "settled"; readonly fate: Fate };

export interface SettleOptions {
  /** What was judged before, of the files given. */
  readonly judged: (files: readonly JudgedFile[]) => Promise<ReadonlyMap<string, KnownFile>>;
  /** Files that were last changed earlier are not read. */
  readonly since?: Date;
}

/** Sets apart what is to be read, and says of the rest what became of it. Two chunks of inputs are held at a time. */
export async function* settleInputs(inputs: AsyncIterable<Input>, { judged, since }: SettleOptions): AsyncGenerator<Settled> {
  for await (const chunk of oneAhead(settledChunks())) yield* chunk;

  async function* settledChunks(): AsyncGenerator<Settled[]> {
    for await (const chunk of chunks(inputs)) {
      const described = await Promise.all(chunk.map(async (input) => ({ input, file: await describe(input.file) })));
      const candidates = described.filter(({ input, file }) => input.kind !== "left-out" && !isOlder(file));
      const known = await judged(candidates.map(({ file }) => file));
      yield described.map(({ input, file }) => settle(input, file, known.get(file.path)));
    }
  }

  function settle(input: Input, file: JudgedFile & DocumentFile, known: KnownFile | undefined): Settled {
    if (input.kind === "left-out") return { kind: "settled", fate: { ...untouched(file, "left-out"), remedy: input.remedy } };
    if (isOlder(file)) return { kind: "settled", fate: untouched(file, "older") };
    if (known) return { kind: "settled", fate: { ...untouched(file, "known"), ...known } };
    return input.kind === "refused" ? { kind: "refused", file, error: input.error } : { kind: "due", file };
  }

  function isOlder({ modifiedAt }: JudgedFile): boolean {
    return since !== undefined && modifiedAt < since;
  }
}

/** The fate of an input that is not opened in this run. */
export function untouched({ path, fileName, byteLength, modifiedAt }: JudgedFile, outcome: Fate["outcome"]): Fate {
  const nothing = { error: null, remedy: null, sha256: null, seconds: null, reports: [], findings: null };
  return { ...nothing, path, fileName, outcome, byteLength, modifiedAt };
}

/** A file that is gone meanwhile is described as empty and new: its reader will say what is wrong. */
async function describe({ path, fileName, member }: DocumentFile): Promise<JudgedFile & DocumentFile> {
  if (member) {
    const within = path.slice(member.zip.length);
    return { path: resolve(member.zip) + within, fileName, member, byteLength: member.byteLength, modifiedAt: member.modifiedAt };
  }
  const absolute = resolve(path);
  const { size, mtime } = await stat(absolute).catch(() => ({ size: 0, mtime: new Date() }));
  return { path: absolute, fileName, byteLength: size, modifiedAt: mtime };
}

async function* chunks<Item>(items: AsyncIterable<Item>): AsyncGenerator<Item[]> {
  let size = CHUNK.first;
  let chunk: Item[] = [];
  for await (const item of items) {
    chunk.push(item);
    if (chunk.length < size) continue;
    yield chunk;
    chunk = [];
    size = Math.min(2 * size, CHUNK.most);
  }
  if (chunk.length > 0) yield chunk;
}

/** The items; each is begun when the one before is given out, so that nobody waits for it. */
async function* oneAhead<Item>(items: AsyncGenerator<Item>): AsyncGenerator<Item> {
  const begin = () => {
    const begun = items.next();
    // Its turn to be awaited may never come.
    begun.catch(() => {});
    return begun;
  };
  try {
    for (let next = begin(); ; ) {
      const { done, value } = await next;
      if (done) return;
      next = begin();
      yield value;
    }
  } finally {
    await items.return(undefined);
  }
}
