import type { FastifyReply, FastifyRequest } from "fastify";
import type { Message } from "../core/messages/messages.js";
import { BOARD_PATH } from "./board.js";
import { Problem, sendProblem } from "./problem.js";
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

/**
 * Lets a request pass when its token allows the route's scope; else answers itself, so that no plugin's error handler stands between. A route
 * that names no scope is for admins.
 */
export async function authorize(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply | undefined> {
  const scope = request.routeOptions.config.scope ?? "admin";
  if (scope === "open" || request.is404) return undefined;
  const { token } = request;
  if (token === undefined) {
    // A browser asks its user for a name and a password only where it is told to: on the admins' pages.
    reply.header("www-authenticate", `${request.url.startsWith(BOARD_PATH) ? "Basic" : "Bearer"} realm="ziping"`);
    const remedy = "Send the header Authorization: Bearer TOKEN; make one with: ziping token create";
    return sendProblem(new Problem(401, "unauthorized", "This needs an API token.", remedy), request, reply);
  }
  if (allows(token, scope)) return undefined;
  const message: Message = `The token ${token.name} may not do this: it lacks the scope ${scope}.`;
  return sendProblem(new Problem(403, "forbidden", message, "Use a token with that scope."), request, reply);
}
