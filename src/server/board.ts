import { createBullBoard } from "@bull-board/api";
import { FastifyAdapter } from "@bull-board/fastify";
import type { FastifyInstance } from "fastify";
import type { ServerParts } from "./server-parts.js";

export const BOARD_PATH = "/admin/queues";

/** The queue as a page to look at, for admins; it changes nothing. Its own scripts and styles are inline, so it has a policy of its own. */
export async function boardRoutes(app: FastifyInstance, { board }: ServerParts): Promise<void> {
  if (board === undefined) return;
  const adapter = new FastifyAdapter();
  adapter.setBasePath(BOARD_PATH);
  createBullBoard({ queues: [board], serverAdapter: adapter });
  app.addHook("onSend", async (_request, reply) => {
    reply.header(
      "content-security-policy",
      "default-src 'self'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'none'",
    );
  });
  await app.register(adapter.registerPlugin(), { prefix: BOARD_PATH, logLevel: "silent" });
}
