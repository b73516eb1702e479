import type { PageInfo } from "../../../core/extracted.js";
import { isBlank } from "../../tables/is-blank.js";
import { COMMON_CHARACTERS } from "./common-characters.js";
import type { InkGlyph } from "./ink.js";

/** Whether a page's text layer says what the page shows. */
export interface TextJudgement {
  /** `ocr`: a recogniser of unknown quality wrote it, invisibly, over a scan. */
  readonly layer: PageInfo["textLayer"];
  readonly trusted: boolean;
  /** Why not, for a warning. */
  readonly because?: "no-text" | "invisible-text" | "unmapped-characters" | "foreign-characters" | "improbable-characters";
  /** Characters that show, spaces left out. */
  readonly shown: number;
}

/** Shares above (below) which a layer is not believed, and the number of characters from which a share means anything. */
const INVISIBLE_SHARE = 0.8;
const UNMAPPED_SHARE = 0.1;
const FOREIGN_SHARE = 0.08;
/** From so many on, letters with accents that stand in no word are none that somebody wrote. */
const STRAY_LETTERS = 2;
const COMMON_SHARE = 0.2;
const LEAST_CHARACTERS = 20;
const LEAST_HANZI = 40;

/** Private use, replacement, controls, unassigned, lone surrogates: the font's map to characters is missing or wrong. */
const UNMAPPED = /[\p{Co}\p{Cn}\p{Cs}\p{Cc}\ufffd]/u;
const HANZI = /\p{Script=Han}/u;
/** Letters that reports are not written in: codes taken for characters land in these. */
const FOREIGN = /(?!\p{Script=Han}|\p{Script=Greek}|[A-Za-z\uff21-\uff3a\uff41-\uff5a\u3105-\u312f])\p{L}/u;
/** Latin letters with accents, and controls of no use: what the high bytes of Chinese characters are where a font's map was cut to one byte. */
const ACCENTED = /[\x80-\x9f\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f]/;
const LATIN = /[A-Za-z]/;

/** Judges a page's text layer by its glyphs: whether they show, have characters, and make words of Chinese. */
export function judgeText(glyphs: readonly InkGlyph[]): TextJudgement {
  let shown = 0;
  let hidden = 0;
  let unmapped = 0;
  let foreign = 0;
  let hanzi = 0;
  let common = 0;
  let stray = 0;
  for (const [i, { text, invisible }] of glyphs.entries()) {
    if (isBlank(text)) continue;
    if (invisible) hidden++;
    else shown++;
    if (isAscii(text)) continue;
    if (COMMON_CHARACTERS.has(text)) {
      hanzi++;
      common++;
    } else if (HANZI.test(text)) hanzi++;
    else if (UNMAPPED.test(text)) unmapped++;
    else if (FOREIGN.test(text)) foreign++;
    if (ACCENTED.test(text) && ![glyphs[i - 1], glyphs[i + 1]].some((beside) => beside && LATIN.test(beside.text))) stray++;
  }
  const all = shown + hidden;
  if (all === 0) return { layer: "none", trusted: false, because: "no-text", shown };
  if (hidden >= INVISIBLE_SHARE * all) return { layer: "ocr", trusted: false, because: "invisible-text", shown };
  const doubt = (because: NonNullable<TextJudgement["because"]>): TextJudgement => ({ layer: "native", trusted: false, because, shown });
  if (unmapped === all || (all >= LEAST_CHARACTERS && unmapped > UNMAPPED_SHARE * all)) return doubt("unmapped-characters");
  if (all >= LEAST_CHARACTERS && (foreign > FOREIGN_SHARE * all || stray >= STRAY_LETTERS)) return doubt("foreign-characters");
  if (hanzi >= LEAST_HANZI && common < COMMON_SHARE * hanzi) return doubt("improbable-characters");
  return { layer: "native", trusted: true, shown };
}

/** One printable character of ASCII, as most figures are: none of the questions above is about these. */
function isAscii(text: string): boolean {
  return text.length === 1 && text > " " && text < "\x7f";
}
