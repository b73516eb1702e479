import { createReadStream } from "node:fs";
import type { FastifyInstance } from "fastify";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import { z } from "zod";
import { SHA256_HEX } from "../core/sha256-hex.js";
import { Archive, Filters, FindingFilter, ReportFilter } from "../warehouse/archive.js";
import { Problem } from "./problem.js";
import type { ServerParts } from "./server-parts.js";
import { Turns } from "./turns.js";

const Sha256 = z.string().regex(SHA256_HEX, "the content's SHA-256 as an upload gave it");
const Rows = z.array(z.record(z.string(), z.unknown()));
const Paged = z.object({ rows: Rows, next: z.string().nullable() });
const RENDERED_AT_DPI = 110;
const Rotation = z.enum(["0", "90", "180", "270"]).transform(Number);
/** Each page is drawn by a process of its own. */
const DRAWN_AT_ONCE = 2;
const MOST_WAITING = 30;
/** Of what comes from a document: shown as a page of its own it may do nothing. */
const SANDBOX = "sandbox; default-src 'none'";
const config = { scope: "read" } as const;

/** What the warehouse and the store hold: reports, findings, records, originals, page images. */
export function archiveRoutes(app: FastifyInstance, parts: ServerParts): void {
  warehouseRoutes(app, parts);
  storeRoutes(app, parts);
}

/** Reports, findings, and the records of a document. */
function warehouseRoutes(app: FastifyInstance, { database }: ServerParts): void {
  const routes = app.withTypeProvider<ZodTypeProvider>();
  const archive = new Archive(database);

  routes.get(
    "/v1/reports",
    { config, schema: { summary: "Reports, filtered, page by page.", querystring: ReportFilter, response: { 200: Paged } } },
    async ({ query }) => paged(await archive.reports(query)),
  );

  routes.get(
    "/v1/findings",
    { config, schema: { summary: "Findings, filtered, page by page.", querystring: FindingFilter, response: { 200: Paged } } },
    async ({ query }) => paged(await archive.findings(query)),
  );

  routes.get(
    "/v1/filters",
    {
      config,
      schema: { summary: "What findings can be filtered by: years, units (the first 1,000) and rules.", response: { 200: Filters } },
    },
    async () => archive.filters(),
  );

  routes.get(
    "/v1/documents/:sha256",
    {
      config,
      schema: {
        summary: "The records of a document (docs/record.schema.json), and the names it came under.",
        params: z.object({ sha256: Sha256 }),
        response: { 200: z.object({ files: Rows, records: z.array(z.unknown()) }) },
      },
    },
    async ({ params }) => {
      const files = await archive.files(params.sha256);
      if (files.length === 0) throw new Problem(404, "not-found", "No such document was judged.", "Ask its job, or upload it.");
      return { files: [...files], records: (await archive.records(params.sha256)) ?? [] };
    },
  );
}

/** Uploaded files as they came, and their pages as images. */
function storeRoutes(app: FastifyInstance, { store, renderPage }: ServerParts): void {
  const routes = app.withTypeProvider<ZodTypeProvider>();
  const drawing = new Turns(DRAWN_AT_ONCE, MOST_WAITING);

  routes.get(
    "/v1/documents/:sha256/original",
    { config, schema: { summary: "The file as it was uploaded.", params: z.object({ sha256: Sha256 }) } },
    async ({ params }, reply) => {
      const copy = await store.checkout(params.sha256);
      const content = createReadStream(copy.path);
      content.once("close", () => void copy.release());
      // Never shown by a browser as what it claims to be: a document is hostile until read.
      return reply
        .type("application/octet-stream")
        .header("content-disposition", `attachment; filename="${params.sha256}"`)
        .header("content-security-policy", SANDBOX)
        .send(content);
    },
  );

  routes.get(
    "/v1/documents/:sha256/pages/:page",
    {
      config,
      schema: {
        summary: "One page as a picture, for documents with pages: PDF and images as PNG, OFD as SVG.",
        params: z.object({ sha256: Sha256, page: z.coerce.number().int().min(1).max(100_000) }),
        querystring: z.object({
          dpi: z.coerce.number().int().min(36).max(300).default(RENDERED_AT_DPI),
          rotation: Rotation.optional().describe("As a record's source.pages tells it: boxes of evidence fit the page that is drawn so."),
        }),
      },
    },
    async ({ params, query }, reply) => {
      const copy = await store.checkout(params.sha256);
      try {
        const picture = await drawing.take(() => renderPage(copy.path, params.page, query.dpi, query.rotation));
        if (picture === null)
          throw new Problem(404, "no-page", "The document has no such page to show.", "DOCX, XLSX, HTML and text have no pages.");
        return reply
          .type(picture.mediaType)
          .header("cache-control", "private, max-age=86400, immutable")
          .header("content-security-policy", SANDBOX)
          .send(picture.bytes);
      } finally {
        await copy.release();
      }
    },
  );
}

function paged({ rows, next }: Awaited<ReturnType<Archive["reports"]>>) {
  return { rows: [...rows], next };
}
