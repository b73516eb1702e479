import type { Limits } from "../../core/limits.js";
import type { ListLevel, ListUse } from "../word/list-counter.js";
import { bulletText } from "../word/symbol-font.js";
import { attribute, child, type Element, eachChild, integer, isOn, toggle, value } from "./element.js";
import { type ListReference, readLook, type Styles } from "./styles.js";

interface AbstractList {
  readonly levels: readonly (ListLevel | undefined)[];
  /** The paragraph style that each level belongs to. */
  readonly styles: readonly (string | undefined)[];
  /** The list's levels are those of this numbering style's list. */
  readonly styleLink?: string;
}

/** The lists of a document. */
export interface Numbering {
  /** The list use and level of a paragraph with this reference and style; undefined where it has none (`numId` 0 takes numbering away). */
  find(reference: ListReference | undefined, styleId: string | undefined): { use: ListUse; level: number } | undefined;
}

/** Reads `numbering.xml`; no lists when the part is missing. */
export function readNumbering(bytes: Uint8Array | undefined, styles: Styles, limits: Limits): Numbering {
  const abstracts = new Map<string, AbstractList>();
  const numbers = new Map<string, Element>();
  if (bytes)
    eachChild(bytes, "w:numbering", limits, (each) => {
      if (each.name === "w:abstractNum") abstracts.set(attribute(each, "abstractNumId") ?? "", readAbstract(each));
      if (each.name === "w:num") numbers.set(attribute(each, "numId") ?? "", each);
    });
  const uses = new Map<string, (ListUse & { styles: AbstractList["styles"] }) | undefined>();
  const useOf = (id: string) => {
    if (!uses.has(id)) uses.set(id, readUse(id, numbers, abstracts, styles));
    return uses.get(id);
  };
  return {
    find(reference, styleId) {
      const styled = styles.resolve(styleId)?.list;
      const id = reference?.use ?? styled?.use;
      const use = id === undefined || id === "0" ? undefined : useOf(id);
      if (!use) return undefined;
      const linked = reference?.use === undefined && styleId !== undefined ? use.styles.indexOf(styleId) : -1;
      const level = reference?.level ?? (linked >= 0 ? linked : (styled?.level ?? 0));
      return level >= 0 && level < use.levels.length ? { use, level } : undefined;
    },
  };
}

function readAbstract(list: Element): AbstractList {
  const levels: (ListLevel | undefined)[] = new Array(9);
  const linked: (string | undefined)[] = new Array(9);
  for (const each of list.children) {
    const index = integer(attribute(each, "ilvl"));
    if (each.name !== "w:lvl" || index === undefined || index < 0 || index > 8) continue;
    levels[index] = readLevel(each);
    linked[index] = value(child(each, "w:pStyle"));
  }
  return { levels, styles: linked, styleLink: value(child(list, "w:numStyleLink")) };
}

function readUse(id: string, numbers: ReadonlyMap<string, Element>, abstracts: ReadonlyMap<string, AbstractList>, styles: Styles) {
  const number = numbers.get(id);
  const list = value(child(number, "w:abstractNumId"));
  const abstract = list === undefined ? undefined : abstracts.get(list);
  if (!number || list === undefined || !abstract) return undefined;
  const linked = abstract.styleLink === undefined ? undefined : styles.resolve(abstract.styleLink)?.list?.use;
  const source = linked === undefined || linked === id ? undefined : value(child(numbers.get(linked), "w:abstractNumId"));
  const { levels, styles: levelStyles } = (source === undefined ? undefined : abstracts.get(source)) ?? abstract;
  const own = [...levels];
  const startOverrides: { [level: number]: number } = {};
  for (const override of number.children) {
    const level = integer(attribute(override, "ilvl"));
    if (override.name !== "w:lvlOverride" || level === undefined || level < 0 || level > 8) continue;
    const replaced = child(override, "w:lvl");
    if (replaced) own[level] = readLevel(replaced);
    const start = integer(value(child(override, "w:startOverride")));
    if (start !== undefined) startOverrides[level] = start;
  }
  return { id, list: source ?? list, levels: own, styles: levelStyles, startOverrides };
}

function readLevel(level: Element): ListLevel {
  const format = readFormat(level);
  const { symbols: font, hidden } = readLook(child(level, "w:rPr"));
  const pattern = child(level, "w:lvlText");
  const text = isOn(attribute(pattern, "null")) ? "" : (value(pattern) ?? "");
  const bullet = child(level, "w:lvlPicBulletId") ? "•" : bulletText(font, text);
  const suffix = value(child(level, "w:suff"));
  return {
    start: integer(value(child(level, "w:start"))) ?? 0,
    format,
    text: format === "bullet" ? bullet : text,
    suffix: suffix === "nothing" || suffix === "space" ? suffix : "tab",
    restartAfter: integer(value(child(level, "w:lvlRestart"))),
    legal: toggle(child(level, "w:isLgl")),
    hidden,
  };
}

/** A custom format ("001, 002, …") stands beside a plain one for older readers; its zeros are all that the plain one lacks. */
function readFormat(level: Element): string {
  const alternate = child(level, "mc:AlternateContent");
  const custom = attribute(child(child(alternate, "mc:Choice"), "w:numFmt"), "format");
  const plain = child(level, "w:numFmt") ?? child(child(alternate, "mc:Fallback"), "w:numFmt");
  if (custom !== undefined && /^0+1\b/.test(custom)) return `decimalZero${custom.indexOf("1") + 1}`;
  return value(plain) ?? "decimal";
}
