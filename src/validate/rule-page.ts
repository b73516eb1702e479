import type { Claims, Draft, Fund, Indicator, Severity } from "../core/record.js";
import { printedAmount } from "./funds/amounts.js";
import { judge } from "./judged.js";
import { profileFor } from "./profiles.js";
import type { Example, Rule } from "./rule.js";

const SEVERITIES: { readonly [severity in Severity]: string } = { error: "错误 error", warning: "警告 warning", info: "提示 info" };
const KINDS: { readonly [kind in Example["kind"]]: string } = { raises: "触发", passes: "不触发", edge: "取整边界" };

/** The file of a rule's page, beside the index. */
export function pageName(rule: Rule): string {
  return `${rule.id.replace("/", "-")}.md`;
}

/** A rule's documentation in Markdown: what, why, by whose demand, and each example with what the rule says of it. */
export function rulePage(rule: Rule): string {
  return sections([
    `# ${rule.title.zh}`,
    `\`${rule.id}\` · ${SEVERITIES[rule.severity]} · ${rule.title.en}`,
    "## 为什么检查 Why",
    rule.why.zh,
    rule.why.en,
    "## 依据 Source",
    rule.source,
    "## 示例 Examples",
    ...rule.examples.flatMap((example) => [
      `### ${KINDS[example.kind]}: ${example.title}`,
      ...given(example.draft),
      outcome(rule, example),
    ]),
    "[全部规则 All rules](README.md)",
  ]);
}

/** The index of all rules. */
export function ruleIndex(rules: readonly Rule[]): string {
  const rows = rules.map((rule) => [`[\`${rule.id}\`](${pageName(rule)})`, SEVERITIES[rule.severity], rule.title.zh, rule.title.en]);
  return sections([
    "# 规则 Rules",
    "每条规则一页。由 `npm run docs:rules` 根据规则文件生成，请勿手工修改。 One page a rule, generated from the rule files by `npm run docs:rules`: do not edit.",
    table(["规则", "级别", "内容", "What it finds"], rows),
  ]);
}

function outcome(rule: Rule, { draft }: Example): string {
  const findings = rule.check(judge(draft, profileFor(draft)));
  if (findings.length === 0) return "结果：无问题。 No finding.";
  const cause = (one: string) => (one === "extraction" ? "（识读存疑，不归责于报告 the reading is in doubt）" : "");
  return findings.map(({ subject, message, cause: by }) => `> **${subject}**${cause(by)} ${message.zh}\n>\n> ${message.en}`).join("\n\n");
}

function given(draft: Draft): string[] {
  const told = [
    fields<Indicator>(draft.indicators, [
      ["一级指标", ({ level1 }) => level1],
      ["二级指标", ({ level2 }) => level2],
      ["三级指标", ({ level3 }) => level3],
      ["指标值", ({ target }) => target],
      ["实际完成值", ({ actual }) => actual],
      ["完成率", ({ completionRate }) => completionRate?.raw],
      ["分值", ({ weight }) => weight?.raw],
      ["评分标准", ({ standard }) => standard],
      ["得分", ({ score }) => score?.raw],
      ["偏差原因", ({ deviationReason }) => deviationReason],
    ]),
    fields<Fund>(draft.funds, [
      ["资金", ({ label }) => label],
      ["年初预算数", ({ initialBudget }) => amount(initialBudget)],
      ["全年预算数", ({ adjustedBudget }) => amount(adjustedBudget)],
      ["到位数", ({ received }) => amount(received)],
      ["全年执行数", ({ executed }) => amount(executed)],
      ["执行率", ({ executionRate }) => executionRate?.raw],
      ["分值", ({ weight }) => weight?.raw],
      ["得分", ({ score }) => score?.raw],
    ]),
    fields(draft.statedScores, [
      ["名称", ({ name }) => name],
      ["满分", ({ fullMarks }) => fullMarks?.raw],
      ["得分", ({ score }) => score?.raw],
    ]),
    draft.grade === null ? "" : `等级：${draft.grade.raw}`,
    ...claims(draft.claims),
  ];
  return told.filter((text) => text !== "");
}

function claims({ amounts, counts, years, breakdowns, formulas, copies, scoring, grades }: Claims): string[] {
  return [
    ...amounts.map(({ field, money }) => `正文金额 ${field}：${amount(money)}`),
    ...counts.map(
      ({ of, count, share, band }) => `正文个数 ${of}${band ? ` ${band.join("-")}%` : ""}：${count === null ? `${share}%` : `${count} 个`}`,
    ),
    ...years.map(({ place, year }) => `${place}：${year} 年度`),
    ...breakdowns.map(
      ({ label, total, items }) => `${label} ${amount(total)}：${items.map((one) => `${one.label} ${amount(one.money)}`).join("、")}`,
    ),
    ...formulas.map(
      ({ label, formula, stated, operands }) => `${label} ${formula}：${stated.raw}；${operands.map(({ raw }) => raw).join("、")}`,
    ),
    ...copies.map(({ indicator, field, kept, other }) => `${indicator} ${field}：${kept}；另一处 ${other}`),
    ...scoring.map(({ text }) => `报告印有评分规则：${text}`),
    ...(grades ?? []).map(({ raw }) => `等级栏：${raw}`),
  ];
}

function amount(money: Fund["executed"]): string | undefined {
  return money === null ? undefined : printedAmount(money);
}

/** A table of the columns that say something. */
function fields<T>(items: readonly T[], columns: readonly (readonly [string, (item: T) => string | undefined])[]): string {
  const shown = columns.filter(([, of]) => items.some((item) => (of(item) ?? "") !== ""));
  return items.length === 0
    ? ""
    : table(
        shown.map(([head]) => head),
        items.map((item) => shown.map(([, of]) => of(item) ?? "")),
      );
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}

function sections(parts: readonly string[]): string {
  return `${parts.join("\n\n")}\n`;
}
