import { withDigitsInProse } from "../figures/confusable.js";
import { alternation } from "../lexicon/lexicon.js";
import { withoutSlips } from "../lexicon/writing/recognition-slips.js";
import { foldWidth, withWesternYears } from "../numeral.js";

/** Stands between the fields of a line that parts them by blanks; read as a comma. */
export const FIELD_GAP = "\u2003";
const LOOKALIKES: { readonly [character: string]: string } = {
  "“": '"',
  "”": '"',
  "„": '"',
  "＂": '"',
  "「": '"',
  "」": '"',
  "『": '"',
  "』": '"',
  "∶": ":",
  "﹕": ":",
  [FIELD_GAP]: ",",
  "，": ",",
  "；": ";",
  "〔": "(",
  "〕": ")",
  "【": "(",
  "】": ")",
  "[": "(",
  "]": ")",
  "─": "—",
  "━": "—",
  "―": "—",
  "⸺": "—",
  "⇒": "→",
  "➔": "→",
  "➜": "→",
  "➡": "→",
  "►": "→",
  "▶": "→",
  "›": ">",
  "»": ">",
};

const LOOKALIKE = new RegExp(alternation(Object.keys(LOOKALIKES)), "gu");

/** 自查得分, 自测总分, 自查等次: other words for 自评, before what only an evaluation has. 隐患自查率 is an indicator. */
const OWN_EVALUATION = /自[查测](?=(?:综合|总)?(?:得分|评分|总?分(?!之|别|析|类|钟)|等[级次])|(?:结果|结论)[为是:])/gu;

/** Text as the patterns see it: one width, one kind of quote and bracket, one word for self-evaluation, known recognition slips undone, letters among the digits of marks and money too. Same length as the input. */
export function foldForReading(text: string): string {
  const folded = withWesternYears(foldWidth(text)).replace(LOOKALIKE, (character) => LOOKALIKES[character]!);
  return withDigitsInProse(withoutSlips(folded.replace(OWN_EVALUATION, "自评")));
}
