import { Fault } from "../../core/fault.js";
import type { Limits } from "../../core/limits.js";
import { declaredCharset } from "../html/declared-charset.js";
import type { Sniffed } from "../sniff.js";
import { decodeText } from "../text/decode-text.js";

/** How far the signs of a markup are looked for. */
const SEARCHED = 8192;
/** An HTML page's own elements; before them only prolog, comments and what a server printed. */
const PAGE = /<(?:!doctype\s+html|html|head|body|meta|frameset)[\s>]/iu;
/** Words of the author's before <html> or <body>: vision models wrap each table of a text so. */
const WORDS_BEFORE = /^[^<]*\p{Script=Han}[^<]*<(?:html|body)[\s>]/iu;
/** A document that begins with one of these may be a page that was cut out of one. */
const FRAGMENT = /^<(?:table|div|p|h[1-6]|center|section|article|main|ul|ol|title|style|script|form)[\s>]/iu;
const HEADING = /^ {0,3}#{1,6}[ \t]+\S/mu;
const TABLE_RULE = /^ {0,3}\|?[ \t]*:?-{2,}:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)+\|?[ \t]*$/mu;

/** The kind of a text by what it begins with. Undefined where the bytes are no text. Faults: `unsupported-type` (XML of other kinds), `too-large` (nesting). */
export async function textKind(bytes: Uint8Array, limits: Limits): Promise<Sniffed | undefined> {
  const decoded = decodeText(bytes, declaredCharset(bytes));
  if (!decoded) return undefined;
  const { text } = decoded;
  if (isMultipart(text)) return { kind: "mhtml", mediaType: "multipart/related" };
  const start = afterProlog(text);
  const head = text.slice(start, start + SEARCHED);
  const isPage = PAGE.test(head.slice(0, 1024)) && !WORDS_BEFORE.test(head);
  if (isPage || (head.startsWith("<") && PAGE.test(head))) return { kind: "html", mediaType: "text/html" };
  if (/^\s*<\?xml/iu.test(text.slice(0, 200))) return xmlKind(text.slice(0, SEARCHED));
  if (HEADING.test(text) || TABLE_RULE.test(text)) return { kind: "markdown", mediaType: "text/markdown" };
  if (FRAGMENT.test(head) && !(await hasBareLines(text.slice(start), limits))) return { kind: "html", mediaType: "text/html" };
  return { kind: "text", mediaType: "text/plain" };
}

/** A single-file web page, as Word and browsers save it, and mails: MIME with a page inside. */
function isMultipart(text: string): boolean {
  const head = text.slice(0, SEARCHED);
  return /^MIME-Version:/imu.test(head) && /^Content-Type:\s*(?:multipart\/|text\/html)/imu.test(head);
}

/** Where the text begins behind its byte order mark, blanks, XML prolog and comments. */
function afterProlog(text: string): number {
  let at = 0;
  for (;;) {
    while (at < text.length && /[\s\ufeff]/u.test(text[at]!)) at++;
    const end = text.startsWith("<!--", at) ? text.indexOf("-->", at) : text.startsWith("<?xml", at) ? text.indexOf("?>", at) : -1;
    if (end === -1) return at;
    at = end + (text[end] === "-" ? 3 : 2);
  }
}

function xmlKind(head: string): Sniffed {
  if (/urn:schemas-microsoft-com:office:spreadsheet/u.test(head)) return { kind: "sheet", mediaType: "application/vnd.ms-excel" };
  // A Word document as one XML file: the package of today, and what report systems fill in from templates of Word 2003.
  if (/schemas\.microsoft\.com\/office\/(?:2006\/xmlPackage|word\/2003\/wordml)/u.test(head))
    return { kind: "word-xml", mediaType: "application/xml" };
  throw new Fault("unsupported-type", "The file is XML of a kind that ziping does not read.");
}

/** Whether lines stand outside of every element: a text with fragments of HTML in it, whose line breaks count. */
async function hasBareLines(text: string, limits: Limits): Promise<boolean> {
  // Loaded for texts that begin so: office files and PDFs, whose readers need no parser of markup, go through here, too.
  const { parseMarkup } = await import("../html/parse-markup.js");
  return parseMarkup(text, { limits }).root.children.some((node) => node.type === "text" && node.text.trim().length > 1);
}
