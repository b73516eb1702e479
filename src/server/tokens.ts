import { createHash, randomBytes, timingSafeEqual } from "node:crypto";
import { z } from "zod";
import { SHA256_HEX } from "../core/sha256-hex.js";

export const Scope = z.enum(["read", "submit", "admin"]);
export type Scope = z.infer<typeof Scope>;

/** A token at rest: its SHA-256, never itself. The secret has 256 random bits, so a fast hash is enough. */
export const StoredToken = z.object({
  name: z.string().regex(/^[\w.@-]{1,64}$/),
  sha256: z.string().regex(SHA256_HEX),
  scopes: z.array(Scope).min(1),
  expires: z.iso.datetime().optional(),
});
export type StoredToken = z.infer<typeof StoredToken>;

export const TokenFile = z.object({ tokens: z.array(StoredToken) });

const PREFIX = "zp_";

/** A new secret, to be shown once, and what is kept of it. */
export function createToken(name: string, scopes: readonly Scope[], expires?: string): { secret: string; stored: StoredToken } {
  const secret = `${PREFIX}${randomBytes(32).toString("base64url")}`;
  return { secret, stored: StoredToken.parse({ name, scopes, expires, sha256: digest(secret).toString("hex") }) };
}

/** The token of an Authorization header, compared in constant time with every stored one; undefined when none fits or it has expired. */
export function findToken(authorization: string | undefined, tokens: readonly StoredToken[], now: number): StoredToken | undefined {
  const secret = secretOf(authorization ?? "");
  if (secret === undefined) return undefined;
  const given = digest(secret);
  let found: StoredToken | undefined;
  for (const token of tokens) if (timingSafeEqual(given, Buffer.from(token.sha256, "hex"))) found = token;
  if (found?.expires !== undefined && Date.parse(found.expires) <= now) return undefined;
  return found;
}

/** `Bearer SECRET`, or Basic with the secret as password, which is what a browser can send to the admins' pages. */
function secretOf(authorization: string): string | undefined {
  const bearer = /^Bearer ([\w-]{1,200})$/.exec(authorization)?.[1];
  if (bearer !== undefined) return bearer;
  const basic = /^Basic ([\w+/=]{1,400})$/.exec(authorization)?.[1];
  return basic && /^[^:]*:([\w-]{1,200})$/.exec(Buffer.from(basic, "base64").toString("utf8"))?.[1];
}

/** `admin` may do everything. */
export function allows(token: StoredToken, scope: Scope): boolean {
  return token.scopes.includes(scope) || token.scopes.includes("admin");
}

function digest(secret: string): Buffer {
  return createHash("sha256").update(secret).digest();
}
