import type { FormField } from "../word/fields.js";
import { isSymbolFont, symbolRun, symbolText } from "../word/symbol-font.js";
import { attribute, child, type Element, integer, toggle, value } from "./element.js";
import type { RunLook } from "./styles.js";

/** The text that an element of a run stands for; undefined when it is no text. Line, page and column breaks as in FlowParagraph. */
export function runText(element: Element, look: RunLook): string | undefined {
  switch (element.name) {
    case "w:t":
      // A line end inside is the generator's layout, as a space: breaks have elements of their own.
      return inFonts(element.text.replace(/[\t\r\n]+/g, " "), look);
    case "w:tab":
    case "w:ptab":
      return "\t";
    case "w:br":
      return /^(page|column)$/.test(attribute(element, "type") ?? "") ? "\f" : "\n";
    case "w:cr":
      return "\n";
    case "w:noBreakHyphen":
      return "-";
    case "w:softHyphen":
      return "";
    case "w:sym":
      return symbol(attribute(element, "font") ?? "", attribute(element, "char") ?? "");
    default:
      return undefined;
  }
}

/** Latin letters typed in a picture font are pictures; Chinese text in the same run has a font of its own. */
function inFonts(text: string, { ascii, highAnsi = ascii, symbols }: RunLook): string {
  if (symbols === undefined) return text;
  return text.replace(/[ -~]+|[\u0080-\u00ff]+|[\uf000-\uf0ff]+/g, (piece) => {
    const code = piece.charCodeAt(0);
    const font = code < 0x80 ? ascii : code < 0x100 ? highAnsi : symbols;
    return font === undefined ? piece : symbolRun(font, piece);
  });
}

/** A code of the private area says nothing without its font: it shows as unreadable rather than as nothing. */
function symbol(font: string, hex: string): string {
  if (!/^[0-9a-f]{1,6}$/i.test(hex)) return "";
  const code = Number.parseInt(hex, 16);
  if (isSymbolFont(font)) return symbolText(font, code) ?? "\ufffd";
  const isCharacter = code >= 0x20 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xf8ff);
  return isCharacter ? String.fromCodePoint(code) : "\ufffd";
}

/** The state of a legacy form field. */
export function formField(data: Element | undefined): FormField | undefined {
  const box = child(data, "w:checkBox");
  if (box) return { kind: "checkbox", checked: toggle(child(box, "w:checked")) ?? toggle(child(box, "w:default")) ?? false };
  const list = child(data, "w:ddList");
  if (!list) return undefined;
  const entries = list.children.filter((each) => each.name === "w:listEntry");
  const index = integer(value(child(list, "w:result"))) ?? integer(value(child(list, "w:default"))) ?? 0;
  return { kind: "dropdown", chosen: value(entries[index]) ?? "" };
}
