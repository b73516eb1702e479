import type { Extracted } from "../../core/extracted.js";
import { Fault } from "../../core/fault.js";
import { LIMITS, type Limits } from "../../core/limits.js";
import type { Warning } from "../../core/record.js";
import type { Matrix } from "../pdf/matrix.js";
import { placeInk } from "../pdf/place-ink.js";
import { judgeText } from "../pdf/trust-text.js";
import { layOut } from "../tables/lay-out.js";
import type { PlacedPage } from "../tables/placed.js";
import type { ZipArchive } from "../zip.js";
import { type DrawSources, drawUnits } from "./draw-units.js";
import type { OfdPart } from "./graphic-units.js";
import { type OfdDocument, openPackage } from "./open-package.js";
import { readPart } from "./read-part.js";

const POINTS_PER_MILLIMETRE = 72 / 25.4;

/**
 * Reads an OFD (GB/T 33190-2016): where its glyphs and lines stand, then the table finder that PDF uses. Faults: `corrupt`, `encrypted`,
 * `too-large`. A page that cannot be read, or is only a picture, is the warning `page-unreadable`.
 */
export function readOfd(bytes: Uint8Array, limits: Limits = LIMITS): Extracted {
  const { zip, documents } = openPackage(bytes, limits);
  const pages: PlacedPage[] = [];
  const warnings: Warning[] = [];
  for (const document of documents) {
    const reader = new PageReader(zip, document, limits);
    for (const part of document.pages) {
      const number = pages.length + 1;
      const { page, warning } = reader.read(part, number);
      pages.push(page);
      if (warning) warnings.push({ code: "page-unreadable", message: `Page ${number}: ${warning}.`, page: number });
    }
  }
  return {
    mediaType: "application/ofd",
    pages: pages.map(({ number, width, height, rotation, textLayer }) => ({ number, width, height, rotation, textLayer })),
    blocks: layOut(pages),
    flow: "flowed",
    warnings,
  };
}

class PageReader {
  readonly #zip: ZipArchive;
  readonly #document: OfdDocument;
  readonly #limits: Limits;
  readonly #sources: DrawSources;
  /** Templates serve many pages. */
  readonly #templates = new Map<string, OfdPart | undefined>();

  constructor(zip: ZipArchive, document: OfdDocument, limits: Limits) {
    this.#zip = zip;
    this.#document = document;
    this.#limits = limits;
    const resources = document.resources.flatMap((name) => this.#part(name) ?? []);
    this.#sources = {
      drawParams: new Map(resources.flatMap((part) => [...part.drawParams])),
      composites: new Map(resources.flatMap((part) => [...part.composites])),
    };
  }

  read(name: string, number: number): { page: PlacedPage; warning?: string } {
    const part = this.#part(name);
    const templates = [...new Set(part?.templates)].flatMap((id) => this.#template(id) ?? []);
    const [x = 0, y = 0, w = 0, h = 0] = [part?.box, ...templates.map(({ box }) => box)].find(isBox) ?? this.#document.box;
    const [width, height] = [w * POINTS_PER_MILLIMETRE, h * POINTS_PER_MILLIMETRE];
    const scale = POINTS_PER_MILLIMETRE;
    const start: Matrix = [scale, 0, 0, scale, -x * scale, -y * scale];
    const units = [...templates, ...(part ? [part] : [])].flatMap((each) => each.units);
    const ink = drawUnits(units, start, [0, 0, width, height], this.#sources);
    const text = judgeText(ink.glyphs);
    const page = placeInk(ink, { number, width, height, rotation: 0 }, text);
    if (!part) return { page, warning: "its part of the file is missing or broken" };
    if (text.because === "no-text") return ink.pictures.length > 0 ? { page, warning: "it is a picture without text" } : { page };
    return text.trusted ? { page } : { page, warning: "its text layer is not what the page shows, or of unknown quality" };
  }

  #template(id: string): OfdPart | undefined {
    const name = this.#document.templates.get(id);
    if (name !== undefined && !this.#templates.has(id)) this.#templates.set(id, this.#part(name));
    return this.#templates.get(id);
  }

  /** Undefined where the part is missing or broken: the rest of the document is read. */
  #part(name: string): OfdPart | undefined {
    try {
      const bytes = this.#zip.read(name);
      return bytes && readPart(bytes, this.#limits);
    } catch (error) {
      if (error instanceof Fault && error.code === "corrupt") return undefined;
      throw error;
    }
  }
}

function isBox(box: readonly number[] | undefined): box is readonly number[] {
  return box?.length === 4 && box[2]! > 0 && box[3]! > 0;
}
