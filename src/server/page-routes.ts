import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { FastifyInstance } from "fastify";
import type { ServerParts } from "./server-parts.js";

/** The files of the review page, by address. */
const FILES = [
  ["/", "index.html", "text/html; charset=utf-8"],
  ["/review.js", "review.js", "text/javascript; charset=utf-8"],
  ["/page.css", "page.css", "text/css; charset=utf-8"],
  ["/review.css", "review.css", "text/css; charset=utf-8"],
  ["/icon.svg", "icon.svg", "image/svg+xml"],
] as const;

/**
 * The page may run its own script, ask its own server, and nothing else: no inline script or style, no markup made of texts (trusted types), no
 * frame around it.
 */
const POLICY = [
  "default-src 'none'",
  ...["script-src", "style-src", "connect-src"].map((directive) => `${directive} 'self'`),
  // The picture of a page, as the script was given it.
  "img-src 'self' blob:",
  ...["base-uri", "form-action", "frame-ancestors", "trusted-types"].map((directive) => `${directive} 'none'`),
  "require-trusted-types-for 'script'",
].join("; ");

/** The review page: files that everybody may have, and which ask the API with the token of who reads them. */
export function pageRoutes(app: FastifyInstance, { pageFolder }: ServerParts): void {
  if (pageFolder === undefined) return;
  for (const [address, name, mediaType] of FILES) {
    const content = readFileSync(join(pageFolder, name));
    app.get(address, { config: { scope: "open" }, schema: { hide: true }, logLevel: "silent" }, async (_request, reply) =>
      reply.type(mediaType).headers({ "content-security-policy": POLICY, "cache-control": "no-cache" }).send(content),
    );
  }
}
