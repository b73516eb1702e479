import { Command, Option } from "commander";

export interface RulesFlags {
  readonly format: "text" | "json";
  readonly lang?: "zh" | "en";
}

export function rulesCommand(): Command {
  return new Command("rules")
    .description("List the rules that reports are held against, or tell one of them.")
    .argument("[id]", "a rule, as in a finding")
    .addOption(new Option("--format <format>", "how to print").choices(["text", "json"]).default("text"))
    .addOption(new Option("--lang <language>", "language of the texts (ZIPING_LANG)").choices(["zh", "en"]))
    .addHelpText(
      "after",
      `
Examples:
  ziping rules                                 all rules
  ziping rules funds/overspent --lang zh       one rule, in Chinese
  ziping rules --format json | jq -r '.[].id'`,
    )
    .action(async (id: string | undefined, flags: RulesFlags) => {
      const { printRules } = await import("../print-rules.js");
      process.exitCode = await printRules(id, flags);
    });
}
