import { Fault } from "../../core/fault.js";
import type { Limits } from "../../core/limits.js";
import type { Sniffed } from "../sniff.js";
import { beginsWith, head } from "./magic.js";

interface Size {
  readonly width: number;
  readonly height: number;
}

interface ImageFormat {
  readonly mediaType: string;
  readonly signatures: readonly string[];
  /** The pixels that the header declares; undefined where it does not tell. */
  readonly size: (view: DataView) => Size | undefined;
}

const FORMATS: readonly ImageFormat[] = [
  {
    mediaType: "image/png",
    signatures: ["\x89PNG\r\n\x1a\n"],
    size: (view) => ({ width: view.getUint32(16), height: view.getUint32(20) }),
  },
  { mediaType: "image/jpeg", signatures: ["\xff\xd8\xff"], size: jpegSize },
  {
    mediaType: "image/gif",
    signatures: ["GIF87a", "GIF89a"],
    size: (view) => ({ width: view.getUint16(6, true), height: view.getUint16(8, true) }),
  },
  {
    mediaType: "image/bmp",
    signatures: ["BM????\0\0\0\0"],
    size: (view) => ({ width: Math.abs(view.getInt32(18, true)), height: Math.abs(view.getInt32(22, true)) }),
  },
  { mediaType: "image/tiff", signatures: ["II*\0", "MM\0*"], size: tiffSize },
  { mediaType: "image/webp", signatures: ["RIFF????WEBPVP8"], size: webpSize },
  { mediaType: "image/jp2", signatures: ["\0\0\0\x0cjP  \r\n\x87\n"], size: () => undefined },
];

/**
 * Recognition needs ten pixels for the height and the width of a character, and a page that could be a report has a thousand characters. An image with
 * fewer pixels is an icon, a seal or a blank, and no page.
 */
const LEAST_PIXELS = 10 * 10 * 1000;

/** The kind of a raster image that can hold a page. Undefined where the bytes are no image. Faults: `unsupported-type`, `too-large` (pixels). */
export function imageKind(bytes: Uint8Array, limits: Limits): Sniffed | undefined {
  const begin = head(bytes, 32);
  const format = FORMATS.find(({ signatures }) => signatures.some((signature) => beginsWith(begin, signature)));
  if (!format) return undefined;
  const size = sizeOf(format, bytes);
  if (size) {
    const pixels = size.width * size.height;
    const shown = `${size.width} × ${size.height} pixels`;
    if (pixels < LEAST_PIXELS) throw new Fault("unsupported-type", `The file is an image of ${shown}: too small to hold a page of text.`);
    if (pixels > limits.pixels) throw new Fault("too-large", `The image has ${shown}, more than ${limits.pixels} (limit pixels).`);
  }
  return { kind: "image", mediaType: format.mediaType };
}

function sizeOf(format: ImageFormat, bytes: Uint8Array): Size | undefined {
  try {
    return format.size(new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  } catch (error) {
    if (error instanceof RangeError) throw new Fault("corrupt", "The image is cut off in its header.", { cause: error });
    throw error;
  }
}

/** Walks the segments to the frame header (ITU-T T.81, B.2.2). */
function jpegSize(view: DataView): Size | undefined {
  for (let at = 2; at + 9 < view.byteLength; ) {
    const marker = view.getUint16(at);
    if (marker >> 8 !== 0xff) return undefined;
    const kind = marker & 0xff;
    if (kind >= 0xc0 && kind <= 0xcf && kind !== 0xc4 && kind !== 0xc8 && kind !== 0xcc)
      return { width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
    const bare = kind === 0xff || kind === 0x01 || (kind >= 0xd0 && kind <= 0xd8);
    at += kind === 0xff ? 1 : bare ? 2 : 2 + Math.max(2, view.getUint16(at + 2));
  }
  return undefined;
}

/** ImageWidth (256) and ImageLength (257) of the first directory (TIFF 6.0, section 2). */
function tiffSize(view: DataView): Size | undefined {
  const little = view.getUint8(0) === 0x49;
  const directory = view.getUint32(4, little);
  const size = { width: 0, height: 0 };
  for (let index = 0; index < view.getUint16(directory, little); index++) {
    const at = directory + 2 + index * 12;
    const tag = view.getUint16(at, little);
    if (tag !== 256 && tag !== 257) continue;
    const value = view.getUint16(at + 2, little) === 3 ? view.getUint16(at + 8, little) : view.getUint32(at + 8, little);
    size[tag === 256 ? "width" : "height"] = value;
  }
  return size.width > 0 && size.height > 0 ? size : undefined;
}

/** RFC 9649: the canvas of VP8X, else the frame of VP8L or VP8. */
function webpSize(view: DataView): Size | undefined {
  const chunk = String.fromCharCode(view.getUint8(15));
  const uint24 = (at: number) => view.getUint16(at, true) + view.getUint8(at + 2) * 65_536;
  if (chunk === "X") return { width: uint24(24) + 1, height: uint24(27) + 1 };
  if (chunk === "L") {
    const bits = view.getUint32(21, true);
    return { width: (bits & 0x3fff) + 1, height: ((bits >> 14) & 0x3fff) + 1 };
  }
  return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff };
}
