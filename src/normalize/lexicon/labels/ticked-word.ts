const WORDS = "优秀?|良好?|中等?|一般|合格|不合格|较?差|较?好";
const MARK = /[☑√■✓✔☒●□☐○◻]/u;
const TICK = "[☑√■✓✔☒●]";
const TICKED_AFTER = new RegExp(`(${WORDS})\\s*(?:[(（]?[^()（）☑√■✓✔☒●□☐○◻优良中差]{0,16}[)）]?\\s*)?[(（]?\\s*${TICK}`, "u");
const TICKED_BEFORE = new RegExp(`${TICK}\\s*(${WORDS})`, "u");
const WORD = new RegExp(WORDS, "gu");
const FEWEST_OPTIONS = 2;

/** Squares that a reader of pictures takes boxes for: empty, and with something in them. Of 日 and 目 nobody knows. */
const EMPTY = /[口囗□]/u;
const FILLED = /[回四田团国因囚图固圆区凶白]/u;
const PICTURED = `(?:${EMPTY.source}|${FILLED.source}|[日曰目])`;
const OPTION = `(?:${WORDS})\\s*(?:[(（][^()（）]{0,16}[)）])?`;
/** A scale is so many grades, and nothing besides. */
const LABEL = "^(?:[^:：]{0,12}[:：])?\\s*";
const SCALE = new RegExp(`${LABEL}(?:[\\s、，,/]*${PICTURED}?\\s*${OPTION}\\s*${PICTURED}?){3,}[\\s、，,/]*$`, "u");
const BOX_BEFORE = new RegExp(`${LABEL}(?:${PICTURED}\\s*${OPTION}\\s*){3,}$`, "u");
const BOX_AFTER = new RegExp(`${LABEL}(?:${OPTION}\\s*${PICTURED}\\s*){3,}$`, "u");
const PICTURED_BEFORE = new RegExp(`(${PICTURED})\\s*(${WORDS})`, "gu");
const PICTURED_AFTER = new RegExp(`(${WORDS})\\s*(?:[(（][^()（）]{0,16}[)）])?\\s*(${PICTURED})`, "gu");

interface TickedWord {
  readonly word: string;
  readonly start: number;
}

/**
 * 优☑ 良□ 中□ 差□, or ☑优（90-100） □良（80-90）: the grade whose box is ticked, before or behind its word as all the boxes stand. Null where no
 * box is, and for a scale of which no box tells its tick; undefined for a text that offers no grades to choose from.
 */
export function tickedWord(text: string): TickedWord | null | undefined {
  const firstBox = text.search(MARK);
  const firstWord = text.search(WORD);
  const match = firstBox < 0 ? null : (firstBox < firstWord ? TICKED_BEFORE : TICKED_AFTER).exec(text);
  if (SCALE.test(text) && !match) return picturedTick(text) ?? null;
  if (firstBox < 0 || (text.match(WORD)?.length ?? 0) < FEWEST_OPTIONS) return undefined;
  const word = match?.[1];
  return match && word !== undefined ? { word, start: match.index + match[0].indexOf(word) } : null;
}

/** 口优 回良 口中 口差: the one box of a scale that is a square with something in it, where all others are empty. */
function picturedTick(text: string): TickedWord | undefined {
  const options = BOX_BEFORE.test(text)
    ? [...text.matchAll(PICTURED_BEFORE)].map((match) => ({
        box: match[1]!,
        word: match[2]!,
        start: match.index + match[0].indexOf(match[2]!),
      }))
    : BOX_AFTER.test(text)
      ? [...text.matchAll(PICTURED_AFTER)].map((match) => ({ box: match[2]!, word: match[1]!, start: match.index }))
      : [];
  const filled = options.filter(({ box }) => FILLED.test(box));
  const [ticked] = filled;
  return ticked && filled.length === 1 && options.every(({ box }) => box === ticked.box || EMPTY.test(box))
    ? { word: ticked.word, start: ticked.start }
    : undefined;
}
