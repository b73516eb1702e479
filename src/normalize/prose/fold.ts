import { withoutSlips } from "../lexicon/recognition-slips.js";
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

/** Text as the patterns see it: one width, one kind of quote and bracket, known recognition slips undone. Same length as the input. */
export function foldForReading(text: string): string {
  let folded = "";
  for (const character of withWesternYears(foldWidth(text))) folded += LOOKALIKES[character] ?? character;
  return withoutSlips(folded);
}
