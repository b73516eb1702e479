import { bulletText } from "../word/symbol-font.js";
import { attribute, child, type Element, toggle, value } from "./element.js";

/** A paragraph mark that was deleted, moved away or hidden does not end its paragraph. */
export function markIsGone(properties: Element | undefined): boolean {
  const mark = child(properties, "w:rPr");
  return child(mark, "w:del") !== undefined || child(mark, "w:moveFrom") !== undefined || toggle(child(mark, "w:vanish")) === true;
}

/** A deletion as Word 2003 wrote it. */
export function isDeletion(element: Element): boolean {
  return element.name === "aml:annotation" && attribute(element, "type") === "Word.Deletion";
}

/** The label that Word 2003 stored beside a numbered paragraph. */
export function storedLabel(properties: Element | undefined): string | undefined {
  const label = child(child(properties, "w:listPr"), "wx:t")?.attributes["wx:val"];
  return label ? `${bulletText(undefined, label)} ` : undefined;
}

/** Whether a content control holds a table of contents. */
export function isContents(control: Element): boolean {
  const gallery = child(child(child(control, "w:sdtPr"), "w:docPartObj"), "w:docPartGallery");
  return value(gallery) === "Table of Contents";
}
