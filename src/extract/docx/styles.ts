import type { Limits } from "../../core/limits.js";
import { isSymbolFont } from "../word/symbol-font.js";
import { attribute, child, type Element, eachChild, integer, isOn, toggle, value } from "./element.js";

/** What a run's or paragraph's properties say that matters for its text. */
export interface RunLook {
  readonly hidden?: boolean;
  readonly struck?: boolean;
  /** For characters below U+0080, and for the others of the Latin range and the symbol area. */
  readonly ascii?: string;
  readonly highAnsi?: string;
  /** The picture font among the run's fonts, whichever characters it is for. */
  readonly symbols?: string;
}

export interface Style extends RunLook {
  readonly name: string;
  readonly basedOn?: string;
  readonly outlineLevel?: number;
  readonly list?: ListReference;
}

/** `w:numPr`: which list use, at which level. */
export interface ListReference {
  readonly use?: string;
  readonly level?: number;
}

/** The styles of a document, inheritance resolved. */
export interface Styles {
  /** Undefined for a paragraph without a style when the document names no default. */
  readonly defaultParagraph?: string;
  resolve(id: string | undefined): Style | undefined;
}

/** Reads `styles.xml`; no styles when the part is missing. */
export function readStyles(bytes: Uint8Array | undefined, limits: Limits): Styles {
  const own = new Map<string, Style>();
  let defaultParagraph: string | undefined;
  const read = (style: Element) => {
    const id = attribute(style, "styleId");
    if (style.name !== "w:style" || id === undefined) return;
    if (attribute(style, "type") === "paragraph" && isOn(attribute(style, "default"))) defaultParagraph ??= id;
    const paragraph = child(style, "w:pPr");
    own.set(id, {
      name: value(child(style, "w:name")) ?? "",
      basedOn: value(child(style, "w:basedOn")),
      outlineLevel: integer(value(child(paragraph, "w:outlineLvl"))),
      list: readListReference(paragraph),
      ...readLook(child(style, "w:rPr")),
    });
  };
  if (bytes) eachChild(bytes, "w:styles", limits, read);
  const resolved = new Map<string, Style | undefined>();
  const resolve = (id: string | undefined, below: ReadonlySet<string> = new Set()): Style | undefined => {
    if (id === undefined || below.has(id) || below.size > 100) return undefined;
    if (resolved.has(id)) return resolved.get(id);
    const style = own.get(id);
    const base = style && resolve(style.basedOn, new Set([...below, id]));
    const whole = style && {
      ...style,
      outlineLevel: style.outlineLevel ?? headingOf(style.name) ?? base?.outlineLevel,
      list: style.list || base?.list ? { ...base?.list, ...style.list } : undefined,
      hidden: style.hidden ?? base?.hidden,
      struck: style.struck ?? base?.struck,
      ascii: style.ascii ?? base?.ascii,
      highAnsi: style.highAnsi ?? base?.highAnsi,
      symbols: style.symbols ?? base?.symbols,
    };
    resolved.set(id, whole);
    return whole;
  };
  return { defaultParagraph, resolve: (id) => resolve(id) };
}

/** The outline level (from 0) of Word's own headings, whose name is the same in every language version; "Title" heads the whole. */
function headingOf(name: string): number | undefined {
  const level = /^(?:heading|标题) ?([1-9])$/i.exec(name)?.[1];
  return level ? Number(level) - 1 : /^title$/i.test(name) ? 0 : undefined;
}

/** The list that the properties of a paragraph or a style (`w:pPr`) name; what they leave open is left out. */
export function readListReference(properties: Element | undefined): ListReference | undefined {
  const numbering = child(properties, "w:numPr");
  if (!numbering) return undefined;
  const use = value(child(numbering, "w:numId"));
  const level = integer(value(child(numbering, "w:ilvl")));
  return { ...(use === undefined ? {} : { use }), ...(level === undefined ? {} : { level }) };
}

/** How text looks by one set of properties (`w:rPr`); undefined where they say nothing. */
export function readLook(properties: Element | undefined): RunLook {
  const fonts = child(properties, "w:rFonts");
  const [ascii, highAnsi, ...others] = ["ascii", "hAnsi", "eastAsia", "cs"].map((slot) => attribute(fonts, slot));
  const all = [ascii, highAnsi ?? attribute(fonts, "h-ansi"), ...others];
  return {
    hidden: toggle(child(properties, "w:vanish")),
    struck: struckBy(properties),
    ascii,
    highAnsi: all[1],
    symbols: all.find(isSymbolFont),
  };
}

/** Struck out by one line or by two; undefined where nothing is said of either. */
function struckBy(properties: Element | undefined): boolean | undefined {
  const lines = ["w:strike", "w:dstrike"].map((name) => toggle(child(properties, name)));
  return lines.includes(true) || lines.find((line) => line !== undefined);
}
