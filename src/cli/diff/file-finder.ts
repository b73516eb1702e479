import { stat } from "node:fs/promises";
import { basename } from "node:path";
import type { DocumentFile } from "../../pipeline/outcome.js";
import { zipInputs } from "../inputs/zip-inputs.js";

/** Finds files where an import found them: on disk, or within a zip as ZIP!PATH. Each zip is looked into once. */
export class FileFinder {
  readonly #zips = new Map<string, Promise<ReadonlyMap<string, DocumentFile>>>();

  /** The file as a reader opens it; undefined when it is not there any more. */
  async find(path: string, fileName: string): Promise<DocumentFile | undefined> {
    if (await isFile(path)) return { path, fileName };
    for (let end = path.indexOf("!"); end > 0; end = path.indexOf("!", end + 1)) {
      const zip = path.slice(0, end);
      if (!(await isFile(zip))) continue;
      const members = this.#zips.get(zip) ?? membersOf(zip);
      this.#zips.set(zip, members);
      return (await members).get(path);
    }
    return undefined;
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
