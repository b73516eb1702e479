import { stat } from "node:fs/promises";
import { basename } from "node:path";
import { Fault } from "../../core/fault.js";
import { LIMITS } from "../../core/limits.js";
import type { DocumentFile } from "../../pipeline/outcome.js";
import { isDocumentZip, type ParcelEntry, type ParcelLimits, parcelEntries } from "../../store/zip-parcel.js";
import { isDocumentName, isLitter, isZipName, leftOutRemedy } from "./document-name.js";
import type { Input } from "./input.js";

/** An archive is as large as its owner made it; what its files come to is bounded by what it is packed to. */
const PARCEL: ParcelLimits = { entries: 100_000, bytesPerEntry: LIMITS.bytes, bytes: Number.POSITIVE_INFINITY, ratio: LIMITS.ratio };

/**
 * The documents of a zip, named ZIP!PATH; the zip itself where it is one document, or cannot be opened. A zip within is not opened: nobody
 * can say how deep they go.
 */
export async function* zipInputs(zip: DocumentFile, all: boolean | undefined): AsyncGenerator<Input> {
  const found = await stat(zip.path).catch(() => undefined);
  if (found === undefined || (await isDocumentZip(zip.path, PARCEL))) {
    yield { kind: "document", file: zip };
    return;
  }
  let files = 0;
  try {
    for await (const entry of parcelEntries(zip.path, PARCEL)) {
      files++;
      yield memberInput(zip, entry, found.mtime, all);
    }
    if (files === 0) throw new Fault("empty", "The zip holds no files.", { remedy: "Pack documents into it, or leave it out." });
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    yield { kind: "refused", file: zip, error };
  }
}

function memberInput(zip: DocumentFile, { path, span, fault }: ParcelEntry, modifiedAt: Date, all: boolean | undefined): Input {
  const member = { ...span, zip: zip.path, modifiedAt };
  const file = { path: `${zip.path}!${path}`, fileName: `${zip.fileName}!${path}`, member };
  const name = basename(path);
  if (isZipName(name)) {
    const error = new Fault("unsupported-type", "A zip within a zip is not opened.", {
      remedy: "Unpack the outer zip and name the folder.",
    });
    return { kind: "refused", file, error };
  }
  if (isLitter(name) || (!all && !isDocumentName(name))) return { kind: "left-out", file, remedy: leftOutRemedy(name) };
  return fault ? { kind: "refused", file, error: fault } : { kind: "document", file };
}
