import { Command } from "commander";

export function migrateCommand(): Command {
  return new Command("migrate")
    .description("Make or bring up to date the schema of the PostgreSQL warehouse (ZIPING_POSTGRES_URL).")
    .addHelpText("after", "\nIt may be run any number of times. Analysts read through the role ziping_analyst (docs/warehouse.md).")
    .action(async () => {
      const { migrate } = await import("../service/migrate.js");
      await migrate();
    });
}
