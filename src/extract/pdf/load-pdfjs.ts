import { createRequire } from "node:module";
import type { InProcessPort } from "./in-process-port.js";

type Api = typeof import("pdfjs-dist/legacy/build/pdf.mjs");
interface Parser {
  readonly WorkerMessageHandler: { initializeFromPort(port: InProcessPort): void };
}
export type Pdfjs = Pick<Api, "getDocument" | "PDFWorker"> & Parser;

const require = createRequire(import.meta.url);

/**
 * Both halves of pdf.js are 5 MB of source: loaded only when a PDF is met. Its polyfills replace `push` by a slow one on Node 20, for a
 * corner case of arrays that cannot grow; the native one is put back, which saves a tenth of all parsing.
 */
export function loadPdfjs(): Promise<Pdfjs> {
  loading ??= (async () => {
    const native = Object.getOwnPropertyDescriptor(Array.prototype, "push")!;
    const giveBack = withholdCanvas();
    try {
      const [api, parser] = await Promise.all([import("pdfjs-dist/legacy/build/pdf.mjs"), importParser()]);
      return { getDocument: api.getDocument, PDFWorker: api.PDFWorker, WorkerMessageHandler: parser.WorkerMessageHandler };
    } finally {
      giveBack();
      Object.defineProperty(Array.prototype, "push", native);
    }
  })();
  return loading;
}
let loading: Promise<Pdfjs> | undefined;

/** The package has no types for its parser. */
async function importParser(): Promise<Parser> {
  const path: string = "pdfjs-dist/legacy/build/pdf.worker.mjs";
  return (await import(path)) as Parser;
}

/** What pdf.js makes global of its canvas. */
const CANVAS_CLASSES = ["DOMMatrix", "ImageData", "Path2D"] as const;

/**
 * pdf.js loads a native canvas before it knows whether anything is to be drawn: more time and memory than all of its own code. Nothing ever is,
 * PDFium draws; so it finds empty classes in the canvas's place. The answer puts things back.
 */
function withholdCanvas(): () => void {
  const path = createRequire(require.resolve("pdfjs-dist/package.json")).resolve("@napi-rs/canvas");
  if (require.cache[path]) return () => {};
  const before = new Set<string>(CANVAS_CLASSES.filter((name) => name in globalThis));
  const exports = Object.fromEntries(CANVAS_CLASSES.map((name) => [name, class {}]));
  require.cache[path] = { id: path, filename: path, path, loaded: true, children: [], paths: [], exports } as unknown as NodeJS.Module;
  return () => {
    delete require.cache[path];
    for (const name of CANVAS_CLASSES) if (!before.has(name)) Reflect.deleteProperty(globalThis, name);
  };
}
