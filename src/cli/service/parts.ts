import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { Logger } from "pino";
import type { Config } from "../../core/config.js";
import { PIPELINE_VERSION } from "../../pipeline/version.js";
import type { Telemetry } from "../../queue/telemetry.js";
import type { DocumentStore } from "../../store/document-store.js";
import { FolderStore } from "../../store/folder-store.js";
import { CATALOGUE } from "../../validate/catalogue.js";
import type { OpenArchive } from "../open-archive.js";
import { UsageError } from "../usage-error.js";

/** Uploads: a bucket where one is configured, else a folder of the data folder. */
export async function openStore(config: Config): Promise<DocumentStore> {
  if (config.bucket === undefined) {
    await makeDataFolder(config);
    return FolderStore.open(join(config.dataFolder, "uploads"));
  }
  const { BucketStore } = await import("../../store/bucket-store.js");
  const { bucket, bucketPrefix: prefix, bucketEndpoint: endpoint, bucketRegion: region } = config;
  return new BucketStore({ bucket, prefix, endpoint, region });
}

/** PostgreSQL where it is configured, else a DuckDB file of the data folder. Whole records are kept: the API gives them out. */
export async function openWarehouse(config: Config, logger: Pick<Logger, "warn">): Promise<OpenArchive> {
  if (config.postgresUrl !== undefined) {
    const { PostgresWarehouse } = await import("../../warehouse/postgres-warehouse.js");
    const warehouse = new PostgresWarehouse({ url: config.postgresUrl, keepRecords: true });
    // Services start in any order: it may answer by the first document.
    warehouse.ready().catch(({ message }: Error) => logger.warn({ reason: message }, "the warehouse cannot be used; it is tried again"));
    return warehouse;
  }
  const { DuckDBWarehouse } = await import("../../warehouse/duckdb-warehouse.js");
  await makeDataFolder(config);
  const warehouse = await DuckDBWarehouse.open(join(config.dataFolder, "warehouse.duckdb"), {
    keepRecords: true,
    memoryMb: config.warehouseMemoryMb,
  });
  await warehouse.describeRules(CATALOGUE);
  return warehouse;
}

async function makeDataFolder({ dataFolder }: Config): Promise<void> {
  await mkdir(dataFolder, { recursive: true }).catch(({ message }: Error) => {
    throw new UsageError(`ZIPING_DATA=${dataFolder} cannot be made: ${message}. Name a folder that you may write to.`);
  });
}

/** How `ziping` names and remembers jobs; the same for every process of an installation. */
export function queueOptions(config: Config, url: string) {
  return {
    url,
    prefix: config.redisPrefix,
    pipelineVersion: PIPELINE_VERSION,
    attempts: config.attempts,
    keepDone: 100_000,
    keepDead: 100_000,
  };
}

/** Traces where a collector is configured; its libraries are loaded only then. */
export async function openTelemetry(config: Config, serviceName: string): Promise<Telemetry | undefined> {
  if (config.otelEndpoint === undefined) return undefined;
  const { startTelemetry } = await import("../../queue/telemetry.js");
  return startTelemetry(config.otelEndpoint, serviceName, PIPELINE_VERSION);
}
