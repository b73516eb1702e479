import { createWriteStream } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { loadConfig } from "../core/config.js";
import { budgetTable, CSV_EXPORTS, type CsvExport, csvExport } from "../warehouse/exports/csv-export.js";
import { EXIT } from "./exit-code.js";
import { type OpenArchive, openArchive } from "./open-archive.js";
import { writing } from "./output/output-error.js";
import { print } from "./output/print.js";
import { printable } from "./output/printable.js";
import { UsageError } from "./usage-error.js";

export interface ExportFlags {
  readonly to: string;
  readonly format: keyof typeof WRITERS;
  readonly year?: number;
  readonly unit?: string;
}

/** Writes files of a warehouse into a folder and resolves to their paths. */
type Writer = (warehouse: OpenArchive, folder: string, filter: { readonly year?: number; readonly unit?: string }) => Promise<string[]>;

const NAMES = Object.keys(CSV_EXPORTS) as CsvExport[];

const WRITERS = {
  parquet: (warehouse, folder) => warehouse.exportParquet(folder),
  xlsx: async (warehouse, folder, filter) => {
    const { findingPack } = await import("../warehouse/exports/finding-pack.js");
    const path = join(folder, "findings.xlsx");
    await writeFile(path, await findingPack(warehouse, filter));
    return [path];
  },
  csv: (warehouse, folder) => writeCsv(warehouse, folder, (name) => (budgetTable(name) === undefined ? name : undefined)),
  budget: (warehouse, folder) => writeCsv(warehouse, folder, budgetTable),
} as const satisfies { readonly [format: string]: Writer };

/** `ziping export`: writes the files and prints their paths. `target`: a DuckDB file or a PostgreSQL URL; the configured one without it. */
export async function exportWarehouse(target: string | undefined, { to, format, ...filter }: ExportFlags): Promise<number> {
  if (format !== "xlsx" && Object.keys(filter).length > 0)
    throw new UsageError("--year and --unit choose findings: they go with --format xlsx.");
  const warehouse = await openArchive(target ?? configured(), { readOnly: true });
  try {
    const paths = await writing(to, async () => {
      await mkdir(to, { recursive: true });
      return WRITERS[format](warehouse, to, filter);
    });
    for (const path of paths) await print(`${printable(path)}\n`);
  } finally {
    await warehouse.close();
  }
  return EXIT.done;
}

function configured(): string {
  const { postgresUrl } = loadConfig();
  if (postgresUrl === undefined) throw new UsageError("Name the warehouse: a file that `ziping import` made, or ZIPING_POSTGRES_URL.");
  return postgresUrl;
}

async function writeCsv(warehouse: OpenArchive, folder: string, fileOf: (name: CsvExport) => string | undefined): Promise<string[]> {
  const paths: string[] = [];
  await warehouse.atOneMoment(async (moment) => {
    for (const name of NAMES) {
      const file = fileOf(name);
      if (file === undefined) continue;
      const path = join(folder, `${file}.csv`);
      await pipeline(Readable.from(csvExport(name, moment)), createWriteStream(path));
      paths.push(path);
    }
  });
  return paths;
}
