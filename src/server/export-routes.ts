import { join } from "node:path";
import type { FastifyInstance } from "fastify";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import { z } from "zod";
import { ReportFilter } from "../warehouse/archive.js";
import { budgetTable, CSV_EXPORTS, type CsvExport, csvExport } from "../warehouse/exports/csv-export.js";
import { findingPack } from "../warehouse/exports/finding-pack.js";
import type { ServerParts } from "./server-parts.js";
import { spooled } from "./spooled.js";
import { Turns } from "./turns.js";
import { zipFolder } from "./zip-folder.js";

/** Each export fills a file or a thread. */
const EXPORTED_AT_ONCE = 2;
const MOST_WAITING = 30;

/** The warehouse as files: CSV, Parquet, a finding pack. */
export function exportRoutes(app: FastifyInstance, { database }: ServerParts): void {
  const routes = app.withTypeProvider<ZodTypeProvider>();
  const config = { scope: "read" } as const;
  const exporting = new Turns(EXPORTED_AT_ONCE, MOST_WAITING);

  const exportable = Object.keys(CSV_EXPORTS) as [CsvExport, ...CsvExport[]];
  routes.get(
    "/v1/exports/:name.csv",
    { config, schema: { summary: "A view of the warehouse as CSV.", params: z.object({ name: z.enum(exportable) }) } },
    async ({ params }, reply) => {
      const lines = await exporting.take(() => database.atOneMoment((moment) => spooled(() => csvExport(params.name, moment))));
      const file = budgetTable(params.name) ?? params.name;
      return reply.type("text/csv; charset=utf-8").header("content-disposition", `attachment; filename="${file}.csv"`).send(lines);
    },
  );

  routes.get(
    "/v1/exports/parquet.zip",
    { config, schema: { summary: "Every table as Parquet, parted by fiscal year, in a zip." } },
    async (_request, reply) => {
      const content = async function* (folder: string) {
        const tables = join(folder, "tables");
        await database.exportParquet(tables);
        yield* zipFolder(tables);
      };
      const zip = await exporting.take(() => spooled(content));
      return reply.type("application/zip").header("content-disposition", 'attachment; filename="ziping.zip"').send(zip);
    },
  );

  routes.get(
    "/v1/exports/findings.xlsx",
    {
      config,
      schema: { summary: "A finding pack: summary, findings, rows.", querystring: ReportFilter.pick({ year: true, unit: true }) },
    },
    async ({ query }, reply) =>
      reply
        .type("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
        .header("content-disposition", 'attachment; filename="findings.xlsx"')
        .send(await exporting.take(() => findingPack(database, query))),
  );
}
