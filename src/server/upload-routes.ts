import type { FastifyInstance } from "fastify";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import { z } from "zod";
import { Problem } from "./problem.js";
import { type Receipt, receiveFile } from "./receive-upload.js";
import type { ServerParts } from "./server-parts.js";

const ReceiptSchema = z.union([
  z.object({ fileName: z.string(), sha256: z.string(), byteLength: z.number(), job: z.string(), joined: z.boolean() }),
  z.object({ fileName: z.string(), error: z.object({ code: z.string(), message: z.string(), remedy: z.string() }) }),
]);

/** What the form's parser says has neither a code nor a status. */
function isBrokenForm({ message }: Error): boolean {
  return /^Multipart: |unexpected end of multipart data/i.test(message);
}

const FORM = "multipart/form-data";

/** The body of routes that take files, for the description of the API: the form's own parser reads it, no schema checks it. */
export function describeForm<Described extends { readonly schema: { consumes?: unknown } }>(described: Described): Described {
  if (!Array.isArray(described.schema?.consumes) || !described.schema.consumes.includes(FORM)) return described;
  const file = { type: "array", items: { type: "string", format: "binary" } };
  return { ...described, schema: { ...described.schema, body: { type: "object", properties: { file } } } };
}

/** Uploads: multipart, one or many files, zips of files among them. */
export function uploadRoutes(app: FastifyInstance, parts: ServerParts): void {
  app.withTypeProvider<ZodTypeProvider>().post(
    "/v1/documents",
    {
      config: { scope: "submit" },
      schema: {
        consumes: [FORM],
        summary: "Upload reports, or zips of reports (multipart/form-data). A report known by its content joins its earlier job.",
        querystring: z.object({ priority: z.enum(["interactive", "bulk"]).default("interactive") }),
        response: { 202: z.object({ documents: z.array(ReceiptSchema) }) },
      },
    },
    async (request, reply) => {
      if (!request.isMultipart()) {
        throw new Problem(
          415,
          "not-multipart",
          "Files are uploaded as multipart/form-data.",
          "For example: curl -F file=@report.pdf …/v1/documents",
        );
      }
      // Redis away is told before a byte of the upload is read.
      await parts.queue.ready();
      const documents: Receipt[] = [];
      try {
        for await (const file of request.files()) {
          const received = receiveFile(file.file, file.filename, request.token!.name, request.query.priority, parts);
          for await (const one of received) documents.push(one);
          if (file.file.truncated)
            throw new Problem(413, "too-large", `${file.filename} is larger than allowed.`, "Split it; see /v1/limits.");
        }
      } catch (error) {
        throw isBrokenForm(error as Error) ? new Problem(400, "broken-form", "The form is cut off, or is none.", "Send it again.") : error;
      }
      if (documents.length === 0)
        throw new Problem(400, "no-files", "The upload holds no file.", "For example: curl -F file=@report.pdf …/v1/documents");
      return reply.code(202).send({ documents });
    },
  );

  app.withTypeProvider<ZodTypeProvider>().get(
    "/v1/limits",
    {
      config: { scope: "submit" },
      schema: {
        summary: "How large uploads may be.",
        response: { 200: z.object({ bytesPerFile: z.number(), filesPerRequest: z.number(), requestsPerMinute: z.number() }) },
      },
    },
    async () => ({
      bytesPerFile: parts.limits.bytesPerFile,
      filesPerRequest: parts.limits.filesPerRequest,
      requestsPerMinute: parts.requestsPerMinute,
    }),
  );
}
