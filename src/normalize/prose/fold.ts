import { RECOGNITION_SLIPS } from "../lexicon/recognition-slips.js";
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

const SLIPS = new Map(RECOGNITION_SLIPS);
const SLIP = new RegExp([...SLIPS.keys()].sort((a, b) => b.length - a.length).join("|"), "gu");

/** Text as the patterns see it: one width, one kind of quote and bracket, known recognition slips undone. Same length as the input. */
export function foldForReading(text: string): string {
  let folded = "";
  for (const character of withWesternYears(foldWidth(text))) folded += LOOKALIKES[character] ?? character;
  return folded.replace(SLIP, (garbled) => SLIPS.get(garbled) ?? garbled);
}

/** The printed text with known recognition slips undone and all else as printed; null when there is nothing to mend. */
export function mendSlips(text: string): string | null {
  const mended = text.replace(SLIP, (garbled) => SLIPS.get(garbled) ?? garbled);
  return mended === text ? null : mended;
}
