import type { Box } from "../../core/evidence.js";
import { Fault } from "../../core/fault.js";
import type { Limits } from "../../core/limits.js";
import type { Message } from "../../core/messages/messages.js";
import { placeInk } from "../pdf/ink/place-ink.js";
import { judgeText } from "../pdf/ink/trust-text.js";
import type { Matrix } from "../pdf/matrix.js";
import type { PlacedPage } from "../tables/placed.js";
import type { ZipArchive } from "../zip.js";
import { type DrawSources, drawUnits, type OfdInk, type Shape } from "./draw-units.js";
import type { OfdPart } from "./graphic-units.js";
import { locate, type OfdDocument, openPackage } from "./open-package.js";
import { readPart } from "./read-part.js";

export interface OfdPicture {
  /** Where it stands on the page, points. */
  readonly box: Box;
  /** Its file; undefined where the container has none. Faults: `corrupt`, `too-large`. */
  open(): Uint8Array | undefined;
}

export interface OfdPage {
  readonly page: PlacedPage;
  /** Why its text says nothing, or is not to be believed. */
  readonly warning?: Message;
  readonly images: readonly OfdPicture[];
}

/** What is drawn on a page. Points. */
export interface InkedPage {
  readonly width: number;
  readonly height: number;
  readonly ink: OfdInk;
  readonly shapes: readonly Shape[];
  readonly images: readonly OfdPicture[];
}

const POINTS_PER_MILLIMETRE = 72 / 25.4;

/** The pages of an OFD: where their glyphs and lines stand. Faults: `corrupt`, `encrypted`, `too-large`. */
export async function placePages(bytes: Uint8Array, limits: Limits): Promise<OfdPage[]> {
  const { zip, documents } = await openPackage(bytes, limits);
  let number = 0;
  return documents.flatMap((document) => {
    const reader = new PageReader(zip, document, limits);
    return document.pages.map((part) => reader.read(part, ++number));
  });
}

/** What is drawn on one page, from 1; undefined where the file has no such page. Faults: `corrupt`, `encrypted`, `too-large`. */
export async function inkPage(bytes: Uint8Array, number: number, limits: Limits): Promise<InkedPage | undefined> {
  const { zip, documents } = await openPackage(bytes, limits);
  const at = documents.flatMap((document) => document.pages.map((part) => ({ document, part })))[number - 1];
  return at && new PageReader(zip, at.document, limits).ink(at.part, []);
}

class PageReader {
  readonly #zip: ZipArchive;
  readonly #document: OfdDocument;
  readonly #limits: Limits;
  readonly #sources: DrawSources;
  /** Names in the container of the pictures' files. */
  readonly #media: ReadonlyMap<string, string>;
  /** Templates serve many pages. */
  readonly #templates = new Map<string, OfdPart | undefined>();

  constructor(zip: ZipArchive, document: OfdDocument, limits: Limits) {
    this.#zip = zip;
    this.#document = document;
    this.#limits = limits;
    const named = document.resources.map((name) => ({ name, part: this.#part(name) }));
    const resources = named.flatMap(({ part }) => part ?? []);
    this.#media = new Map(
      named.flatMap(({ name, part }) => [...(part?.media ?? [])].map(([id, place]): [string, string] => [id, locate(name, place)])),
    );
    this.#sources = {
      drawParams: new Map(resources.flatMap((part) => [...part.drawParams])),
      composites: new Map(resources.flatMap((part) => [...part.composites])),
    };
  }

  read(name: string, number: number): OfdPage {
    const { ink, width, height, images, isWhole } = this.ink(name);
    const text = judgeText(ink.glyphs);
    const page = placeInk(ink, { number, width, height, rotation: 0 }, text);
    if (!isWhole) return { page, images: [], warning: "its part of the file is missing or broken" };
    if (text.trusted || (text.because === "no-text" && ink.images.length === 0)) return { page, images: [] };
    if (text.because === "no-text") return { page, images, warning: "it is a picture without text" };
    return { page, images, warning: "its text layer is not what the page shows, or of unknown quality" };
  }

  /** `shapes` takes its paths. `isWhole`: whether its part of the file could be read. */
  ink(name: string, shapes?: Shape[]): InkedPage & { readonly isWhole: boolean } {
    const part = this.#part(name);
    const templates = [...new Set(part?.templates)].flatMap((id) => this.#template(id) ?? []);
    const [x = 0, y = 0, w = 0, h = 0] = [part?.box, ...templates.map(({ box }) => box)].find(isBox) ?? this.#document.box;
    const [width, height] = [w * POINTS_PER_MILLIMETRE, h * POINTS_PER_MILLIMETRE];
    const scale = POINTS_PER_MILLIMETRE;
    const start: Matrix = [scale, 0, 0, scale, -x * scale, -y * scale];
    const units = [...templates, ...(part ? [part] : [])].flatMap((each) => each.units);
    const ink = drawUnits(units, start, [0, 0, width, height], this.#sources, shapes);
    const images = ink.images.flatMap(({ box, resource }): OfdPicture[] => {
      const place = this.#media.get(resource);
      return place === undefined ? [] : [{ box, open: () => this.#zip.read(place) }];
    });
    return { width, height, ink, shapes: shapes ?? [], images, isWhole: part !== undefined };
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
