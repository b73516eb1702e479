import { stat } from "node:fs/promises";
import { loadConfig } from "../core/config.js";
import { DuckDBWarehouse } from "../warehouse/duckdb-warehouse.js";
import { EXIT } from "./exit-code.js";
import { printable } from "./output/printable.js";
import { print } from "./output/results.js";
import { UsageError } from "./usage-error.js";

/** `ziping export`: writes the tables and prints the files written. Returns the exit code. */
export async function exportWarehouse(file: string, folder: string): Promise<number> {
  if (!(await stat(file).catch(() => undefined)))
    throw new UsageError(`${file} is not there. Make it with: ziping import DIR --to ${file}`);
  const warehouse = await DuckDBWarehouse.open(file, { readOnly: true, memoryMb: loadConfig().warehouseMemoryMb });
  try {
    for (const path of await warehouse.exportParquet(folder)) await print(`${printable(path)}\n`);
  } finally {
    await warehouse.close();
  }
  return EXIT.done;
}
