import { Command, Option } from "commander";
import type { Scope } from "../../server/tokens.js";

export function tokenCommand(): Command {
  const command = new Command("token").description("Make, list and revoke API tokens (ZIPING_TOKENS_FILE).").addHelpText(
    "after",
    `
A token's secret is shown once; the file keeps its hash. A running server sees changes at once.

Examples:
  ziping token create clerk --scope read --scope submit
  ziping token create auditor --scope read --expires 2027-01-01T00:00:00Z
  ziping token revoke clerk`,
  );
  command
    .command("create <name>")
    .description("make a token and print its secret")
    .addOption(
      new Option("--scope <scope...>", "what it allows; admin allows everything").choices(["read", "submit", "admin"]).default(["read"]),
    )
    .option("--expires <time>", "ISO time after which it is void")
    .action(async (name: string, flags: { scope: Scope[]; expires?: string }) => {
      const { addToken } = await import("../service/manage-tokens.js");
      process.stdout.write(`${await addToken(name, flags.scope, flags.expires)}\n`);
    });
  command
    .command("list")
    .description("names, scopes and expiry")
    .action(async () => {
      const { listTokens } = await import("../service/manage-tokens.js");
      process.stdout.write(listTokens());
    });
  command
    .command("revoke <name>")
    .description("make a token void")
    .action(async (name: string) => {
      const { revokeToken } = await import("../service/manage-tokens.js");
      await revokeToken(name);
    });
  return command;
}
