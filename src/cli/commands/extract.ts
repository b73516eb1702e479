import { Command, Option } from "commander";
import { type ReadingFlags, withReadingOptions } from "../inputs/reading-options.js";

export function extractCommand(): Command {
  const command = new Command("extract")
    .description("Print each report as one line of JSON (docs/record.schema.json), in input order.")
    .argument("<paths...>", "files, folders, zips, globs in quotes; - for a list of paths on standard input")
    .addOption(new Option("--format <format>").choices(["ndjson"]).default("ndjson"));
  return withReadingOptions(command)
    .addHelpText(
      "after",
      `
A file that cannot be read gives a line {"source", "error": {"code", "message", "remedy"}} in its place.
Exit code: 0 every file gave a record, 3 some did not, 2 wrong usage, 4 the output cannot be written.

Examples:
  ziping extract report.docx | jq '.indicators[] | [.level3, .weight.value, .score.value]'
  ziping extract reports/ > reports.ndjson
  ziping extract scans/ --workers 4 --timeout 300 > scans.ndjson`,
    )
    .action(async (paths: string[], flags: ReadingFlags) => {
      const { extractDocuments } = await import("../extract-documents.js");
      process.exitCode = await extractDocuments(paths, flags);
    });
}
