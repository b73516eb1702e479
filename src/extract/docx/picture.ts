import { isLargePicture } from "../word/large-picture.js";
import type { Element } from "./element.js";

const EMU_PER_POINT = 12_700;
const POINTS: { readonly [unit: string]: number } = { pt: 1, in: 72, cm: 72 / 2.54, mm: 72 / 25.4, px: 0.75, "": 0.75 };

/** Whether a drawing (`wp:inline`, `wp:anchor`) or a VML shape is a picture so large that it may hold text. */
export function holdsLargePicture(element: Element): boolean {
  if (element.name === "wp:inline" || element.name === "wp:anchor") {
    const extent = element.children.find((each) => each.name === "wp:extent")?.attributes;
    return isLargePicture(Number(extent?.cx) / EMU_PER_POINT, Number(extent?.cy) / EMU_PER_POINT) && holds(element, "pic:pic", 0);
  }
  return (
    element.children.some((each) => each.name === "v:imagedata") && isLargePicture(length(element, "width"), length(element, "height"))
  );
}

/** The relationship of the file that a picture shows; undefined where it is linked from elsewhere. */
export function pictureRelationship(element: Element, depth = 0): string | undefined {
  const own = element.attributes["r:embed"] ?? (element.name === "v:imagedata" ? element.attributes["r:id"] : undefined);
  if (own !== undefined || depth > 8) return own;
  for (const each of element.children) {
    const found = pictureRelationship(each, depth + 1);
    if (found !== undefined) return found;
  }
  return undefined;
}

function length(shape: Element, side: string): number {
  const match = new RegExp(`(?:^|;)\\s*${side}:\\s*([\\d.]{1,12})([a-z]{0,2})`).exec(shape.attributes.style?.slice(0, 1000) ?? "");
  return match ? Number(match[1]) * (POINTS[match[2]!] ?? 0) : 0;
}

function holds(element: Element, name: string, depth: number): boolean {
  return element.name === name || (depth < 8 && element.children.some((each) => holds(each, name, depth + 1)));
}
