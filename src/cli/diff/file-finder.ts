import { stat } from "node:fs/promises";
import { basename } from "node:path";
import type { DocumentFile } from "../../pipeline/outcome.js";
import { zipInputs } from "../inputs/zip-inputs.js";

/** Members of zips that are kept, about half a kilobyte each: those of the zips asked for last. */
const MOST_MEMBERS = 200_000;

/** Finds files where an import found them: on disk, or within a zip as ZIP!PATH. A zip asked for again and again is looked into once. */
export class FileFinder {
  /** In the order in which they were asked for last. */
  readonly #zips = new Map<string, Promise<ReadonlyMap<string, DocumentFile>>>();
  /** How many members each has, once that is known. */
  readonly #sizes = new Map<string, number>();
  readonly #mostMembers: number;

  constructor(mostMembers = MOST_MEMBERS) {
    this.#mostMembers = mostMembers;
  }

  /** The file as a reader opens it; undefined when it is not there any more. */
  async find(path: string, fileName: string): Promise<DocumentFile | undefined> {
    if (await isFile(path)) return { path, fileName };
    for (let end = path.indexOf("!"); end > 0; end = path.indexOf("!", end + 1)) {
      const zip = path.slice(0, end);
      if (!(await isFile(zip))) continue;
      const members = this.#zips.get(zip) ?? this.#lookInto(zip);
      this.#zips.delete(zip);
      this.#zips.set(zip, members);
      return (await members).get(path);
    }
    return undefined;
  }

  async #lookInto(zip: string): Promise<ReadonlyMap<string, DocumentFile>> {
    const members = await membersOf(zip);
    this.#sizes.set(zip, members.size);
    let held = [...this.#sizes.values()].reduce((sum, size) => sum + size, 0);
    for (const other of this.#zips.keys()) {
      if (held <= this.#mostMembers) break;
      const size = this.#sizes.get(other);
      if (other === zip || size === undefined) continue;
      this.#zips.delete(other);
      this.#sizes.delete(other);
      held -= size;
    }
    return members;
  }
}

async function membersOf(zip: string): Promise<ReadonlyMap<string, DocumentFile>> {
  const members = new Map<string, DocumentFile>();
  for await (const { kind, file } of zipInputs({ path: zip, fileName: basename(zip) }, true))
    if (kind === "document") members.set(file.path, file);
  return members;
}

function isFile(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isFile(),
    () => false,
  );
}
