import { judgedBy } from "../../warehouse/anew/archived-contents.js";
import type { Queryable } from "../../warehouse/archive.js";
import type { Batch, JudgedDocument } from "../../warehouse/warehouse.js";

/** A content judged anew, put aside until all are. */
export interface Spooled {
  readonly pipelineVersion: string;
  readonly sha256: string;
  /** The pipeline whose judgement it was held against. */
  readonly replaces: string;
  /** The files of this content. */
  readonly documents: readonly JudgedDocument[];
}

/** Contents a batch of the transaction. */
const BATCH = 200;

/**
 * Batches of documents that one pipeline judged. What another process brought in since the comparison stays: it may be newer than what is
 * spooled, and nobody has seen what would change.
 */
export async function* spooledBatches(archive: Queryable, all: AsyncIterable<Spooled>, startedAt: Date): AsyncGenerator<Batch> {
  let some: Spooled[] = [];
  for await (const next of all) {
    if (some.length >= BATCH || (some.length > 0 && next.pipelineVersion !== some[0]!.pipelineVersion)) {
      yield await batchOf(archive, some, startedAt);
      some = [];
    }
    some.push(next);
  }
  if (some.length > 0) yield await batchOf(archive, some, startedAt);
}

async function batchOf(archive: Queryable, some: readonly Spooled[], startedAt: Date): Promise<Batch> {
  const { pipelineVersion } = some[0]!;
  const hashes = some.map(({ sha256 }) => sha256);
  const standing = await judgedBy(archive, hashes);
  const documents = some.filter(({ sha256, replaces }) => standing.get(sha256) === replaces).flatMap((content) => content.documents);
  return { documents: documents.map(revived), origin: { pipelineVersion, startedAt } };
}

/** Dates travel as text. */
function revived(document: JudgedDocument): JudgedDocument {
  return { ...document, file: { ...document.file, modifiedAt: new Date(document.file.modifiedAt) } };
}
