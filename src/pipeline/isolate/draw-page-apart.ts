import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { PagePicture } from "../../core/page-picture.js";

const DRAWER = fileURLToPath(new URL("../draw-child.js", import.meta.url));
const LONGEST_MS = 30_000;
const LARGEST = 64 * 2 ** 20;
const HEAP_MB = 600;

/**
 * A page of a file, that of an OFD as SVG, others as PNG, turned by `rotation` degrees in all where that is told, drawn in a process of its own; null
 * where there is no such page, or where drawing it failed or took too long.
 */
export async function drawPageApart(path: string, page: number, dpi: number, rotation?: number): Promise<PagePicture | null> {
  const turned = rotation === undefined ? [] : [String(rotation)];
  const args = [`--max-old-space-size=${HEAP_MB}`, DRAWER, path, String(page), String(dpi), ...turned];
  return new Promise((resolve) => {
    const limits = { encoding: "buffer", timeout: LONGEST_MS, killSignal: "SIGKILL", maxBuffer: LARGEST } as const;
    execFile(process.execPath, args, limits, (error, bytes) => resolve(error || bytes.length === 0 ? null : picture(bytes)));
  });
}

function picture(bytes: Uint8Array): PagePicture {
  return { mediaType: bytes[0] === "<".charCodeAt(0) ? "image/svg+xml" : "image/png", bytes };
}
