import { Command, Option } from "commander";
import { languageOption } from "../inputs/language-option.js";
import { type ReadingFlags, withReadingOptions } from "../inputs/reading-options.js";
import type { Language } from "../output/words.js";

export interface DiffFlags extends ReadingFlags {
  readonly format: "text" | "ndjson" | "csv";
  readonly lang?: Language;
  readonly apply?: boolean;
  readonly records?: boolean;
}

export function diffCommand(): Command {
  const command = new Command("diff")
    .description(
      "Judge a warehouse's documents anew with this version of ziping and show what changes: findings and figures, rule by rule.",
    )
    .argument("<warehouse>", "a DuckDB file that `ziping import` made, or postgres://…")
    .option("--apply", "then replace what the older version said, in one transaction")
    .option("--records", "judge the kept records by the rules alone, without reading the files again (needs import --keep-records)")
    .addOption(new Option("--format <format>", "how to print").choices(["text", "ndjson", "csv"]).default("text"))
    .addOption(languageOption("the summary"));
  return withReadingOptions(command)
    .addHelpText(
      "after",
      `
Only what another version judged is judged anew. Each file is read where it was imported from, or from the store of uploads; where it is gone,
its kept record is judged by the rules alone. Without --apply the warehouse is not touched.
Exit code: 0 nothing differs, or it was replaced; 1 something differs; 3 some document could not be judged anew; 2 wrong usage; 4 the warehouse cannot be used, or the
output not be written; 130 interrupted.

Examples:
  ziping diff archive.duckdb                          what the new version would change
  ziping diff archive.duckdb --format csv > changes.csv
  ziping diff archive.duckdb --apply                  the same, and then replace it`,
    )
    .action(async (warehouse: string, flags: DiffFlags) => {
      const { diffArchive } = await import("../diff/diff-archive.js");
      process.exitCode = await diffArchive(warehouse, flags);
    });
}
