import { expect, it } from "vitest";
import { spooledBatches } from "../../../src/cli/diff/spooled-batches.js";
import { DuckDBWarehouse } from "../../../src/warehouse/duckdb-warehouse.js";
import type { JudgedDocument } from "../../../src/warehouse/warehouse.js";
import { document } from "../../warehouse/records.js";

it("leaves alone what another process brought in since the comparison", async () => {
  const startedAt = new Date("2025-05-01T00:00:00Z");
  const archive = await DuckDBWarehouse.open(":memory:");
  await archive.load([document("a"), document("b")], { pipelineVersion: "0.1.0+old", startedAt });
  await archive.load([document("b")], { pipelineVersion: "0.3.0+newest", startedAt });
  async function* spooled() {
    for (const one of [document("a"), document("b")]) {
      const documents: JudgedDocument[] = JSON.parse(JSON.stringify([one]));
      yield { pipelineVersion: "0.2.0+this", sha256: one.sha256!, replaces: "0.1.0+old", documents };
    }
  }
  await archive.loadAll(spooledBatches(archive, spooled(), startedAt));
  expect(await archive.query("SELECT file_name, pipeline_version FROM source_file ORDER BY file_name")).toEqual([
    { file_name: "a.pdf", pipeline_version: "0.2.0+this" },
    { file_name: "b.pdf", pipeline_version: "0.3.0+newest" },
  ]);
  await archive.close();
});
