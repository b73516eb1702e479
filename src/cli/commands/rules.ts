import { Command, Option } from "commander";
import { languageOption } from "../inputs/language-option.js";
import type { Language } from "../output/words.js";

export interface RulesFlags {
  readonly format: "text" | "json";
  readonly lang?: Language;
}

export function rulesCommand(): Command {
  return new Command("rules")
    .description("List the rules that reports are held against, or tell one of them.")
    .argument("[id]", "a rule, as in a finding")
    .addOption(new Option("--format <format>", "how to print").choices(["text", "json"]).default("text"))
    .addOption(languageOption("the texts"))
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
