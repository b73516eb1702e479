import { TOTAL_LABELS } from "../lexicon/labels/total-words.js";
import { isLevelWord } from "./cells/level-cells.js";

/** 指标2：, 指标1：/ /: a form's label for one more indicator; what stands behind tells whether there is one. */
const LABEL = /(?<!\p{Script=Han}(?<!指标))指标\s*\d{1,2}\s*[:：]?(?:\s*[/／—–-]+(?=\s|$))*\s*/gu;
const OTHER_LABEL = /^(?:$|…|\.{3}|指标\s*\d{1,2}\s*[:：\s…])/u;
/** ……: a form's line for more. In prose it stands behind words. */
const MORE = /(?<=^|[\s\d:：]|指标)(?:…{1,3}|\.{6})(?=\s|$|\p{Script=Han})/gu;
const FIRST_WORD = /^\p{Script=Han}{2,10}/u;
const LEVEL = /^\p{Script=Han}{2,10}?指标/u;

/** 时效指标指标1：: the level ran into the label. */
const BEHIND_LEVEL = /(?<=\p{Script=Han}指标)指标\s*\d{1,2}\s*[:：](?=\p{Script=Han})/gu;

/** A line of a form that ran together, without the places for indicators that nobody filled in: … 20 20 指标2： …… 质量指标 指标1：合格率 …. */
export function withoutBlankRows(text: string): string {
  if (!/指标\s*\d|…|\.{6}/u.test(text)) return text;
  return text
    .replace(LABEL, (label: string, at: number) => (isBlank(text.slice(at + label.length)) ? label.slice(label.trimEnd().length) : label))
    .replace(MORE, "")
    .replace(BEHIND_LEVEL, "");
}

function isBlank(behind: string): boolean {
  if (OTHER_LABEL.test(behind)) return true;
  const level = LEVEL.exec(behind)?.[0];
  return (level !== undefined && isLevelWord(level)) || TOTAL_LABELS.has(FIRST_WORD.exec(behind)?.[0] ?? "");
}
