import { loadConfig } from "../../core/config.js";
import { concurrently } from "../../pipeline/isolate/concurrently.js";
import { ReaderPool } from "../../pipeline/isolate/reader-pool.js";
import { PIPELINE_VERSION } from "../../pipeline/version.js";
import type { DocumentStore } from "../../store/document-store.js";
import { CATALOGUE } from "../../validate/catalogue.js";
import { archivedContents } from "../../warehouse/anew/archived-contents.js";
import type { DiffFlags } from "../commands/diff.js";
import { EXIT } from "../exit-code.js";
import { readingOf } from "../inputs/reading-options.js";
import { interruption } from "../interruption.js";
import { openArchive } from "../open-archive.js";
import { paletteFor } from "../output/palette.js";
import { print } from "../output/print.js";
import { openStore } from "../service/parts.js";
import { csvDiff, type DiffReport, ndjsonDiff, textDiff } from "./diff-report.js";
import { DiffTally } from "./diff-tally.js";
import { FileFinder } from "./file-finder.js";
import { type Anew, judgeAnew } from "./judge-anew.js";
import { Spool } from "./spool.js";
import { type Spooled, spooledBatches } from "./spooled-batches.js";

/** What kept records were judged by: the rules of this version over an older reading. The files themselves stay due. */
const BY_RULES = `${PIPELINE_VERSION}~rules`;

/** `ziping diff`: judges anew, prints what differs, and with `--apply` replaces it when all is read. Returns the exit code. */
export async function diffArchive(target: string, flags: DiffFlags): Promise<number> {
  const spool = flags.apply ? await Spool.open<Spooled>() : undefined;
  const tally = new DiffTally();
  try {
    const { interrupted, keepsRecords } = await compare(target, flags, tally, spool);
    if (interrupted) return EXIT.interrupted;
    if (spool) await replace(target, spool, keepsRecords);
  } finally {
    await spool?.remove();
  }
  if (tally.gone + tally.changedSince > 0) return EXIT.unread;
  return tally.differing > 0 && !flags.apply ? EXIT.findings : EXIT.done;
}

/** Judges anew and prints, document by document. The warehouse is only read. */
async function compare(target: string, flags: DiffFlags, tally: DiffTally, spool: Spool<Spooled> | undefined) {
  const reading = await readingOf(flags);
  const report = reportOf(flags);
  const archive = await openArchive(target, { readOnly: true, tablesOnly: true });
  const pool = new ReaderPool(reading.pool);
  const stop = interruption();
  let store: Promise<DocumentStore> | undefined;
  const openedStore = () => {
    store ??= openStore(loadConfig());
    return store;
  };
  const recordsOnly = flags.records === true;
  const parts = { archive, pool, options: reading.options, files: new FileFinder(), store: openedStore, recordsOnly };
  try {
    const keepsRecords = (await archive.query("SELECT 1 AS kept FROM report_record LIMIT 1")).length > 0;
    await print(report.head());
    const contents = archivedContents(archive, recordsOnly ? [PIPELINE_VERSION, BY_RULES] : [PIPELINE_VERSION], {
      records: recordsOnly,
    });
    const work = concurrently(contents, (content) => judgeAnew(content, parts), { atOnce: pool.appetite, inOrder: true });
    for await (const anew of work) {
      if (stop.signal.aborted) break;
      if ("why" in anew) {
        tally.outOfReach(anew.why);
        await print(report.outOfReach(anew));
      } else {
        tally.add(anew.from, anew.changes);
        await print(report.document(anew));
        await spool?.put(spooled(anew));
      }
    }
    await print(report.foot(tally));
    return { interrupted: stop.signal.aborted, keepsRecords };
  } finally {
    stop.release();
    await pool.close();
    await archive.close();
    await (await store)?.close();
  }
}

function spooled({ content, from, outcome }: Anew): Spooled {
  return {
    pipelineVersion: from === "file" ? PIPELINE_VERSION : BY_RULES,
    sha256: content.sha256,
    replaces: content.pipelineVersion,
    documents: content.files.map((file) => ({ file, sha256: content.sha256, outcome })),
  };
}

async function replace(target: string, spool: Spool<Spooled>, keepRecords: boolean): Promise<void> {
  const archive = await openArchive(target, { readOnly: false, keepRecords });
  try {
    await archive.describeRules(CATALOGUE);
    await archive.loadAll(spooledBatches(archive, spool.take(), new Date()));
  } finally {
    await archive.close();
  }
}

function reportOf({ format, lang }: DiffFlags): DiffReport {
  if (format === "csv") return csvDiff();
  if (format === "ndjson") return ndjsonDiff();
  return textDiff(lang ?? loadConfig().lang, paletteFor("auto", process.stdout));
}
