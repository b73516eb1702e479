import { Command, Option } from "commander";
import { languageOption } from "../inputs/language-option.js";
import { count, type ReadingFlags, withReadingOptions } from "../inputs/reading-options.js";
import type { ColourChoice } from "../output/palette.js";
import type { Language } from "../output/words.js";

export interface CheckFlags extends ReadingFlags {
  readonly format: "text" | "ndjson" | "json" | "csv";
  readonly lang?: Language;
  readonly color: ColourChoice;
  readonly width?: number;
}

export function checkCommand(): Command {
  const command = new Command("check")
    .description("Recompute every score of the reports and print each contradiction: what is stated, what is recomputed, where.")
    .argument("<paths...>", "files, folders, zips, globs in quotes; - for a list of paths on standard input")
    .addOption(new Option("--format <format>", "how to print").choices(["text", "ndjson", "json", "csv"]).default("text"))
    .addOption(languageOption("the report"))
    .addOption(new Option("--color <when>", "colours").choices(["auto", "always", "never"]).default("auto"))
    .option("--width <columns>", "columns at which sentences are wrapped; else the terminal's", count);
  return withReadingOptions(command)
    .addHelpText(
      "after",
      `
Exit code: 0 no finding of severity error, 1 some, 3 some file gave no record, 2 wrong usage, 4 the output cannot be written.

Examples:
  ziping check report.docx                         one report
  ziping check reports/ --lang zh                  a folder, in Chinese
  ziping check reports/ --format csv > findings.csv
  ziping check reports/ --format ndjson | jq -r '.findings[] | select(.severity == "error") | .rule'`,
    )
    .action(async (paths: string[], flags: CheckFlags) => {
      const { checkDocuments } = await import("../check-documents.js");
      process.exitCode = await checkDocuments(paths, flags);
    });
}
