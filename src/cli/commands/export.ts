import { Command, Option } from "commander";
import type { ExportFlags } from "../export-warehouse.js";
import { count } from "../inputs/reading-options.js";

export function exportCommand(): Command {
  return new Command("export")
    .description("Write what a warehouse holds as files: Parquet, a finding pack, CSV, or the budget system's tables.")
    .argument("[warehouse]", "a file that `ziping import` made, or postgres://…; without it ZIPING_POSTGRES_URL")
    .addOption(new Option("--format <format>", "what to write").choices(["parquet", "xlsx", "csv", "budget"]).default("parquet"))
    .requiredOption("--to <folder>", "where to; made when it is absent")
    .option("--year <year>", "only findings of this fiscal year (xlsx)", count)
    .option("--unit <name>", "only findings of this unit (xlsx)")
    .addHelpText(
      "after",
      `
parquet: every table, parted by fiscal year; xlsx: a pack to send, with findings, evidence and rows; csv: findings and reports;
budget: the tables of 预算管理一体化 under its own field names.

Examples:
  ziping export archive.duckdb --to parquet/
  ziping export archive.duckdb --format xlsx --year 2024 --to pack/
  ziping export postgres://localhost/ziping --format budget --to upload/
  python -c "import polars; print(polars.read_parquet('parquet/fact_finding/**/*.parquet'))"`,
    )
    .action(async (warehouse: string | undefined, flags: ExportFlags) => {
      const { exportWarehouse } = await import("../export-warehouse.js");
      process.exitCode = await exportWarehouse(warehouse, flags);
    });
}
