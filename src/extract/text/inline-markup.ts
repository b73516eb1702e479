import { referredCharacter } from "../character-reference.js";
import { latexText } from "./latex.js";

/** Marks that a dump of a Word file leaves before headings. */
const BOOKMARK = /\[bookmark: ?[^\]\n]{0,200}\]/gu;
const COMMENT = /<!--[^\n]{0,300}?-->/gu;
const BREAKING = /<\/?(?:p|br|div|li|ul|ol|center|h[1-6]|tr|section)(?=[\s/>])[^<>\n]{0,300}>/giu;
const TAG =
  /<\/?(?:b|i|u|em|strong|span|font|small|big|mark|a|img|sup|sub|html|body|head|td|th|table|tbody|thead|o:p|code|kbd|label)(?=[\s/>])[^<>\n]{0,300}>/giu;
const TICK = /<input(?=[\s/>])([^<>\n]{0,300})>/giu;
const RAISED = /<sup>\s*(\d+)\s*<\/sup>/giu;
const ENTITY = /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,8}\d?));/giu;
const NAMED: { readonly [name: string]: string } = {
  nbsp: "\u00a0",
  ensp: " ",
  emsp: "\u3000",
  lt: "<",
  gt: ">",
  amp: "&",
  quot: '"',
  apos: "'",
  ge: "≥",
  le: "≤",
  ne: "≠",
  times: "×",
  divide: "÷",
  plusmn: "±",
  minus: "−",
  middot: "·",
  bull: "•",
  mdash: "—",
  ndash: "–",
  hellip: "…",
  ldquo: "“",
  rdquo: "”",
  lsquo: "‘",
  rsquo: "’",
  permil: "‰",
  radic: "√",
  sup2: "²",
  sup3: "³",
};
const SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";
const STRONG = /(\*\*|__)(?=\S)([^\n]{1,500}?\S|\S)\1/gu;

/**
 * A line as its reader sees it, where a vision model or a converter left markup in plain text: fragments of HTML (only its known tags: `<5%` is text),
 * tick boxes, entities, LaTeX signs, bold marks, Word's bookmarks. "\n" where the markup breaks the line.
 */
export function plainInline(text: string): string {
  let plain = text.replace(BOOKMARK, "");
  if (plain.includes("<")) {
    plain = plain
      .replace(COMMENT, "")
      .replace(TICK, (tag, attributes: string) => (/type\s*=\s*["']?(?:checkbox|radio)/iu.test(attributes) ? tick(attributes) : tag))
      .replace(RAISED, (_, digits: string) => digits.replace(/\d/gu, (digit) => SUPERSCRIPTS[Number(digit)]!))
      .replace(BREAKING, "\n")
      .replace(TAG, "");
  }
  if (plain.includes("&")) plain = plain.replace(ENTITY, decodeEntity);
  if (plain.includes("$") || plain.includes("\\")) plain = latexText(plain);
  if (plain.includes("**") || plain.includes("__"))
    plain = plain.replace(STRONG, (all, _, inner: string) => (/^[*_]+$/u.test(inner) ? all : inner));
  return plain;
}

function tick(attributes: string): string {
  return /(?:^|\s)checked(?=[\s=/]|$)/iu.test(attributes) ? "☑" : "☐";
}

function decodeEntity(entity: string, decimal?: string, hexadecimal?: string, name?: string): string {
  if (name !== undefined) return NAMED[name.toLowerCase()] ?? entity;
  return referredCharacter(decimal, hexadecimal) ?? entity;
}
