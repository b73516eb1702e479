import confusables from "../lexicon/data/confusables.json" with { type: "json" };
import { foldFigure } from "./find-numeral.js";

const DIGITS = confusables.digits as unknown as { readonly [character: string]: readonly [string, string] };

/**
 * A figure's cell with the letters that recognition takes for digits put right (`l0` → `10`, `9O.5` → `90.5`) and specks around it left out
 * (`99.12.`, `100-`); undefined when nothing was to put right, or something else stands in the cell. What comes out is a reading to
 * be doubted, not a fact.
 */
export function withDigits(text: string): string | undefined {
  const printed = foldFigure(text);
  const own = printed.replace(/^(?:(?![|])[\p{P}\p{S}]){1,2}|(?:(?![|%‰])[\p{P}\p{S}]){1,2}$/gu, "");
  // A colon between the digits of a figure's cell is the point with a speck above it.
  const folded = own.replace(/(?<=^\d{1,4}):(?=\d{1,2}[分%]?$)/u, ".");
  if (folded.length > 14 || (!/\d/u.test(folded) && folded.length > 2) || !/^[\dA-Za-z|〇.,%分]+$/u.test(folded)) return undefined;
  let changed = folded !== printed;
  const mended = Array.from(folded, (character) => {
    const digit = DIGITS[character]?.[0];
    if (digit === undefined) return character;
    changed = true;
    return digit;
  }).join("");
  return changed && /^[\d.,%分]+$/u.test(mended) ? mended : undefined;
}

/** Why a figure is doubted in which letters were taken for the digits they look like. */
export const LETTERS_FOR_DIGITS = "letters stand where digits should";

const LONGEST = 40;
/** Digits with the letters between or beside them that a 0 or a 1 is easily taken for; a word in Latin letters is none. */
const AMONG_DIGITS = /(?<![A-Za-z\d|])(?=[OolI|]*\d)(?:[OolI|\d]*[OolI|][OolI|\d]*)(?![A-Za-z])/gu;

/** A text with O and l put right in its numerals (`≥12O家次` → `≥120家次`, `2O21年度`); undefined where no letter stands among digits. */
export function withDigitsInText(text: string): string | undefined {
  if (text.length > LONGEST) return undefined;
  const mended = text.replace(AMONG_DIGITS, (run) => Array.from(run, (character) => DIGITS[character]?.[0] ?? character).join(""));
  return mended === text ? undefined : mended;
}

/** Marks, rates and money of a sentence: l0分, 1O.5%, 扣O分; none is longer than a dozen digits, and long runs are looked at once. */
const TOLD_IN_PROSE =
  /(?<![A-Za-z\d|.])(?=[OolI]{0,12}\d)[\dOolI]{0,12}[OolI][\dOolI]{0,12}(?=(?:\.\d+)?(?:分|%|[万亿]?元))|(?<=[扣减得])[Oo](?=分)/gu;

/** A sentence with O and l put right in its marks, rates and money; same length. */
export function withDigitsInProse(text: string): string {
  return text.replace(TOLD_IN_PROSE, (run) => Array.from(run, (character) => DIGITS[character]?.[0] ?? character).join(""));
}

/** Why a target is doubted whose sign recognition took for a letter or a digit. */
export const SIGN_MISREAD = "what stands for the sign of comparison is none";

/** What recognition makes of a sign, with the sign. */
const SIGNS = Object.entries(confusables.signs).flatMap(([sign, readings]) => readings.map((reading) => [reading, sign] as const));

/** What a column of signs has for ≥ when recognition took it for a digit: no other cell has a sign's place. */
const ALONE: readonly (readonly [reading: string, sign: string])[] = [...SIGNS, ["2", "≥"]];

/** The sign that a cell of a column of signs means (`5=` → ≥); undefined where it looks like none. */
export function signAlone(text: string): string | undefined {
  return ALONE.find(([reading]) => reading === foldFigure(text))?.[1];
}

/** A target whose sign was misread (`W6小时` → `≤6小时`); undefined where nothing before its figure looks like one. */
export function withSignInText(text: string): string | undefined {
  const found = SIGNS.find(([reading]) => text.startsWith(reading) && /^\s*\d/u.test(text.slice(reading.length)));
  return found && `${found[1]}${text.slice(found[0].length).trimStart()}`;
}
