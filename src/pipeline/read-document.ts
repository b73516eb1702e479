import type { Config } from "../core/config.js";
import type { Extracted, PageInfo } from "../core/extracted.js";
import type { Limits } from "../core/limits.js";
import { type Draft, type PageSize, type Record, SCHEMA, type Source } from "../core/record.js";
import { normalize } from "../normalize/normalize.js";
import { validate } from "../validate/validate.js";
import { type Fingerprint, fingerprintOf } from "./fingerprint.js";
import { extractInParts, type RecognisedPage } from "./long-scan.js";
import type { Gift } from "./outcome.js";

/** What a caller may decide about a reading. Plain data: it travels to the reader process. */
export interface ReadOptions {
  readonly ocr?: Config["ocr"];
  /** Processes that read side by side on this machine. */
  readonly workers?: number;
  /** Scoring rules to judge by, by id; without it the report's place and year choose. */
  readonly profile?: string;
  readonly limits?: Limits;
  /** What a reader process gives back of each report; records without it. */
  readonly give?: Gift;
  /** With more pages to be recognised than this the reading ends in a {@link LongScan}; without it all are recognised here. */
  readonly recogniseAtMost?: number;
  /** Pages recognised before, by number: no other is. */
  readonly recognised?: ReadonlyMap<number, RecognisedPage>;
}

/** Bytes in, the records of their reports out, in order. Throws a `Fault` when there is no record. */
export type DocumentReader = (bytes: Uint8Array, fileName: string, options: ReadOptions, fingerprint?: Fingerprint) => Promise<Record[]>;

/**
 * The whole pipeline for one document, in this process: one record for each report that the file holds. Faults: those of the extractor.
 * Untrusted documents belong in a {@link ReaderPool}.
 */
export const readDocument: DocumentReader = async (bytes, fileName, options, fingerprint = fingerprintOf(bytes)) => {
  const [extracted, extractMs] = await timed(() => extractInParts(bytes, options));
  const [drafts, normalizeMs] = await timed(() => normalize(extracted));
  const source = describe(extracted, fileName, fingerprint);
  return Promise.all(
    drafts.map(async (draft, index) => {
      const parted = drafts.length > 1 ? { ...source, part: index + 1 } : source;
      const [findings, validateMs] = await timed(() => validate(draft, options));
      return assemble(parted, draft, findings, { extractMs, normalizeMs, validateMs });
    }),
  );
};

function describe({ mediaType, pages }: Extracted, fileName: string, { sha256, byteLength }: Fingerprint): Source {
  const layers = new Set(pages.map((page) => page.textLayer).filter((layer) => layer !== "none"));
  return {
    fileName,
    sha256,
    mediaType,
    byteLength,
    pageCount: pages.length || null,
    textLayer: layers.size > 1 ? "mixed" : (layers.values().next().value ?? null),
    ...(pages.length > 0 && { pages: pages.map(sizeOf) }),
  };
}

function sizeOf({ number, width, height, rotation }: PageInfo): PageSize {
  return { page: number, width: rounded(width), height: rounded(height), rotation };
}

/** Points to a hundredth. */
function rounded(points: number): number {
  return Math.round(points * 100) / 100;
}

/** Fields in the order of the contract, so that a printed record reads as it is documented. */
function assemble(source: Source, draft: Draft, findings: Record["findings"], timings: Record["timings"]): Record {
  const { report, funds, indicators, statedScores, grade, sections, tables, repairs, warnings, ...extensions } = draft;
  return {
    schema: SCHEMA,
    source,
    report,
    funds,
    indicators,
    statedScores,
    grade,
    sections,
    tables,
    repairs,
    findings,
    warnings,
    timings,
    ...extensions,
  };
}

/** Milliseconds to a tenth. */
async function timed<Result>(stage: () => Result | Promise<Result>): Promise<[Result, number]> {
  const start = performance.now();
  const result = await stage();
  return [result, Math.round((performance.now() - start) * 10) / 10];
}
