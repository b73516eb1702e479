import { Command, Option } from "commander";

export function exportCommand(): Command {
  return new Command("export")
    .description("Write the tables of a warehouse as files.")
    .argument("<file>", "the warehouse that `ziping import` made")
    .addOption(new Option("--format <format>").choices(["parquet"]).default("parquet"))
    .requiredOption("--to <folder>", "where to; made when it is absent")
    .addHelpText(
      "after",
      `
Examples:
  ziping export archive.duckdb --to parquet/
  python -c "import polars; print(polars.read_parquet('parquet/fact_finding.parquet'))"`,
    )
    .action(async (file: string, { to }: { to: string }) => {
      const { exportWarehouse } = await import("../export-warehouse.js");
      process.exitCode = await exportWarehouse(file, to);
    });
}
