import { mkdtempSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { inject } from "vitest";

/** A folder that is gone with the compiled code. */
export function scratch(): string {
  return mkdtempSync(join(inject("dist"), "scratch-"));
}

/**
 * A reader process whose reading is `body`, the body of an async function of `text` and `fileName` that returns records: how tests put
 * faults into a reader. The records need hold nothing; what is told of them beside their text is theirs all the same.
 */
export function readerModule(body: string): string {
  const path = join(scratch(), "reader.mjs");
  const serve = join(inject("dist"), "pipeline", "isolate", "serve-documents.js");
  writeFileSync(
    path,
    `import { serveDocuments } from ${JSON.stringify(serve)};
     serveDocuments(async (bytes, fileName) => {
       const text = Buffer.from(bytes).toString();
       const read = async () => {
         ${body}
       };
       const told = { findings: { value: [] }, timings: { value: { extractMs: 0, normalizeMs: 0, validateMs: 0 } } };
       return (await read()).map((record) => Object.defineProperties(record, told));
     });`,
  );
  return path;
}

/** Writes a document of the given text and returns the reference to it. */
export function documentOf(text: string, fileName = "a.txt") {
  const path = join(scratch(), fileName);
  writeFileSync(path, text);
  return { path, fileName };
}
