import { expect, it } from "vitest";
import { DuckDBWarehouse } from "../../src/warehouse/duckdb-warehouse.js";
import { document, indicator, recordOf } from "./records.js";

const quantity = (value: string, unit: string) => ({ operator: "=" as const, value, unit });

it("a target is overachieved where the actual is twice as much in the same unit, not where the units differ", async () => {
  const rows = [
    indicator("更新册数", { targetValue: quantity("1.5", "万册"), actualValue: quantity("15600", "册") }),
    indicator("办件事项", { targetValue: quantity("20", "件"), actualValue: quantity("90", "件") }),
    indicator("排水沟清理长度", { targetValue: quantity("20", "公里"), actualValue: quantity("39", "公里") }),
  ];
  const warehouse = await DuckDBWarehouse.open(":memory:", {});
  await warehouse.load([document("a", [recordOf("a", { indicators: rows })])], { pipelineVersion: "1", startedAt: new Date(0) });
  expect(await warehouse.query("SELECT level3, ratio FROM overachieved_target")).toEqual([{ level3: "办件事项", ratio: 4.5 }]);
  await warehouse.close();
});
