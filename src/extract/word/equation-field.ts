/** Signs set inside a box or circle, as Word's "enclose characters" writes them. */
const TICKS = /^[√✓✔vVＶ]$/u;
const CROSSES = /^[×✕✗xXＸ]$/u;
const BOXES = /^[□☐口◇]$/u;
const CIRCLES = /^[○◯〇Oo]$/u;

/**
 * What an EQ field shows, as a line of text: `\o\ac(□,√)` ☑, `\o\ac(○,3)` ③, `\f(1,2)` 1/2, `\r(2,x)` √x; other switches, their arguments one
 * after another. `instruction` is what follows the word EQ.
 */
export function equationText(instruction: string): string {
  return read(instruction.slice(0, 1024), 0);
}

function read(text: string, depth: number): string {
  if (depth > 20) return "";
  let out = "";
  let at = 0;
  while (at < text.length) {
    const command = /^\\([a-z])/i.exec(text.slice(at, at + 2))?.[1]?.toLowerCase();
    if (command === undefined) {
      out += text[at];
      at++;
      continue;
    }
    const open = openingAfter(text, at);
    if (open < 0) {
      at += 2;
      continue;
    }
    const { parts, end } = argumentsAt(text, open);
    const shown = parts.map((part) => read(part, depth + 1).trim());
    out +=
      command === "f" ? shown.join("/") : command === "o" ? overstruck(shown) : command === "r" ? `√${shown.at(-1) ?? ""}` : shown.join("");
    at = end;
  }
  return out.trim();
}

/** Where the parenthesis of a command opens, past its options (`\ac`, `\al`, `\up8`, `\lc\(`); -1 when it has none. */
function openingAfter(text: string, command: number): number {
  const options = /^\\[a-z](?:\s*\\[a-z]{1,2}\s*(?:\d+|\\.)?)*\s*/i.exec(text.slice(command, command + 80));
  const open = command + (options?.[0].length ?? 2);
  return text[open] === "(" ? open : -1;
}

/** Arguments between balanced parentheses, split at commas or semicolons of the outermost level. */
function argumentsAt(text: string, open: number): { parts: string[]; end: number } {
  const parts = [""];
  const append = (character: string) => {
    parts[parts.length - 1] = parts.at(-1)! + character;
  };
  let depth = 0;
  let at = open;
  for (; at < text.length; at++) {
    const character = text[at]!;
    if (character === "\\" && at + 1 < text.length && !/[a-z]/i.test(text[at + 1]!)) append(text[++at]!);
    else if (character === "(" && depth++ === 0) continue;
    else if (character === ")" && --depth === 0) break;
    else if (depth === 1 && /[,;，]/.test(character)) parts.push("");
    else append(character);
  }
  return { parts, end: at + 1 };
}

function overstruck(parts: readonly string[]): string {
  const [frame, ...rest] = parts;
  const inside = rest.join("");
  if (frame !== undefined && BOXES.test(frame)) return TICKS.test(inside) ? "☑" : CROSSES.test(inside) ? "☒" : inside || "☐";
  if (frame !== undefined && CIRCLES.test(frame)) {
    const number = /^\d{1,2}$/.test(inside) ? Number(inside) : 0;
    return number >= 1 && number <= 20 ? String.fromCodePoint(0x2460 + number - 1) : inside || "○";
  }
  return parts.join("");
}
