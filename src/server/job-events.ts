import type { FastifyInstance } from "fastify";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import { z } from "zod";
import { JobId, unknownJob } from "./job-routes.js";
import { Problem } from "./problem.js";
import type { ServerParts } from "./server-parts.js";

/** Streams of one client that are open at once: each holds a connection, and asks the queue every few seconds. */
const MOST_STREAMS = 50;

/** A job's states as server-sent events. */
export function jobEvents(app: FastifyInstance, { queue }: ServerParts): void {
  const routes = app.withTypeProvider<ZodTypeProvider>();
  // A client that watches a job would hold the server up until the job is done; it asks again, and finds the next server.
  const closing = new AbortController();
  app.addHook("preClose", async () => closing.abort());
  const streams = new Map<string, number>();

  routes.get(
    "/v1/jobs/:id/events",
    {
      config: { scope: "read" },
      schema: {
        summary: "The job's states and progress as server-sent events, until it is done or dead.",
        params: z.object({ id: JobId }),
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      if ((await queue.status(id)) === undefined) throw unknownJob();
      const client = request.token!.name;
      const open = streams.get(client) ?? 0;
      if (open >= MOST_STREAMS) throw tooManyStreams();
      const gone = new AbortController();
      request.raw.once("close", () => gone.abort());
      reply.hijack();
      const out = reply.raw;
      const alive = setInterval(() => out.write(": alive\n\n"), 15_000);
      streams.set(client, open + 1);
      try {
        out.writeHead(200, { ...headersSoFar(reply.getHeaders()), "content-type": "text/event-stream", "cache-control": "no-store" });
        for await (const status of queue.watch(id, AbortSignal.any([gone.signal, closing.signal])))
          out.write(`event: ${status.state}\ndata: ${JSON.stringify(status)}\n\n`);
      } catch (error) {
        request.log.warn({ err: error }, "an event stream ended early");
      } finally {
        clearInterval(alive);
        const left = streams.get(client)! - 1;
        if (left > 0) streams.set(client, left);
        else streams.delete(client);
        out.end();
      }
    },
  );
}

function headersSoFar(headers: Record<string, unknown>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));
}

function tooManyStreams(): Problem {
  return new Problem(
    429,
    "too-many-streams",
    `This client follows ${MOST_STREAMS} jobs already.`,
    "Close streams that are not needed, or ask /v1/jobs/ID now and then.",
    { "retry-after": "5" },
  );
}
