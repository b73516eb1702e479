import type { Message } from "../../../core/messages/messages.js";
import { range } from "../../../core/range.js";
import type { Draft, Report, Warning } from "../../../core/record.js";
import { isInWord } from "../../lexicon/writing/words.js";
import { edited } from "../pointer.js";
import type { ReadText } from "./read-texts.js";

/** A sentence has so many words that one of them is like another by chance. */
const LONGEST = 40;
/** A shorter piece stands in many names. */
const LEAST_PIECE = 3;
/** Characters of one text that are put right at once. */
const MOST_SLIPS = 2;
const SHOWN = 2;
const CONFIDENCE = 0.9;
/** 三级 is no slip for 二级 because 二级 stands elsewhere. */
const WORD = /^(?![一二三四五六七八九十百千万零〇])\p{Script=Han}$/u;
const NAMES = ["projectName", "department", "unit"] as const;
const LEVELS = ["level1", "level2", "level3"] as const;

interface Slip {
  readonly read: string;
  readonly meant: string;
}

/**
 * Puts right the ideographs of doubtful names: where a reader held another one possible, with which the word stands elsewhere in the report, surely
 * read (河道上程 | 河道工程, beside 信息工程), or is a known word (修缕 | 修缮), and the word as read stands nowhere. What was surely read stays.
 */
export function mendNames(draft: Draft, texts: readonly ReadText[]): Draft {
  if (texts.every(({ isSure }) => isSure)) return draft;
  const words = new Set(texts.flatMap(({ isSure, text }) => (isSure ? pairs(text) : [])));
  const slips = texts.flatMap((text) => slipOf(text, words) ?? []);
  if (slips.length === 0) return draft;
  const fields = [
    ...NAMES.map((field) => ({ path: `/report/${field}`, name: draft.report[field] ?? "" })),
    ...draft.indicators.flatMap((row, i) => LEVELS.map((field) => ({ path: `/indicators/${i}/${field}`, name: row[field] }))),
  ];
  return fields.reduce((changed, { path, name }) => {
    const after = mended(name, slips);
    if (after === name) return changed;
    const because: Message = "A reading has these characters, with which the word stands elsewhere in the report or is a known one.";
    const repair = { path, before: name, after, method: "other-reading", confidence: CONFIDENCE, because };
    return { ...edited(changed, path, () => after), repairs: [...changed.repairs, repair] };
  }, draft);
}

/** A warning for each name of the report's head that stands nowhere surely read: rare characters of places come out as their likes. */
export function doubtfulNames(report: Report, texts: readonly ReadText[]): Warning[] {
  return NAMES.flatMap((field) => {
    const name = report[field] ?? "";
    const whole = texts.filter(({ text }) => name !== "" && text.includes(name));
    const telling = whole.length > 0 ? whole : texts.filter(({ text }) => text.length >= LEAST_PIECE && name.includes(text));
    const doubtful = telling.filter(({ isSure }) => !isSure);
    if (doubtful.length === 0 || (whole.length > 0 && doubtful.length < whole.length)) return [];
    const others = [...new Set(doubtful.flatMap((text) => otherNames(text, name)))].slice(0, SHOWN);
    const message: Message =
      others.length > 0 ? `The reading of ${name} is doubtful; it may be ${others.join(" or ")}.` : `The reading of ${name} is doubtful.`;
    const warning: Warning = { code: "name-doubtful", message };
    return [doubtful[0]!.page === undefined ? warning : { ...warning, page: doubtful[0]!.page }];
  });
}

/** What the other readings of a text have in the name's place. */
function otherNames({ text, others }: ReadText, name: string): string[] {
  const at = text.indexOf(name);
  if (at < 0) return [];
  const [before, behind] = [text.slice(0, at), text.slice(at + name.length)];
  return others.flatMap((other) => {
    const own = other.slice(before.length, other.length - behind.length);
    return other.startsWith(before) && other.endsWith(behind) && own !== name && own.length === name.length ? [own] : [];
  });
}

/** The name with what is meant in the place of what was read, where it stands in one doubtful text or is put together of several. */
function mended(name: string, slips: readonly Slip[]): string {
  if (name === "") return name;
  for (const { read, meant } of slips) {
    const at = read.indexOf(name);
    if (at >= 0) return meant.slice(at, at + name.length);
    if (read.length >= LEAST_PIECE && name.includes(read)) return name.replace(read, meant);
  }
  return name;
}

/** The one other reading that differs in ideographs alone, each of which makes a word where the one read makes none. */
function slipOf({ text, others }: ReadText, words: ReadonlySet<string>): Slip | undefined {
  if (text.length > LONGEST) return undefined;
  const swapped = others.flatMap((other) => {
    if (other.length !== text.length || other === text) return [];
    const slips = range(0, text.length).filter((i) => other[i] !== text[i]);
    // A glyph too many is read as its neighbour once more.
    const isNeighbour = (i: number) => other[i] === other[i - 1] || other[i] === other[i + 1];
    return slips.length <= MOST_SLIPS && slips.every((i) => WORD.test(text[i]!) && WORD.test(other[i]!) && !isNeighbour(i))
      ? [{ other, slips }]
      : [];
  });
  const here = swapped.find(({ other, slips }) => slips.every((i) => isWord(other, i, words) && !isWord(text, i, words)));
  const known = swapped.filter(({ other, slips }) =>
    slips.every((i) => isInWord(other, i) && !isInWord(text, i) && !isWord(text, i, words)),
  );
  const meant = here ?? (known.length === 1 ? known[0] : undefined);
  return meant && { read: text, meant: meant.other };
}

function isWord(text: string, at: number, words: ReadonlySet<string>): boolean {
  return (at > 0 && words.has(text.slice(at - 1, at + 1))) || words.has(text.slice(at, at + 2));
}

/** Each two neighbouring characters of a text. */
function pairs(text: string): string[] {
  return Array.from({ length: Math.max(0, text.length - 1) }, (_, i) => text.slice(i, i + 2));
}
