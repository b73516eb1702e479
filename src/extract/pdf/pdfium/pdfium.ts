import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { WrappedPdfiumModule } from "@embedpdf/pdfium";

/** PDFium, and its memory. The views must be asked for anew each time: memory moves as it grows. The package's types leave them out. */
export type Pdfium = Omit<WrappedPdfiumModule, "pdfium" | keyof Addressed> &
  Addressed & {
    readonly pdfium: WrappedPdfiumModule["pdfium"] & Heap;
    readonly growth: Growth;
  };

/** What takes strings, by their addresses. */
interface Addressed {
  FPDF_LoadMemDocument(memory: number, size: number, password: number): number;
  FPDFPageObjMark_RemoveParam(object: number, mark: number, key: number): number;
}

/** To how many bytes its memory may grow: a kilobyte of a hostile file can ask for all that there is. Above it PDFium breaks. */
export interface Growth {
  most: number;
  exceeded: boolean;
}

/** PDFium's numbers for the kinds of a page's objects. */
export const OBJECT = { text: 1, path: 2, image: 3, form: 5 } as const;
/** PDFium's number for a bitmap of four bytes a pixel. */
export const BGRA = 4;

interface Heap {
  readonly HEAPU8: Uint8Array;
  readonly HEAPU16: Uint16Array;
  readonly HEAP32: Int32Array;
  readonly HEAPU32: Uint32Array;
  readonly HEAPF32: Float32Array;
  readonly HEAPF64: Float64Array;
}

const WASM_PAGE = 2 ** 16;
let loading: Promise<Pdfium> | undefined;

/** PDFium, loaded when a PDF is first met. */
export function loadPdfium(): Promise<Pdfium> {
  loading ??= (async () => {
    const { init } = await import("@embedpdf/pdfium");
    const wasm = await readFile(createRequire(import.meta.url).resolve("@embedpdf/pdfium/pdfium.wasm"));
    const wasmBinary = wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.byteLength) as ArrayBuffer;
    const globals = new Set(Object.getOwnPropertyNames(globalThis));
    const pdfium = await init({ wasmBinary, printErr: () => {} } as Parameters<typeof init>[0]);
    // The hints that its build leaves there would hold this PDFium, and all its memory, for ever.
    for (const name of Object.getOwnPropertyNames(globalThis)) if (!globals.has(name)) Reflect.deleteProperty(globalThis, name);
    pdfium.PDFiumExt_Init();
    return { ...unwrapped(pdfium), growth: limitedGrowth(pdfium) };
  })();
  return loading;
}

function limitedGrowth(pdfium: WrappedPdfiumModule): Growth {
  const { memory } = pdfium.pdfium.wasmExports as unknown as { readonly memory: Memory };
  const grow = memory.grow.bind(memory);
  const growth = { most: Number.POSITIVE_INFINITY, exceeded: false };
  memory.grow = (pages) => {
    growth.exceeded = memory.buffer.byteLength + pages * WASM_PAGE > growth.most;
    if (growth.exceeded) throw new RangeError(`PDFium would need more than ${growth.most} bytes`);
    return grow(pages);
  };
  return growth;
}

/** A `WebAssembly.Memory`, which the types of Node leave out. */
interface Memory {
  readonly buffer: ArrayBuffer;
  grow(pages: number): number;
}

/**
 * The functions as WebAssembly exports them. The package's own go through a conversion of each argument, which costs more than what most of them
 * do; so strings must be given by their addresses, and what is true is 1.
 */
function unwrapped(pdfium: WrappedPdfiumModule): Omit<Pdfium, "growth"> {
  const exported = pdfium.pdfium.wasmExports as unknown as { readonly [name: string]: unknown };
  const plain = Object.keys(pdfium).filter((name) => typeof exported[name] === "function");
  return { ...pdfium, ...Object.fromEntries(plain.map((name) => [name, exported[name]])) } as unknown as Pdfium;
}

/** Has the next document read by a new PDFium: this one broke, or has taken more memory than it should keep, and memory never shrinks. */
export function discardPdfium(pdfium: Pdfium): void {
  void loading?.then((loaded) => {
    if (loaded === pdfium) loading = undefined;
  });
}
