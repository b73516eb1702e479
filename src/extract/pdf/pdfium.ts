import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { WrappedPdfiumModule } from "@embedpdf/pdfium";

/** PDFium, and its memory. The views must be asked for anew each time: memory moves as it grows. The package's types leave them out. */
export type Pdfium = Omit<WrappedPdfiumModule, "pdfium" | keyof Addressed> &
  Addressed & { readonly pdfium: WrappedPdfiumModule["pdfium"] & Heap };

/** What takes strings, by their addresses. */
interface Addressed {
  FPDF_LoadMemDocument(memory: number, size: number, password: number): number;
  FPDFPageObjMark_RemoveParam(object: number, mark: number, key: number): number;
}

interface Heap {
  readonly HEAPU8: Uint8Array;
  readonly HEAPU16: Uint16Array;
  readonly HEAP32: Int32Array;
  readonly HEAPU32: Uint32Array;
  readonly HEAPF32: Float32Array;
  readonly HEAPF64: Float64Array;
}

let loading: Promise<Pdfium> | undefined;

/** PDFium, loaded when a PDF is first met. */
export function loadPdfium(): Promise<Pdfium> {
  loading ??= (async () => {
    const { init } = await import("@embedpdf/pdfium");
    const wasm = await readFile(createRequire(import.meta.url).resolve("@embedpdf/pdfium/pdfium.wasm"));
    const pdfium = await init({ wasmBinary: wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.byteLength) as ArrayBuffer });
    pdfium.PDFiumExt_Init();
    return unwrapped(pdfium);
  })();
  return loading;
}

/**
 * The functions as WebAssembly exports them. The package's own go through a conversion of each argument, which costs more than what most of them
 * do; so strings must be given by their addresses, and what is true is 1.
 */
function unwrapped(pdfium: WrappedPdfiumModule): Pdfium {
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
