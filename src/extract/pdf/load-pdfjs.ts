import { createRequire } from "node:module";
import type { InProcessPort } from "./in-process-port.js";

type Api = typeof import("pdfjs-dist/legacy/build/pdf.mjs");
interface Parser {
  readonly WorkerMessageHandler: { initializeFromPort(port: InProcessPort): void };
}
export type Pdfjs = Pick<Api, "getDocument" | "PDFWorker"> & Parser;

const require = createRequire(import.meta.url);

/**
 * Both halves of pdf.js are 5 MB of source: loaded only when a PDF is met. Its polyfills replace natives by slow ones on
 * Node 20, for corner cases that nobody here meets: `push`, of arrays that cannot grow, a tenth of all parsing; `JSON.stringify`, of raw
 * values, ten times as slow when the record is written. The natives are put back.
 */
export function loadPdfjs(): Promise<Pdfjs> {
  loading ??= (async () => {
    const putBack = [keep(Array.prototype, "push"), keep(JSON, "parse"), keep(JSON, "stringify"), withholdCanvas()];
    try {
      const [api, parser] = await Promise.all([import("pdfjs-dist/legacy/build/pdf.mjs"), importParser()]);
      return { getDocument: api.getDocument, PDFWorker: api.PDFWorker, WorkerMessageHandler: parser.WorkerMessageHandler };
    } finally {
      for (const restore of putBack) restore();
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

/** Puts a property back as it is now. */
function keep(owner: object, name: string): () => void {
  const native = Object.getOwnPropertyDescriptor(owner, name)!;
  return () => Object.defineProperty(owner, name, native);
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
