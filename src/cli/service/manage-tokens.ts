import { loadConfig } from "../../core/config.js";
import { createToken, type Scope } from "../../server/tokens.js";
import { UsageError } from "../usage-error.js";
import { readTokens, writeTokens } from "./token-file.js";

/** The line to print: a new secret, which is shown this once. */
export async function addToken(name: string, scopes: readonly Scope[], expires: string | undefined): Promise<string> {
  const path = tokensFile();
  const tokens = readTokens(path);
  if (tokens.some((token) => token.name === name))
    throw new UsageError(`There is a token ${name} already. Revoke it first: ziping token revoke ${name}`);
  const { secret, stored } = createToken(name, scopes, expires);
  await writeTokens(path, [...tokens, stored]);
  return secret;
}

export async function revokeToken(name: string): Promise<void> {
  const path = tokensFile();
  const tokens = readTokens(path);
  if (!tokens.some((token) => token.name === name)) throw new UsageError(`There is no token ${name}. See: ziping token list`);
  await writeTokens(
    path,
    tokens.filter((token) => token.name !== name),
  );
}

/** One line a token: name, scopes, expiry. Secrets are not kept, so they cannot be shown. */
export function listTokens(): string {
  return readTokens(tokensFile())
    .map(({ name, scopes, expires }) => `${name}\t${scopes.join(",")}\t${expires ?? "never expires"}\n`)
    .join("");
}

function tokensFile(): string {
  const path = loadConfig().tokensFile;
  if (path === undefined) throw new UsageError("Name the file of the tokens: ZIPING_TOKENS_FILE=tokens.json");
  return path;
}
