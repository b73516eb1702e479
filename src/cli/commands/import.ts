import { Command, Option } from "commander";
import { positive, type ReadingFlags, withReadingOptions } from "../inputs/reading-options.js";

export interface ImportFlags extends ReadingFlags {
  readonly to: string;
  readonly lang?: "zh" | "en";
  readonly keepRecords?: boolean;
  readonly batch: number;
}

export function importCommand(): Command {
  const command = new Command("import")
    .description("Read folders of reports into a DuckDB warehouse, in a pool of isolated processes.")
    .argument("<paths...>", "folders and files")
    .requiredOption("--to <file>", "the warehouse, made when it is absent")
    .option("--batch <n>", "documents a transaction", positive, 200)
    .option("--keep-records", "keep the whole records, too, as JSON (table report_record)")
    .addOption(new Option("--lang <language>", "language of the summary (ZIPING_LANG)").choices(["zh", "en"]));
  return withReadingOptions(command)
    .addHelpText(
      "after",
      `
Run the same command again to go on after an interruption: what was judged and has not changed is not read again. A file is known by
its content, so copies and moved files change nothing. A newer ziping reads everything anew and keeps the earlier findings beside.
Exit code: 0 every file gave a record, 3 some did not (see the view unread_file), 2 wrong usage, 130 interrupted.

Examples:
  ziping import archive/ --to archive.duckdb
  ziping import 2023/ 2024/ --to archive.duckdb --workers 8 --timeout 600
  duckdb archive.duckdb "SELECT * FROM rule_frequency ORDER BY findings DESC"`,
    )
    .action(async (paths: string[], flags: ImportFlags) => {
      const { importDocuments } = await import("../import/import-documents.js");
      process.exitCode = await importDocuments(paths, flags);
    });
}
