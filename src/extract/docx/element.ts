import type { Limits } from "../../core/limits.js";
import { type Namespaces, walkXml, type XmlAttributes, type XmlName } from "../xml.js";

/** An element of a part, with what reading needs of it: pure formatting is left out. */
export interface Element {
  readonly name: XmlName;
  readonly attributes: XmlAttributes;
  readonly children: readonly Element[];
  /** Only of elements that hold text: w:t, w:instrText, m:t. */
  readonly text: string;
}

/** Transitional, strict and Word 2003 namespaces share their prefixes: the vocabulary is one. */
const NAMESPACES: Namespaces = {
  "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "w",
  "http://purl.oclc.org/ooxml/wordprocessingml/main": "w",
  "http://schemas.microsoft.com/office/word/2003/wordml": "w",
  "http://schemas.openxmlformats.org/officeDocument/2006/relationships": "r",
  "http://purl.oclc.org/ooxml/officeDocument/relationships": "r",
  "http://schemas.openxmlformats.org/package/2006/relationships": "rel",
  "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc",
  "http://schemas.microsoft.com/office/word/2010/wordml": "w14",
  "http://schemas.openxmlformats.org/officeDocument/2006/math": "m",
  "http://purl.oclc.org/ooxml/officeDocument/math": "m",
  "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing": "wp",
  "http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing": "wp",
  "http://schemas.openxmlformats.org/drawingml/2006/picture": "pic",
  "http://purl.oclc.org/ooxml/drawingml/picture": "pic",
  "urn:schemas-microsoft-com:vml": "v",
  "urn:schemas-microsoft-com:office:office": "o",
  "http://schemas.microsoft.com/office/word/2003/auxHint": "wx",
  "http://schemas.microsoft.com/aml/2001/core": "aml",
};

/** Formatting and former states (`…Change`): the bulk of a part, and nothing of what it says. */
const LEFT_OUT = new Set(
  [
    "rPrChange pPrChange tblPrChange tblPrExChange tcPrChange trPrChange sectPrChange tblGridChange numberingChange sectPr tblPr tblPrEx",
    "jc spacing ind sz szCs color highlight lang kern w position b bCs i iCs u em shd bdr effect fitText snapToGrid vertAlign",
    "tcBorders tcMar vAlign textDirection noWrap tcFitText trHeight tblHeader cantSplit tblCellSpacing cnfStyle",
    "pBdr tabs keepNext keepLines widowControl suppressLineNumbers wordWrap overflowPunct autoSpaceDE autoSpaceDN contextualSpacing framePr",
    "bookmarkStart bookmarkEnd proofErr permStart permEnd commentRangeStart commentRangeEnd lastRenderedPageBreak sdtEndPr",
  ]
    .join(" ")
    .split(" ")
    .map((local) => `w:${local}`),
);
/** Their inside says nothing; that they are there, does. */
const LEAVES = new Set(["v:imagedata", "o:OLEObject"]);
const HOLDS_TEXT = new Set(["w:t", "w:instrText", "m:t"]);
/** Elements so many that their attributes (revision marks) would weigh. */
const BARE = new Set(["w:p", "w:r", "w:tr", "w:tc"]);
const NONE: XmlAttributes = {};
const CHILDLESS: readonly Element[] = [];

interface Building {
  name: XmlName;
  attributes: XmlAttributes;
  children: readonly Element[];
  text: string;
}

/**
 * Hands each child of the elements named `parent` to `visit`, and lets go of it: a part is never held whole. Returns whether such a parent
 * was met. Faults: those of {@link walkXml}.
 */
export function eachChild(bytes: Uint8Array, parent: XmlName, limits: Limits, visit: (child: Element) => void): boolean {
  const open: Building[] = [];
  let met = false;
  let inside = false;
  /** How deep we are below an element that is left out. */
  let ignored = 0;
  walkXml(bytes, NAMESPACES, limits, {
    open(name, attributes) {
      if (!inside) {
        if (name === parent) met = inside = true;
        return;
      }
      const above = open.at(-1);
      if (ignored > 0 || LEFT_OUT.has(name) || (above && LEAVES.has(above.name))) ignored++;
      else open.push({ name, attributes: BARE.has(name) ? NONE : attributes, children: CHILDLESS, text: "" });
    },
    text(text) {
      const above = open.at(-1);
      if (above && ignored === 0 && HOLDS_TEXT.has(above.name)) above.text += text;
    },
    close() {
      if (ignored > 0) {
        ignored--;
        return;
      }
      const done = open.pop();
      const above = open.at(-1);
      if (!done) inside = false;
      else if (!above) visit(done);
      else if (above.children === CHILDLESS) above.children = [done];
      else (above.children as Element[]).push(done);
    },
  });
  return met;
}

/** The first child of that name. */
export function child(element: Element | undefined, name: XmlName): Element | undefined {
  return element?.children.find((each) => each.name === name);
}

/** The attribute `local` of the vocabulary, also where a generator forgot the prefix. */
export function attribute(element: Element | undefined, local: string): string | undefined {
  return element?.attributes[`w:${local}`] ?? element?.attributes[local];
}

/** The element's `val`, in which most properties stand. */
export function value(element: Element | undefined): string | undefined {
  return attribute(element, "val");
}

/** A whole number, undefined where there is none. */
export function integer(text: string | undefined): number | undefined {
  return text !== undefined && /^\s*-?\d{1,9}(\.\d*)?\s*$/.test(text) ? Math.trunc(Number(text)) : undefined;
}

/** An attribute that says yes. */
export function isOn(text: string | undefined): boolean {
  return /^(1|true|on)$/i.test(text ?? "");
}

/** An on/off property: there without a value means on. Undefined where it is not there. */
export function toggle(element: Element | undefined): boolean | undefined {
  return element && !/^(0|false|off)$/i.test(value(element) ?? "");
}
