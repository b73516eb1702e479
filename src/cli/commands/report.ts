import { Command } from "commander";
import { languageOption } from "../inputs/language-option.js";
import type { Language } from "../output/words.js";

export function reportCommand(): Command {
  return new Command("report")
    .description("Write what a warehouse has to say as one HTML page with charts: what to look at first, inflated scores, rules, grades.")
    .argument("<warehouse>", "a DuckDB file that `ziping import` made, or postgres://…")
    .requiredOption("-o, --output <file>", "the page; replaced when it is there")
    .addOption(languageOption("the page"))
    .addHelpText(
      "after",
      `
The page is one file without scripts; nothing is fetched when it is viewed, and it prints on A4.

Examples:
  ziping report archive.duckdb -o report.html
  ziping report postgres://analyst@localhost/ziping -o report.html --lang zh`,
    )
    .action(async (warehouse: string, flags: { output: string; lang?: Language }) => {
      const { writeReport } = await import("../report/write-report.js");
      process.exitCode = await writeReport(warehouse, flags.output, flags.lang);
    });
}
