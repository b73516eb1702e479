import { hash } from "node:crypto";

/**
 * A key made of what it names: the same names give the same key in every load, on every machine, without asking the database. 32 hex
 * digits make a collision among billions improbable beyond concern.
 */
export function digestKey(...names: readonly string[]): string {
  return hash("sha256", JSON.stringify(names), "hex").slice(0, 32);
}
