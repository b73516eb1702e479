import { randomUUID } from "node:crypto";
import helmet from "@fastify/helmet";
import multipart from "@fastify/multipart";
import rateLimit from "@fastify/rate-limit";
import swagger from "@fastify/swagger";
import swaggerUi from "@fastify/swagger-ui";
import { type FastifyBaseLogger, type FastifyInstance, fastify } from "fastify";
import { jsonSchemaTransform, serializerCompiler, validatorCompiler } from "fastify-type-provider-zod";
import { archiveRoutes } from "./archive-routes.js";
import { authorize, identify } from "./authorize.js";
import { boardRoutes } from "./board.js";
import { exportRoutes } from "./export-routes.js";
import { jobEvents } from "./job-events.js";
import { jobRoutes } from "./job-routes.js";
import { operationsRoutes } from "./operations-routes.js";
import { pageRoutes } from "./page-routes.js";
import { Problem, sendProblem, toProblem } from "./problem.js";
import type { ServerParts } from "./server-parts.js";
import { describeForm, uploadRoutes } from "./upload-routes.js";

/** The HTTP API over the given parts; it does not listen yet, and closing it leaves the parts open. */
export async function createServer(parts: ServerParts): Promise<FastifyInstance> {
  const app = fastify({
    loggerInstance: parts.logger as FastifyBaseLogger,
    genReqId: () => randomUUID(),
    bodyLimit: 64 * 1024,
    // A client that sends a byte now and then holds a connection, not a worker, and not for ever.
    requestTimeout: 300_000,
    connectionTimeout: 60_000,
    keepAliveTimeout: 10_000,
    return503OnClosing: true,
  });
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  app.setErrorHandler((error, request, reply) => sendProblem(toProblem(error as Error, request.log), request, reply));
  app.setNotFoundHandler((request, reply) =>
    sendProblem(new Problem(404, "not-found", "There is no such page.", "See /v1/docs for what there is."), request, reply),
  );

  await protect(app, parts);
  await app.register(multipart, {
    limits: { fileSize: parts.limits.bytesPerFile, files: parts.limits.filesPerRequest, fields: 20, fieldSize: 10_000, headerPairs: 100 },
  });
  await app.register(swagger, {
    openapi: {
      info: { title: "ziping", version: parts.version },
      components: { securitySchemes: { token: { type: "http", scheme: "bearer" } } },
      security: [{ token: [] }],
    },
    transform: (route) => describeForm(jsonSchemaTransform(route)),
  });
  app.addHook("preHandler", authorize);
  await addRoutes(app, parts);
  return app;
}

/** Who asks, with what headers they are answered, how often and from which sites they may ask. */
async function protect(app: FastifyInstance, parts: ServerParts): Promise<void> {
  app.addHook("onRequest", identify(parts.tokens));
  app.addHook("onRequest", async (request, reply) => {
    reply.header("x-request-id", request.id);
  });
  await app.register(helmet, { contentSecurityPolicy: { directives: { defaultSrc: ["'self'"], frameAncestors: ["'none'"] } } });
  await app.register(rateLimit, {
    max: parts.requestsPerMinute,
    timeWindow: "1 minute",
    keyGenerator: (request) => request.token?.name ?? request.ip,
    allowList: (request) => request.routeOptions.config.scope === "open" && request.url !== "/metrics",
  });
  if (parts.corsOrigins.length > 0) {
    const { default: cors } = await import("@fastify/cors");
    await app.register(cors, { origin: [...parts.corsOrigins], credentials: false });
  }
}

async function addRoutes(app: FastifyInstance, parts: ServerParts): Promise<void> {
  await app.register(async (routes) => {
    operationsRoutes(routes, parts);
    uploadRoutes(routes, parts);
    jobRoutes(routes, parts);
    jobEvents(routes, parts);
    archiveRoutes(routes, parts);
    exportRoutes(routes, parts);
    pageRoutes(routes, parts);
    routes.get("/v1/openapi.json", { config: { scope: "open" }, schema: { hide: true } }, async () => app.swagger());
  });
  await app.register(async (routes) => boardRoutes(routes, parts));
  await app.register(async (routes) => {
    routes.addHook("onRoute", (route) => {
      route.config = { ...route.config, scope: "open" };
    });
    await routes.register(swaggerUi, { routePrefix: "/v1/docs", staticCSP: true, logLevel: "silent" });
  });
}
