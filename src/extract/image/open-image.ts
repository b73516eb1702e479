import sharp, { type Sharp } from "sharp";
import { Fault } from "../../core/fault.js";
import type { Limits } from "../../core/limits.js";
import type { Bitmap } from "../recognise.js";
import { resolutionOf } from "./page-size.js";

/** One page of an image file. Pixels are decoded only when it is drawn. */
export interface ImagePage {
  /** Points. */
  readonly width: number;
  readonly height: number;
  /** Pixels that the file holds. */
  readonly pixels: number;
  draw(dpi: number): Promise<Bitmap>;
}

// One document at a time is read in a process; pages are scanned in, not cached.
sharp.cache(false);
sharp.concurrency(1);

const isBmp = (bytes: Uint8Array) => bytes[0] === 0x42 && bytes[1] === 0x4d;

/** How many pages an image file has: frames of a TIFF are pages, those of an animation are not. Faults: `corrupt`, `too-large`. */
export async function pageCount(bytes: Uint8Array, limits: Limits): Promise<number> {
  if (isBmp(bytes)) return 1;
  const { format, pages = 1 } = await metadata(bytes, 0, limits);
  const count = format === "tiff" ? pages : 1;
  if (count > limits.pages) throw new Fault("too-large", `The image has ${count} pages, more than ${limits.pages} (limit pages).`);
  return count;
}

/** Opens page `index` (from 0): its size is checked against the limits before any pixel is decoded. Faults: `corrupt`, `too-large`. */
export async function openPage(bytes: Uint8Array, index: number, limits: Limits): Promise<ImagePage> {
  const source = isBmp(bytes) ? await decodeBmp(bytes, limits) : undefined;
  const open = (): Sharp =>
    source
      ? sharp(source.data, { raw: { width: source.width, height: source.height, channels: 4 } })
      : sharp(bytes, { ...options(limits), page: index }).autoOrient();
  const { width, height, density } = source ? { ...source, density: undefined } : await upright(bytes, index, limits);
  const resolution = resolutionOf(width, height, density);
  const inches = { width: width / resolution, height: height / resolution };
  return {
    width: inches.width * 72,
    height: inches.height * 72,
    pixels: width * height,
    async draw(dpi) {
      const size = { width: Math.max(1, Math.round(inches.width * dpi)), height: Math.max(1, Math.round(inches.height * dpi)) };
      checkPixels(size.width, size.height, limits);
      const drawn = open()
        .flatten({ background: "white" })
        .resize({ ...size, fit: "fill" })
        .toColourspace("srgb")
        .ensureAlpha();
      try {
        const { data, info } = await drawn.raw({ depth: "uchar" }).toBuffer({ resolveWithObject: true });
        return { width: info.width, height: info.height, data };
      } catch (error) {
        throw broken(error);
      }
    },
  };
}

async function upright(bytes: Uint8Array, index: number, limits: Limits) {
  const { width, height, density, orientation = 1 } = await metadata(bytes, index, limits);
  return orientation >= 5 ? { width: height, height: width, density } : { width, height, density };
}

async function metadata(bytes: Uint8Array, page: number, limits: Limits) {
  try {
    const found = await sharp(bytes, { ...options(limits), page }).metadata();
    checkPixels(found.width, found.height, limits);
    return found;
  } catch (error) {
    throw broken(error);
  }
}

function options(limits: Limits) {
  return { limitInputPixels: limits.pixels, failOn: "error" } as const;
}

function checkPixels(width: number, height: number, limits: Limits): void {
  if (width * height <= limits.pixels) return;
  throw new Fault("too-large", `The image has ${width} × ${height} pixels, more than ${limits.pixels} (limit pixels).`);
}

/** BITMAPINFOHEADER: width and height are 32-bit numbers from byte 18, the height negative where rows run downwards. */
async function decodeBmp(bytes: Uint8Array, limits: Limits): Promise<Bitmap> {
  if (bytes.length < 26) throw new Fault("corrupt", "The image is cut off in its header.");
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  checkPixels(Math.abs(view.getInt32(18, true)), Math.abs(view.getInt32(22, true)), limits);
  // Only this format needs it, and it takes as long to load as a short document to read.
  const { createCanvas, loadImage } = await import("@napi-rs/canvas");
  try {
    const image = await loadImage(bytes);
    const canvas = createCanvas(image.width, image.height);
    const context = canvas.getContext("2d");
    context.drawImage(image, 0, 0);
    const { width, height, data } = context.getImageData(0, 0, image.width, image.height);
    return { width, height, data };
  } catch (error) {
    throw broken(error);
  }
}

function broken(error: unknown): Fault {
  if (error instanceof Fault) return error;
  const message = (error as Error).message;
  if (/pixel limit/iu.test(message)) return new Fault("too-large", `The image has more pixels than the limit (pixels): ${message}.`);
  if (/unsupported image format/iu.test(message))
    return new Fault("unsupported-type", "The image's format is not read. Save it as PNG, JPEG or TIFF and try again.");
  return new Fault("corrupt", `The image cannot be decoded: ${message}.`, { cause: error });
}
