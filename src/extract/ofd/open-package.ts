import { Fault } from "../../core/fault.js";
import type { Limits } from "../../core/limits.js";
import { walkXml } from "../xml.js";
import { openZip, type ZipArchive } from "../zip.js";
import { numbersOf } from "./numbers-of.js";

/** The parts of one document in an OFD file; names are those of the container. */
export interface OfdDocument {
  /** The page's box where a page has none of its own: x y width height, millimetres. */
  readonly box: readonly number[];
  readonly pages: readonly string[];
  /** Template pages by their ID. */
  readonly templates: ReadonlyMap<string, string>;
  readonly resources: readonly string[];
}

/** A4, for a file that says nothing. */
const A4 = [0, 0, 210, 297];
/** Where encrypted files keep their keys (GM/T 0099-2020). */
const ENCRYPTIONS = "Encryptions.xml";

/** Opens the container and finds its documents' parts. Faults: `corrupt`, `encrypted`, `too-large`. */
export async function openPackage(bytes: Uint8Array, limits: Limits): Promise<{ zip: ZipArchive; documents: OfdDocument[] }> {
  const zip = await openZip(bytes, limits);
  if (zip.has(ENCRYPTIONS)) throw new Fault("encrypted", "The OFD file is encrypted.");
  const roots = elementsOf(need(zip, "OFD.xml"), limits).filter(({ name }) => name === "DocRoot");
  const documents = [...new Set(roots.map(({ text }) => locate("OFD.xml", text)))].map((root) => openDocument(zip, root, limits));
  if (documents.length === 0) throw new Fault("corrupt", "The OFD file names no document.");
  const pages = documents.reduce((sum, document) => sum + document.pages.length, 0);
  if (pages > limits.pages) throw new Fault("too-large", `The OFD has ${pages} pages; the limit (pages) is ${limits.pages}.`);
  return { zip, documents };
}

function openDocument(zip: ZipArchive, root: string, limits: Limits): OfdDocument {
  const elements = elementsOf(need(zip, root), limits);
  const box = numbersOf(elements.find(({ name }) => name === "PhysicalBox")?.text);
  return {
    box: box.length === 4 ? box : A4,
    pages: elements.filter(({ name }) => name === "Page").map(({ base }) => locate(root, base)),
    templates: new Map(elements.filter(({ name }) => name === "TemplatePage").map(({ id, base }) => [id, locate(root, base)])),
    resources: elements.filter(({ name }) => name === "PublicRes" || name === "DocumentRes").map(({ text }) => locate(root, text)),
  };
}

interface Element {
  readonly name: string;
  readonly id: string;
  readonly base: string;
  text: string;
}

const WANTED = new Set(["DocRoot", "PhysicalBox", "Page", "TemplatePage", "PublicRes", "DocumentRes"]);

function elementsOf(bytes: Uint8Array, limits: Limits): Element[] {
  const elements: Element[] = [];
  let open: Element | undefined;
  walkXml(bytes, {}, limits, {
    open(name, attributes) {
      if (!WANTED.has(name)) return;
      open = { name, id: attributes.ID ?? "", base: attributes.BaseLoc ?? "", text: "" };
      elements.push(open);
    },
    text(text) {
      if (open) open.text += text;
    },
    close() {
      open = undefined;
    },
  });
  return elements;
}

/** A location is relative to the part that names it, or begins at the root with a slash (GB/T 33190-2016, 7.3, ST_Loc). */
export function locate(from: string, location: string): string {
  const name = location.trim().replaceAll("\\", "/");
  return name.startsWith("/") ? name.slice(1) : from.slice(0, from.lastIndexOf("/") + 1) + name;
}

function need(zip: ZipArchive, name: string): Uint8Array {
  const bytes = zip.read(name);
  if (!bytes) throw new Fault("corrupt", `The OFD file lacks its part "${name}".`);
  return bytes;
}
