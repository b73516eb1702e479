import { isSymbolFont, symbolRun, symbolText } from "../word/symbol-font.js";
import type { Sprm } from "./sprm.js";
import type { StyleSheet } from "./style-sheet.js";

/** What a run's properties say that matters for its text. */
export interface CharacterLook {
  readonly hidden: boolean;
  readonly struck: boolean;
  readonly deleted: boolean;
  /** A picture character stands for the data of a form field. */
  readonly isData: boolean;
  /** Where the picture or the data stand in the data stream. */
  readonly location: number | undefined;
  /** The symbol that the character "(" stands for. */
  readonly symbol: string | undefined;
  readonly font: string | undefined;
}

const CODES = {
  deleted: 0x0800,
  location: 0x6a03,
  data: 0x0806,
  symbol: 0x6a09,
  hidden: 0x083c,
  struck: 0x0837,
  struckTwice: 0x2a53,
  style: 0x4a30,
  asciiFont: 0x4a4f,
  otherFont: 0x4a51,
} as const;

/** Reads the properties of a run in a paragraph of the given style. */
export function characterLook(
  sprms: readonly Sprm[],
  paragraphStyle: readonly Sprm[],
  styles: StyleSheet,
  fonts: readonly string[],
): CharacterLook {
  const last = (code: number, among = sprms): DataView | undefined => among.findLast((sprm) => sprm.code === code)?.operand;
  const styleIndex = last(CODES.style)?.getUint16(0, true);
  const characterStyle = styleIndex === undefined ? [] : (styles(styleIndex)?.character ?? []);
  const flag = (code: number) => (last(code)?.getUint8(0) ?? 0) !== 0;
  const isOn = (code: number) => toggled(code, sprms, toggled(code, characterStyle, toggled(code, paragraphStyle, false)));
  const font =
    last(CODES.asciiFont) ?? last(CODES.otherFont) ?? last(CODES.asciiFont, characterStyle) ?? last(CODES.asciiFont, paragraphStyle);
  const symbol = last(CODES.symbol);
  return {
    hidden: isOn(CODES.hidden),
    struck: isOn(CODES.struck) || isOn(CODES.struckTwice),
    deleted: flag(CODES.deleted),
    isData: flag(CODES.data),
    location: last(CODES.location)?.getUint32(0, true),
    symbol: symbol && symbolOf(fonts[symbol.getUint16(0, true)] ?? "", symbol.getUint16(2, true)),
    font: font && fonts[font.getUint16(0, true)],
  };
}

/** A toggle: 0 off, 1 on, 80 as the style has it, 81 the other way round ([MS-DOC] 2.9.331). */
function toggled(code: number, sprms: readonly Sprm[], styled: boolean): boolean {
  const operand = sprms.findLast((sprm) => sprm.code === code)?.operand.getUint8(0);
  if (operand === undefined || operand === 0x80) return styled;
  return operand === 0x81 ? !styled : operand !== 0;
}

function symbolOf(font: string, code: number): string {
  if (isSymbolFont(font)) return symbolText(font, code) ?? "\ufffd";
  return code >= 0xf000 && code <= 0xf0ff ? "\ufffd" : String.fromCharCode(code);
}

/** Letters typed in a picture font as the pictures that they show; Chinese text in the same run has a font of its own. */
export function inFont(text: string, font: string | undefined): string {
  return isSymbolFont(font) ? text.replace(/[!-\u00ff\uf000-\uf0ff]+/g, (piece) => symbolRun(font!, piece)) : text;
}
