const WORDS = "优秀?|良好?|中等?|一般|合格|不合格|较?差|较?好";
const MARK = /[☑√■✓✔☒●□☐○◻]/u;
const TICK = "[☑√■✓✔☒●]";
const TICKED_AFTER = new RegExp(`(${WORDS})\\s*(?:[(（]?[^()（）☑√■✓✔☒●□☐○◻优良中差]{0,16}[)）]?\\s*)?[(（]?\\s*${TICK}`, "u");
const TICKED_BEFORE = new RegExp(`${TICK}\\s*(${WORDS})`, "u");
const WORD = new RegExp(WORDS, "gu");
const FEWEST_OPTIONS = 2;

/**
 * 优☑ 良□ 中□ 差□, or ☑优（90-100） □良（80-90）: the grade whose box is ticked, before or behind its word as all the boxes stand. Null where no
 * box is; undefined for a text that offers no grades to choose from.
 */
export function tickedWord(text: string): { readonly word: string; readonly start: number } | null | undefined {
  const firstBox = text.search(MARK);
  if (firstBox < 0 || (text.match(WORD)?.length ?? 0) < FEWEST_OPTIONS) return undefined;
  const firstWord = text.search(WORD);
  const match = (firstBox < firstWord ? TICKED_BEFORE : TICKED_AFTER).exec(text);
  const word = match?.[1];
  return match && word !== undefined ? { word, start: match.index + match[0].indexOf(word) } : null;
}
