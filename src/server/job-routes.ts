import type { FastifyInstance } from "fastify";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import { z } from "zod";
import { Problem } from "./problem.js";
import type { ServerParts } from "./server-parts.js";

export const JobId = z.string().regex(/^[0-9a-f]{64}-[0-9A-Za-z.]{1,80}$/, "a job's name as an upload gave it");

const JobSchema = z.object({
  id: z.string(),
  sha256: z.string(),
  fileName: z.string(),
  client: z.string(),
  state: z.enum(["waiting", "active", "done", "dead"]),
  attempts: z.number(),
  submittedAt: z.string(),
  finishedAt: z.string().nullable(),
  progress: z.object({ stage: z.enum(["fetch", "read", "load"]), part: z.number().optional(), parts: z.number().optional() }).nullable(),
  outcome: z
    .object({
      records: z.number(),
      findings: z.object({ error: z.number(), warning: z.number(), info: z.number() }),
      known: z.boolean(),
    })
    .nullable(),
  reason: z.object({ code: z.string(), message: z.string(), remedy: z.string() }).nullable(),
});

/** Jobs: their state, and the dead-letter list. */
export function jobRoutes(app: FastifyInstance, { queue }: ServerParts): void {
  const routes = app.withTypeProvider<ZodTypeProvider>();
  const params = z.object({ id: JobId });

  routes.get(
    "/v1/jobs/dead",
    {
      config: { scope: "read" },
      schema: {
        summary: "Documents that gave no record, newest first, with the reason.",
        querystring: z.object({
          offset: z.coerce.number().int().min(0).default(0),
          limit: z.coerce.number().int().min(1).max(500).default(100),
        }),
        response: { 200: z.object({ total: z.number(), jobs: z.array(JobSchema) }) },
      },
    },
    async ({ query }) => {
      const { total, jobs } = await queue.dead(query.offset, query.limit);
      return { total, jobs: [...jobs] };
    },
  );

  routes.get(
    "/v1/jobs/:id",
    { config: { scope: "read" }, schema: { summary: "The state of one job.", params, response: { 200: JobSchema } } },
    async (request) => {
      const status = await queue.status(request.params.id);
      if (status === undefined) throw unknownJob();
      return status;
    },
  );

  routes.post(
    "/v1/jobs/:id/requeue",
    {
      config: { scope: "admin" },
      schema: { summary: "Puts a dead document back into the queue.", params, response: { 202: z.object({ id: z.string() }) } },
    },
    async (request, reply) => {
      if (!(await queue.requeue(request.params.id))) {
        throw new Problem(409, "not-dead", "No such job is among the dead.", "See /v1/jobs/dead for those that are.");
      }
      return reply.code(202).send({ id: request.params.id });
    },
  );
}

export function unknownJob(): Problem {
  return new Problem(
    404,
    "not-found",
    "There is no such job.",
    "Jobs are forgotten some time after they are done; ask /v1/documents/SHA256 for the records.",
  );
}
