import blanks from "./lexicon/blanks.json" with { type: "json" };

const SPACES = /\s+/gu;
const END_MARKS = "。．.；;，,、！!：:";
const NOT_APPLICABLE: ReadonlySet<string> = new Set(blanks.notApplicable.words.map(plainText));
const SILENT: ReadonlySet<string> = new Set(blanks.silentReason.words.map(plainText));

/** A text as it is compared: compatibility forms folded, no spaces, one form of each comparison sign, no closing mark. */
export function plainText(text: string): string {
  const folded = text
    .normalize("NFKC")
    .replace(SPACES, "")
    .replace(/>=|≧|⩾|》=/gu, "≥")
    .replace(/<=|≦|⩽/gu, "≤");
  let end = folded.length;
  while (end > 0 && END_MARKS.includes(folded[end - 1]!)) end--;
  return folded.slice(0, end);
}

/** An empty cell: nothing was written. */
export function isBlank(text: string): boolean {
  return text.trim() === "";
}

/** A cell that says nothing about a target or an actual: empty, or one of the signs for "not applicable". */
export function isNotApplicable(text: string): boolean {
  return isBlank(text) || NOT_APPLICABLE.has(plainText(text));
}

/** A reason that gives none. */
export function isSilent(text: string): boolean {
  return isBlank(text) || SILENT.has(plainText(text));
}

/** Digits removed or covered before publication: nothing can be judged by such a text. */
export function isMasked(text: string): boolean {
  return blanks.masks.marks.some((mark) => text.includes(mark));
}
