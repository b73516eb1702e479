import { plainInline } from "../text/inline-markup.js";

const HEADING = /^ {0,3}(#{1,6})[ \t]+(.*?)(?:[ \t]+#+)?[ \t]*$/u;
const FENCE = /^ {0,3}(?:`{3,}|~{3,})[ \t]*[\w-]*[ \t]*$/u;
const RULE = /^ {0,3}(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,}|={3,})$/u;
/** Not of a line that is a quantity and nothing else: >=115套, > 95%. */
const QUOTE = /^ {0,3}>(?![ \t]?(?:=|\d[\d.,]*[%％‰]?\p{Script=Han}{0,4}\s*$))[ \t]?/u;
const BULLET = /^(\s*)[-*+][ \t]+(?:\[([ xX])\][ \t]+)?/u;
const IMAGE = /!\[[^\]\n]{0,200}\]\([^()\n]{0,500}\)/gu;
const LINK = /\[([^\][\n]{1,200})\]\((?:[^()\s]{1,500})(?:[ \t]+"[^"\n]{0,200}")?\)/gu;
const CODE = /`([^`\n]{1,200})`/gu;
/** A star that opens or closes beside a letter, digit or ideograph is a multiplication sign (权重*B/A) or a footnote. */
const EMPHASIS = /(?<![\p{L}\p{N}*\\])\*(?![\s*])([^*\n]{1,200})(?<![\s\\])\*(?![\p{L}\p{N}*])/gu;
const ESCAPE = /\\([\\`*_{}[\]()#+\-.!|~<>=$"'^])/gu;

/**
 * A line of Markdown as its reader sees it; undefined for fences and rules. Written for reports, where CommonMark would lose what matters: a number
 * before a heading or item is text (so list markers with numbers stay), `*` and `~` stand for "times" and "to" far more often than for emphasis, and
 * every line of a sloppy converter may be a paragraph.
 */
export function markdownLine(line: string): { text: string; heading?: number; bullet?: true } | undefined {
  if (FENCE.test(line) || RULE.test(line)) return undefined;
  const heading = HEADING.exec(line);
  if (heading) return { text: markdownInline(heading[2]!), heading: heading[1]!.length };
  const unquoted = line.replace(QUOTE, "");
  const text = unquoted.replace(BULLET, (_, indent: string, tick?: string) =>
    tick === undefined ? indent : tick === " " ? `${indent}☐ ` : `${indent}☑ `,
  );
  return { text: markdownInline(text), ...(text === unquoted ? {} : { bullet: true as const }) };
}

/** A piece of Markdown without its marks of emphasis, links and escapes. */
export function markdownInline(text: string): string {
  return plainInline(text.replace(IMAGE, "").replace(LINK, "$1").replace(CODE, "$1")).replace(EMPHASIS, "$1").replace(ESCAPE, "$1");
}
