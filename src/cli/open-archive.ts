import { stat } from "node:fs/promises";
import { loadConfig } from "../core/config.js";
import type { Exportable, Queryable } from "../warehouse/archive.js";
import type { DuckDBOptions } from "../warehouse/duckdb-warehouse.js";
import type { Warehouse } from "../warehouse/warehouse.js";
import { UsageError } from "./usage-error.js";

export const URL_OF_POSTGRES = /^postgres(ql)?:\/\//;

export type OpenArchive = Warehouse & Queryable & Exportable;

/** Opens a warehouse that is there: a DuckDB file, or PostgreSQL by its URL. Throws a UsageError when the file is not there. */
export async function openArchive(
  target: string,
  { readOnly, tablesOnly, keepRecords = false }: Pick<DuckDBOptions, "tablesOnly" | "keepRecords"> & { readonly readOnly: boolean },
): Promise<OpenArchive> {
  if (URL_OF_POSTGRES.test(target)) {
    const { PostgresWarehouse } = await import("../warehouse/postgres-warehouse.js");
    const warehouse = new PostgresWarehouse({ url: target, connections: 2, keepRecords });
    try {
      await warehouse.ready();
    } catch (error) {
      await warehouse.close();
      throw error;
    }
    return warehouse;
  }
  if (!(await stat(target).catch(() => undefined)))
    throw new UsageError(`${target} is not there. Make it with: ziping import DIR --to ${target}`);
  const { DuckDBWarehouse } = await import("../warehouse/duckdb-warehouse.js");
  return DuckDBWarehouse.open(target, { readOnly, tablesOnly, keepRecords, memoryMb: loadConfig().warehouseMemoryMb });
}
