import type { Matrix } from "../pdf/matrix.js";
import type { Shape } from "./draw-units.js";
import { svgPath } from "./path-data.js";
import type { InkedPage } from "./place-pages.js";

/** OFD files name fonts that are seldom inside: whoever looks at the page has them, or ones like them. */
const FONTS = "SimSun, 'Songti SC', 'Noto Serif CJK SC', 'Source Han Serif SC', serif";
/** A line that is thinner is drawn so, points. */
const THINNEST = 0.4;

export interface Sheet {
  /** Degrees clockwise by which the whole page is turned. */
  readonly rotation: number;
  /** Of its width and height as they are shown. */
  readonly dpi: number;
  /** Its pictures, each in its place on white paper, as PNG. */
  readonly pictures?: Uint8Array;
}

/**
 * A page as SVG: its pictures, its paths, and its texts over them. Of the file nothing stands in it but numbers and the characters of its texts,
 * escaped; nothing in it runs, or is loaded from elsewhere.
 */
export function pageSvg({ width, height, ink, shapes }: InkedPage, { rotation, dpi, pictures }: Sheet): string {
  const [w, h] = rotation % 180 === 0 ? [width, height] : [height, width];
  const paper = `<rect width="${number(width)}" height="${number(height)}" fill="#ffffff"/>`;
  const image =
    pictures &&
    `<image width="${number(width)}" height="${number(height)}" href="data:image/png;base64,${Buffer.from(pictures).toString("base64")}"/>`;
  const body = [paper, image ?? "", ...shapes.map(pathOf), ...ink.glyphs.map(textOf)].join("");
  const scaled = [w, h].map((points) => number((points * dpi) / 72));
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${scaled[0]}" height="${scaled[1]}" viewBox="0 0 ${number(w)} ${number(h)}"><g transform="${matrix(turned(rotation, width, height))}" font-family="${FONTS}">${body}</g></svg>`;
}

function turned(rotation: number, width: number, height: number): Matrix {
  if (rotation === 90) return [0, 1, -1, 0, height, 0];
  if (rotation === 180) return [-1, 0, 0, -1, width, height];
  if (rotation === 270) return [0, -1, 1, 0, 0, width];
  return [1, 0, 0, 1, 0, 0];
}

function pathOf({ data, ctm, fill, stroke, fillOpacity, lineWidth }: Shape): string {
  const scale = Math.sqrt(Math.abs(ctm[0] * ctm[3] - ctm[1] * ctm[2]));
  if (!(scale > 0)) return "";
  const line = stroke === undefined ? "" : ` stroke="${colour(stroke)}" stroke-width="${number(Math.max(lineWidth, THINNEST / scale))}"`;
  const area = fill === undefined ? ' fill="none"' : ` fill="${colour(fill)}"`;
  return `<path d="${svgPath(data)}" transform="${matrix(ctm)}"${area}${line} opacity="${number(fillOpacity)}"/>`;
}

function textOf({ text, x, y, size, turn, colour: ink, opacity, invisible }: InkedPage["ink"]["glyphs"][number]): string {
  if (invisible) return "";
  const place = turn === 0 ? "" : ` transform="rotate(${turn} ${number(x)} ${number(y)})"`;
  const faint = opacity === 1 ? "" : ` opacity="${number(opacity)}"`;
  return `<text x="${number(x)}" y="${number(y)}" font-size="${number(size)}" fill="${colour(ink)}"${place}${faint}>${escaped(text)}</text>`;
}

function matrix(parts: Matrix): string {
  return `matrix(${parts.map((part) => (Number.isFinite(part) ? Number(part.toFixed(6)) : 0)).join(" ")})`;
}

function number(value: number): number {
  return Number.isFinite(value) ? Number(value.toFixed(3)) : 0;
}

/** What is filled with a pattern is shown grey. */
function colour(value: string): string {
  return /^#[0-9a-f]{6}$/u.test(value) ? value : "#808080";
}

/** Characters that XML does not allow, or that turn the direction of reading, are left out. */
function escaped(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Cs}\p{Bidi_Control}\ufffe\uffff]/gu, "")
    .replace(/[&<>"']/gu, (character) => `&#${character.charCodeAt(0)};`);
}
