import { withoutSlips } from "../lexicon/recognition-slips.js";
import { foldWidth, withWesternYears } from "../numeral.js";

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
  "，": ",",
  "；": ";",
  "〔": "(",
  "〕": ")",
  "【": "(",
  "】": ")",
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
