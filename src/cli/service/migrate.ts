import { loadConfig } from "../../core/config.js";
import { CATALOGUE } from "../../validate/catalogue.js";
import { PostgresWarehouse } from "../../warehouse/postgres-warehouse.js";
import { UsageError } from "../usage-error.js";

/** `ziping migrate`: schema, views, indexes, roles and the rule catalogue of the PostgreSQL warehouse. */
export async function migrate(): Promise<void> {
  const { postgresUrl } = loadConfig();
  if (postgresUrl === undefined) throw new UsageError("Name the database: ZIPING_POSTGRES_URL=postgres://…");
  const warehouse = new PostgresWarehouse({ url: postgresUrl, connections: 1 });
  try {
    await warehouse.migrate();
    await warehouse.describeRules(CATALOGUE);
  } finally {
    await warehouse.close();
  }
  process.stderr.write("ziping: the warehouse is up to date\n");
}
