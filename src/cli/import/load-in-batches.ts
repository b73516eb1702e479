import type { JudgedDocument, LoadOrigin, Warehouse } from "../../warehouse/warehouse.js";

/** A batch is loaded at the latest after so long, so that an interruption loses little. */
const LONGEST_MS = 10_000;

/**
 * Loads documents into the warehouse as they come, `size` a transaction; yields each once it is on its way. Reading goes on while a batch is
 * loaded, but never more than one batch ahead. What has come is loaded also when the documents end early.
 */
export async function* loadInBatches(
  documents: AsyncIterable<JudgedDocument>,
  warehouse: Warehouse,
  origin: LoadOrigin,
  size: number,
): AsyncGenerator<JudgedDocument> {
  let batch: JudgedDocument[] = [];
  let since = performance.now();
  let loading: Promise<void> = Promise.resolve();
  const load = async () => {
    await loading;
    if (batch.length > 0) loading = warehouse.load(batch, origin);
    // A failure is thrown where the batch is awaited.
    loading.catch(() => {});
    batch = [];
    since = performance.now();
  };
  try {
    for await (const document of documents) {
      batch.push(document);
      yield document;
      if (batch.length >= size || performance.now() - since > LONGEST_MS) await load();
    }
  } finally {
    await load();
    await loading;
  }
}
