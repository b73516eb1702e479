import { Command } from "commander";
import { PACKAGE_VERSION } from "../pipeline/version.js";
import { checkCommand } from "./commands/check.js";
import { diffCommand } from "./commands/diff.js";
import { exportCommand } from "./commands/export.js";
import { extractCommand } from "./commands/extract.js";
import { importCommand } from "./commands/import.js";
import { migrateCommand } from "./commands/migrate.js";
import { reportCommand } from "./commands/report.js";
import { rulesCommand } from "./commands/rules.js";
import { schemaCommand } from "./commands/schema.js";
import { serveCommand } from "./commands/serve.js";
import { tokenCommand } from "./commands/token.js";
import { workerCommand } from "./commands/worker.js";

/** The command line. Commands load what they need when they run, so that `--help` answers at once. */
export function createProgram(): Command {
  const program = new Command("ziping")
    .description("Reads performance self-evaluation reports (绩效自评), recomputes every score, and proves each contradiction.")
    .version(PACKAGE_VERSION)
    .showHelpAfterError("(add --help to see how it is used)")
    .addHelpText(
      "after",
      `
Examples:
  ziping check report.docx                        what is stated, what is recomputed, where
  ziping check reports/ --format csv > all.csv    every finding, for a spreadsheet
  ziping extract report.pdf | jq .indicators      the report as data
  ziping import archive/ --to archive.duckdb      years of reports into a warehouse
  ziping report archive.duckdb -o report.html     what the warehouse has to say, on one page
  ziping rules score/total-mismatch               what a rule asks, and why

Settings come from the environment, too: docs/configuration.md.`,
    );
  const commands = [
    checkCommand(),
    extractCommand(),
    importCommand(),
    diffCommand(),
    exportCommand(),
    reportCommand(),
    rulesCommand(),
    schemaCommand(),
    serveCommand(),
    workerCommand(),
    migrateCommand(),
    tokenCommand(),
  ];
  program.exitOverride();
  for (const command of commands) program.addCommand(command);
  inherit(program);
  return program;
}

/** Errors of a command, however deep, are told and end as those of the program. */
function inherit(parent: Command): void {
  for (const command of parent.commands) inherit(command.copyInheritedSettings(parent));
}
