import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { WrappedPdfiumModule } from "@embedpdf/pdfium";

/** PDFium, and its memory. The views must be asked for anew each time: memory moves as it grows. The package's types leave them out. */
export type Pdfium = Omit<WrappedPdfiumModule, "pdfium"> & { readonly pdfium: WrappedPdfiumModule["pdfium"] & Heap };

interface Heap {
  readonly HEAPU8: Uint8Array;
  readonly HEAPU16: Uint16Array;
  readonly HEAP32: Int32Array;
  readonly HEAPU32: Uint32Array;
  readonly HEAPF32: Float32Array;
  readonly HEAPF64: Float64Array;
  /** As the wrapped function, with the key as an address. */
  _FPDFPageObjMark_RemoveParam(object: number, mark: number, key: number): number;
}

let loading: Promise<Pdfium> | undefined;

/** PDFium, loaded when a PDF is first met. */
export function loadPdfium(): Promise<Pdfium> {
  loading ??= (async () => {
    const { init } = await import("@embedpdf/pdfium");
    const wasm = await readFile(createRequire(import.meta.url).resolve("@embedpdf/pdfium/pdfium.wasm"));
    const pdfium = await init({ wasmBinary: wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.byteLength) as ArrayBuffer });
    pdfium.PDFiumExt_Init();
    return pdfium as Pdfium;
  })();
  return loading;
}

/** Has the next document read by a new PDFium: this one broke, or has taken more memory than it should keep, and memory never shrinks. */
export function discardPdfium(pdfium: Pdfium): void {
  void loading?.then((loaded) => {
    if (loaded === pdfium) loading = undefined;
  });
}
