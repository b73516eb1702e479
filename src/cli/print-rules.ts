import { loadConfig } from "../core/config.js";
import { CATALOGUE } from "../validate/catalogue.js";
import type { Rule } from "../validate/rule.js";
import type { RulesFlags } from "./commands/rules.js";
import { EXIT } from "./exit-code.js";
import { print } from "./output/print.js";
import { type Language, WORDS } from "./output/words.js";
import { UsageError } from "./usage-error.js";

/** `ziping rules`: the catalogue, or one rule of it. Returns the exit code. */
export async function printRules(id: string | undefined, { format, lang }: RulesFlags): Promise<number> {
  const language = lang ?? loadConfig().lang;
  const rules = id === undefined ? CATALOGUE : [ruleNamed(id)];
  if (format === "json") await print(`${JSON.stringify(rules.map(describe), null, 2)}\n`);
  else await print(id === undefined ? list(rules, language) : tell(rules[0]!, language));
  return EXIT.done;
}

function ruleNamed(id: string): Rule {
  const rule = CATALOGUE.find((one) => one.id === id);
  if (rule) return rule;
  const near = CATALOGUE.filter((one) => one.id.split(/[/-]/).some((word) => word.length > 3 && id.includes(word))).map((one) => one.id);
  throw new UsageError(`No rule is called ${id}. ${near.length > 0 ? `Perhaps: ${near.join(", ")}.` : "`ziping rules` lists them."}`);
}

function describe({ id, severity, title, why, source }: Rule) {
  return { id, severity, title, why, source };
}

function list(rules: readonly Rule[], language: Language): string {
  const width = Math.max(...rules.map((rule) => rule.id.length));
  // Words of both languages end in a column of their own: severities are padded by hand, since a Chinese character is two columns wide.
  const severity = (rule: Rule) => (language === "en" ? WORDS.en.severity[rule.severity].padEnd(7) : WORDS.zh.severity[rule.severity]);
  return rules.map((rule) => `${rule.id.padEnd(width)}  ${severity(rule)}  ${rule.title[language]}\n`).join("");
}

const HEADS = {
  en: { why: "Why", source: "Source", raises: "Raised when", passes: "Not raised when", edge: "At the edge of rounding" },
  zh: { why: "理由", source: "依据", raises: "触发示例", passes: "不触发示例", edge: "取整边界示例" },
} as const;

function tell({ id, severity, title, why, source, examples }: Rule, language: Language): string {
  const heads = HEADS[language];
  const cases = (["raises", "passes", "edge"] as const).flatMap((kind) => {
    const titles = examples.filter((example) => example.kind === kind).map((example) => `  - ${example.title}`);
    return titles.length > 0 ? [`${heads[kind]}:`, ...titles] : [];
  });
  const lines = [
    `${id}  (${WORDS[language].severity[severity]})`,
    title[language],
    "",
    `${heads.why}: ${why[language]}`,
    `${heads.source}: ${source}`,
    "",
    ...cases,
  ];
  return `${lines.join("\n")}\n`;
}
