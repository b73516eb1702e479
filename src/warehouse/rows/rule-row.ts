import type { RuleEntry } from "../warehouse.js";
import type { Row } from "./cell.js";

/** The row of a rule in `dim_rule`. */
export function ruleRow({ id, severity, title, source }: RuleEntry): Row {
  return { rule_id: id, severity, title_zh: title.zh, title_en: title.en, source };
}
