import type { ReportKind } from "../../core/record.js";
import { unspaced } from "../../core/text.js";

const KINDS: readonly { readonly kind: ReportKind; readonly words: RegExp }[] = [
  { kind: "department", words: /(?:部门|单位|\)|）)整体|整体(?:支出|绩效)/u },
  { kind: "transfer", words: /转移支付|^(?!.*项目).*中央(?:财政)?(?!部门|单位|级|本级|预算|企业)[^，,。]{2,30}(?:补助|奖补|补贴)/u },
  { kind: "policy", words: /政策(?:绩效|支出|自评|项目绩效)|(?:财政|补贴|扶持)政策/u },
  { kind: "project", words: /项目|专项/u },
];

/** The kind that a title or a form's label names; undefined when it names none. */
export function saysKind(text: string): ReportKind | undefined {
  const folded = unspaced(text);
  return KINDS.find(({ words }) => words.test(folded))?.kind;
}
