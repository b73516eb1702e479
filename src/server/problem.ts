import type { FastifyReply, FastifyRequest } from "fastify";
import type { Logger } from "pino";
import type { Message } from "../core/messages/messages.js";
import { QueueUnavailable } from "../queue/job-queue.js";
import { StoreError } from "../store/document-store.js";
import { PackTooLarge } from "../warehouse/exports/finding-pack.js";
import { WarehouseAway } from "../warehouse/warehouse.js";

/** An error as RFC 9457 problem+json, with what the client can do about it. */
export class Problem extends Error {
  override readonly name = "Problem";
  readonly status: number;
  readonly code: string;
  readonly remedy: Message;
  readonly headers: Readonly<Record<string, string>>;

  constructor(status: number, code: string, message: Message, remedy: Message, headers: Record<string, string> = {}) {
    super(message);
    this.status = status;
    this.code = code;
    this.remedy = remedy;
    this.headers = headers;
  }
}

/** Something that is away, or has too much to do, for the moment. */
export function tryLater(code: string, message: Message): Problem {
  return new Problem(503, code, message, `Try again in ${RETRY_AFTER_S} seconds.`, { "retry-after": RETRY_AFTER_S });
}

const RETRY_AFTER_S = "5";

interface FrameworkError extends Error {
  readonly statusCode?: number;
  readonly code?: string;
  readonly validation?: readonly { readonly instancePath?: string; readonly message?: string }[];
}

/** Every error of the server as a problem; what we did not foresee is logged and told without its details. */
export function toProblem(error: FrameworkError, logger: Pick<Logger, "error">): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof QueueUnavailable) return tryLater("queue-unavailable", "The queue does not answer.");
  if (error instanceof WarehouseAway) return tryLater("warehouse-unavailable", "The warehouse does not answer.");
  if (error instanceof PackTooLarge)
    return new Problem(413, "too-large", cannotTake(error.message), "Narrow it by ?year= or ?unit=, or take /v1/exports/findings.csv.");
  if (error instanceof StoreError) return storeProblem(error);
  if (error.validation) {
    const where = error.validation.map((issue) => `${issue.instancePath ?? ""} ${issue.message ?? ""}`.trim()).join("; ");
    return new Problem(400, "invalid-request", cannotTake(where || error.message), "See /v1/docs for what this route takes.");
  }
  if (error.statusCode === 429) {
    return new Problem(429, "rate-limited", cannotTake(error.message), "Slow down; the header Retry-After says for how long.");
  }
  if (error.statusCode === 413 || error.code?.startsWith("FST_REQ_FILE") || /_LIMIT$/.test(error.code ?? "")) {
    return new Problem(413, "too-large", cannotTake(error.message), "Send fewer or smaller files; /v1/limits tells how large they may be.");
  }
  if (error.statusCode !== undefined && error.statusCode >= 400 && error.statusCode < 500) {
    return new Problem(error.statusCode, "invalid-request", cannotTake(error.message), "See /v1/docs for what this route takes.");
  }
  logger.error({ err: error }, "a request failed");
  return new Problem(500, "internal", "The server failed.", "Try again; if it fails again, give the operator the header X-Request-Id.");
}

/** What libraries and the store say is in their own words. */
function cannotTake(why: string): Message {
  return `The request cannot be taken: ${why}`;
}

function storeProblem(error: StoreError): Problem {
  switch (error.code) {
    case "too-large":
      return new Problem(413, "too-large", cannotTake(error.message), "Split the file, or ask the operator to raise ZIPING_MAX_UPLOAD_MB.");
    case "missing":
      return new Problem(404, "not-found", cannotTake(error.message), "Upload the file again.");
    case "damaged":
      return new Problem(
        500,
        "damaged",
        cannotTake(error.message),
        "Upload the file again, and tell the operator that the store is damaged.",
      );
    case "unavailable":
      return tryLater("store-unavailable", "The document store does not answer.");
  }
}

export function sendProblem(problem: Problem, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  return reply
    .code(problem.status)
    .headers(problem.headers)
    .type("application/problem+json")
    .send(
      JSON.stringify({
        type: `urn:ziping:problem:${problem.code}`,
        title: problem.message,
        status: problem.status,
        code: problem.code,
        remedy: problem.remedy,
        instance: request.id,
      }),
    );
}
