import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";

const DRAWER = fileURLToPath(new URL("../draw-child.js", import.meta.url));
const LONGEST_MS = 30_000;
const LARGEST_PNG = 64 * 2 ** 20;
const HEAP_MB = 600;

/**
 * A page of a file as PNG, turned by `rotation` degrees in all where that is told, drawn in a process of its own; null where there is no such
 * page, or where drawing it failed or took too long.
 */
export async function drawPageApart(path: string, page: number, dpi: number, rotation?: number): Promise<Uint8Array | null> {
  const turned = rotation === undefined ? [] : [String(rotation)];
  const args = [`--max-old-space-size=${HEAP_MB}`, DRAWER, path, String(page), String(dpi), ...turned];
  return new Promise((resolve) => {
    const limits = { encoding: "buffer", timeout: LONGEST_MS, killSignal: "SIGKILL", maxBuffer: LARGEST_PNG } as const;
    execFile(process.execPath, args, limits, (error, png) => resolve(error || png.length === 0 ? null : png));
  });
}
