import confusables from "../lexicon/data/confusables.json" with { type: "json" };
import { foldWidth, plainDecimal } from "../numeral.js";

/** The first numeral of a folded text, plain, with where it stands. */
export interface Numeral {
  /** A plain decimal: no separators, trailing zeros kept, no leading ones. */
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

const NUMERAL = /[-−﹣]?(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)/u;

/** What stands for a point between digits. */
const POINT = new RegExp(`(?<=\\d)[${Object.keys(confusables.points).join("")}](?=\\d)`, "gu");
/** A thousands separator and a point that were taken for each other (648.000.00, 684,200,00): by their distances they are told. */
const MIXED = /(?<![\d.,])\d{1,3}(?:[.,]\d{3})+[.,]\d{1,2}(?![\d.,])/gu;
const END = /[.,]\d{1,2}$/u;
/** Commas alone part figures of a list, too (120,150,90); none of those begins with a zero. */
const LISTED = /^[\d,]+,[1-9]\d?$/u;
const SPACED = /(?<![\d.,])[1-9]\d{0,2}(?: \d{3}){2,6}(?![\d ])/gu;

/**
 * A cell's figure as the parsers see it: half-width, separators and points in one form, no white space but between digits (`20 30` are two
 * figures, not 2030). Thin spaces group thousands, and plain ones where two groups or more prove it (`1 260 000.00`).
 */
export function foldFigure(text: string): string {
  return foldWidth(text.normalize("NFC").replace(/(?<=\d)[\u2009\u202f](?=\d{3}(?!\d))/gu, ","))
    .replace(SPACED, (figure) => figure.replace(/ /gu, ","))
    .replace(/[，﹐٬](?=\d{3}(?!\d))/gu, ",")
    .replace(POINT, ".")
    .replace(MIXED, (figure) => (LISTED.test(figure) ? figure : withPoint(figure)))
    .replace(/％|﹪/gu, "%")
    .replace(/(?<!\d)\s+|\s+(?!\d)/gu, "");
}

/** The first numeral in a folded text; undefined when there is none. */
export function findNumeral(folded: string, from = 0): Numeral | undefined {
  const match = NUMERAL.exec(folded.slice(from));
  const value = match && plain(match[0]);
  return value ? { value, start: from + match.index, end: from + match.index + match[0].length } : undefined;
}

function plain(printed: string): string | undefined {
  return plainDecimal(printed.replace(/^[−﹣]/u, "-"))?.replace(/^(-?)0+(?=\d)/u, "$1");
}

/** 648.000.00 as 648,000.00. */
function withPoint(figure: string): string {
  const at = figure.search(END);
  return `${figure.slice(0, at).replace(/[.]/gu, ",")}.${figure.slice(at + 1)}`;
}
