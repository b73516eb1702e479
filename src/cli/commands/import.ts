import { Command } from "commander";
import { languageOption } from "../inputs/language-option.js";
import { count, type ReadingFlags, withReadingOptions } from "../inputs/reading-options.js";
import { since } from "../inputs/since.js";
import type { Language } from "../output/words.js";

export interface ImportFlags extends ReadingFlags {
  readonly to: string;
  readonly lang?: Language;
  readonly keepRecords?: boolean;
  readonly batch: number;
  readonly since?: Date;
  readonly dryRun?: boolean;
  /** CSV where its name ends so, else NDJSON. */
  readonly manifest?: string;
  /** A file for NDJSON; - is standard output. */
  readonly events?: string;
}

export function importCommand(): Command {
  const command = new Command("import")
    .description("Read folders of reports into a DuckDB warehouse, in a pool of isolated processes.")
    .argument("<paths...>", "folders, files, zips, globs in quotes; - for a list of paths on standard input")
    .requiredOption("--to <file>", "the warehouse, made when it is absent")
    .option("--since <when>", "only files changed since: a date (2024-01-31) or an age (12h, 30d, 2w, 6mo, 1y)", (value) => since(value))
    .option("--dry-run", "say what would be read, is known or left out, and touch nothing")
    .option("--manifest <file>", "list each input and what became of it, as .csv or .ndjson")
    .option("--events <file>", "tell each step as NDJSON, to a file or standard output (-)")
    .option("--batch <n>", "documents a transaction", count, 1000)
    .option("--keep-records", "keep the whole records, too, as JSON (table report_record)")
    .addOption(languageOption("the summary"));
  return withReadingOptions(command)
    .addHelpText(
      "after",
      `
Run the same command again to go on after an interruption: what was judged and has not changed is not read again. A file is known by
its content, so copies and moved files change nothing. A newer ziping reads everything anew and keeps the earlier findings beside.
Exit code: 0 every document gave a record, now or before; 3 some did not (see the view unread_file); 2 wrong usage; 4 the warehouse, the manifest or
the events cannot be written (a full disk; a reader of --events - that went, as head does); 130 interrupted. What was read is saved in each case.
All of it: docs/import.md.

Examples:
  ziping import archive/ --to archive.duckdb
  ziping import 2023/ parcel.zip "incoming/**/*.docx" --to archive.duckdb --workers 8 --timeout 600
  find /mnt/reports -newer stamp -print0 | ziping import - --null --to archive.duckdb --manifest read.csv
  ziping import archive/ --to archive.duckdb --since 30d --dry-run
  duckdb archive.duckdb "SELECT * FROM rule_frequency ORDER BY findings DESC"`,
    )
    .action(async (paths: string[], flags: ImportFlags) => {
      const { importDocuments } = await import("../import/import-documents.js");
      process.exitCode = await importDocuments(paths, flags);
    });
}
