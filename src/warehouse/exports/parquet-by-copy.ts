import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Moment } from "../archive.js";
import { DuckDBWarehouse } from "../duckdb-warehouse.js";
import type { Row } from "../rows/cell.js";
import { EXPORTED_TABLES } from "./write-parquet.js";

/** Memory of the copy; beyond it DuckDB writes to disk. */
const MEMORY_MB = 512;

/** Writes the tables of another database as Parquet, by way of a DuckDB file that is gone afterwards. */
export async function parquetByCopy(moment: Moment, folder: string): Promise<string[]> {
  const scratch = await mkdtemp(join(tmpdir(), "ziping-export-"));
  try {
    const copy = await DuckDBWarehouse.open(join(scratch, "copy.duckdb"), { memoryMb: MEMORY_MB });
    try {
      for (const table of EXPORTED_TABLES) {
        for await (const rows of moment.stream(`SELECT * FROM ${table}`)) await copy.append(table, rows as readonly Row[]);
      }
      return await copy.exportParquet(folder);
    } finally {
      await copy.close();
    }
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}
