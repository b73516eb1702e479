import type { FastifyReply, FastifyRequest } from "fastify";
import { Problem } from "./problem.js";
import { allows, findToken, type Scope, type StoredToken } from "./tokens.js";

declare module "fastify" {
  interface FastifyRequest {
    /** The token that the request came with; undefined on open routes. */
    token?: StoredToken;
  }
  interface FastifyContextConfig {
    /** What a token must allow for this route; `open` routes need none. */
    scope?: Scope | "open";
  }
}

/** Finds the request's token before anything else is done with it: who it is decides the rate limit too. */
export function identify(tokens: () => readonly StoredToken[]) {
  return async (request: FastifyRequest): Promise<void> => {
    request.token = findToken(request.headers.authorization, tokens(), Date.now());
  };
}

/** Lets a request pass when its token allows the route's scope. A route that names no scope is for admins. */
export async function authorize(request: FastifyRequest, reply: FastifyReply): Promise<void> {
  const scope = request.routeOptions.config.scope ?? "admin";
  if (scope === "open" || request.is404) return;
  if (request.token === undefined) {
    reply.header("www-authenticate", 'Bearer realm="ziping"');
    throw new Problem(
      401,
      "unauthorized",
      "This needs an API token.",
      "Send the header Authorization: Bearer TOKEN; make one with: ziping token create",
    );
  }
  if (!allows(request.token, scope)) {
    throw new Problem(
      403,
      "forbidden",
      `The token ${request.token.name} may not do this: it lacks the scope ${scope}.`,
      "Use a token with that scope.",
    );
  }
}
