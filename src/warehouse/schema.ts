import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";

/** A warehouse of another version is refused; tables change only with it. */
export const SCHEMA_VERSION = 2;

/** The text of schema/NAME.sql. */
export function schemaFile(name: string): string {
  return readFileSync(new URL(`./schema/${name}.sql`, import.meta.url), "utf8");
}

const statements = ["tables", "views", "versions", "integrated-budget", "comments"].map(schemaFile).join("\n");

/** Tables, views and comments for both databases, to be run any number of times; the digest tells whether a warehouse has them as they are now. */
export const SCHEMA = { statements, digest: createHash("sha256").update(statements).digest("hex").slice(0, 16) } as const;
