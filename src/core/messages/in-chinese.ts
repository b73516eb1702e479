import { MESSAGES } from "./messages.js";

interface Template {
  /** What stands before, between and behind what is filled in. */
  readonly parts: readonly string[];
  readonly chinese: string;
}

/** Those that say most first: what is filled in of another may look like them. */
const TEMPLATES: readonly Template[] = Object.entries(MESSAGES)
  .filter(([english]) => english.includes("{}"))
  .sort(([a], [b]) => b.length - a.length)
  .map(([english, chinese]) => ({ parts: english.split("{}"), chinese }));

const WHOLE: ReadonlyMap<string, string> = new Map(Object.entries(MESSAGES));
/** Between messages where several stand together. */
const BETWEEN = "; ";
/** Messages within messages within messages: no more are made. */
const DEEPEST = 4;

/** A message of a record or a fault in Chinese, with what is filled in; as it is where it is not known, as one of another version. */
export function inChinese(message: string): string {
  return known(message, 0) ?? message;
}

function known(message: string, depth: number): string | undefined {
  const whole = WHOLE.get(message);
  if (whole !== undefined || depth > DEEPEST) return whole;
  for (const { parts, chinese } of TEMPLATES) {
    const filled = betweenParts(message, parts);
    if (filled)
      return chinese.replace(/\{(\d)(\+1)?\}/gu, (_, number: string, more?: string) => {
        const text = filled[Number(number) - 1]!;
        if (more !== undefined) return fromOne(text);
        return isQuoted(parts, Number(number) - 1) ? text : filledIn(text, depth + 1);
      });
  }
  return undefined;
}

/** Whether what is filled in there stands in quotation marks: a document's own words, which may be those of a message. */
function isQuoted(parts: readonly string[], at: number): boolean {
  return parts[at]!.endsWith('"') && parts[at + 1]!.startsWith('"');
}

/** A number that records count from 0, as readers count. */
function fromOne(text: string): string {
  return /^\d+$/u.test(text) ? String(Number(text) + 1) : text;
}

/** What is filled in is a message, or several, or a document's words, which stay as they are. */
function filledIn(text: string, depth: number): string {
  const parts = text.split(BETWEEN).map((part) => known(part, depth));
  return parts.every((part) => part !== undefined) ? parts.join("；") : text;
}

/** What stands between the parts of a template, each part where it comes first; undefined where the message has not all of them. */
function betweenParts(message: string, parts: readonly string[]): string[] | undefined {
  const [first, last] = [parts[0]!, parts.at(-1)!];
  const end = message.length - last.length;
  if (!message.startsWith(first) || !message.endsWith(last)) return undefined;
  const filled: string[] = [];
  let from = first.length;
  for (const part of parts.slice(1, -1)) {
    const at = message.indexOf(part, from);
    if (at < 0) return undefined;
    filled.push(message.slice(from, at));
    from = at + part.length;
  }
  return from <= end ? [...filled, message.slice(from, end)] : undefined;
}
