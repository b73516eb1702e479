import { Fault } from "../../core/fault.js";
import type { Limits } from "../../core/limits.js";
import { walkXml } from "../xml.js";
import { openZip } from "../zip.js";
import { drawingGroupPictures } from "./drawing-group.js";

/** Parts whose relationships lead to pictures: drawings on a sheet, and the pictures in cells of WPS. */
const RELATIONSHIPS = /^xl\/(?:drawings\/_rels\/drawing\d+|_rels\/cellimages)\.xml\.rels$/iu;
/** Metafiles are drawings, not scans. */
const PICTURE = /\.(?:png|jpe?g|tiff?|bmp|gif|webp)$/iu;

/** Where a workbook in the OpenDocument format keeps its pictures. */
const OPEN_DOCUMENT = /^Pictures\/[^/]+$/u;

/** The picture files of a workbook (OOXML in the order of its drawings, ODS, XLS); a broken one is empty, and loses no cells. */
export async function sheetPictures(bytes: Uint8Array, limits: Limits): Promise<Uint8Array[]> {
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf) return drawingGroupPictures(bytes, limits);
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return [];
  const zip = await openZip(bytes, limits);
  const parts = zip.names.filter((name) => RELATIONSHIPS.test(name)).sort((a, b) => a.length - b.length || (a < b ? -1 : 1));
  const names = new Set(zip.names.filter((name) => OPEN_DOCUMENT.test(name) && PICTURE.test(name)));
  for (const part of parts) {
    const base = part.toLowerCase().includes("cellimages") ? "xl/" : "xl/drawings/";
    for (const target of targetsIn(zip.read(part)!, limits)) if (PICTURE.test(target)) names.add(locate(base, target));
  }
  return [...names].slice(0, limits.pages).flatMap((name) => unlessCorrupt(() => zip.read(name), new Uint8Array()) ?? []);
}

function targetsIn(relationships: Uint8Array, limits: Limits): string[] {
  const targets: string[] = [];
  const walk = () =>
    walkXml(relationships, {}, limits, {
      open(name, { Target, TargetMode }) {
        if (name === "Relationship" && Target && TargetMode !== "External") targets.push(Target);
      },
      text() {},
      close() {},
    });
  unlessCorrupt(walk, undefined);
  return targets;
}

function unlessCorrupt<T>(read: () => T, otherwise: T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof Fault && error.code === "corrupt") return otherwise;
    throw error;
  }
}

/** A target is relative to the part that names it, or begins at the root with a slash (ECMA-376 part 2, 6.2). */
function locate(base: string, target: string): string {
  if (target.startsWith("/")) return target.slice(1);
  const segments = base.split("/").slice(0, -1);
  for (const segment of target.split("/")) {
    if (segment === "..") segments.pop();
    else if (segment !== ".") segments.push(segment);
  }
  return segments.join("/");
}
