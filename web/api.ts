import type { Record as ReportRecord, Severity } from "../src/core/record.js";
import { keptToken } from "./token.js";

/** What the API answered instead of what was asked for, with what can be done. */
export class ApiProblem extends Error {
  readonly status: number;
  readonly code: string;
  readonly remedy: string;

  constructor(status: number, code: string, message: string, remedy: string) {
    super(message);
    this.status = status;
    this.code = code;
    this.remedy = remedy;
  }
}

export interface Reason {
  readonly code: string;
  readonly message: string;
  readonly remedy: string;
}

/** A finding as the warehouse tells it, with its report. */
export interface FindingRow {
  readonly sha256: string;
  readonly part: number | null;
  readonly ordinal: number;
  readonly rule_id: string;
  readonly severity: Severity;
  readonly cause: "report" | "extraction";
  readonly subject: string;
  readonly stated: string | null;
  readonly recomputed: string | null;
  readonly difference: string | null;
  readonly message_zh: string;
  readonly message_en: string;
  readonly page_number: number | null;
  readonly table_index: number | null;
  readonly row_index: number | null;
  readonly line_number: number | null;
  readonly fiscal_year: number | null;
  readonly title: string | null;
  readonly project_name: string | null;
  readonly unit: string | null;
  readonly department: string | null;
}

export interface ReportRow {
  readonly sha256: string;
  readonly part: number | null;
  readonly fiscal_year: number | null;
  readonly title: string | null;
  readonly project_name: string | null;
  readonly unit: string | null;
  readonly department: string | null;
  readonly stated_total: string | null;
  readonly grade: string | null;
}

export interface Page<Row> {
  readonly rows: readonly Row[];
  readonly next: string | null;
}

export interface Filters {
  readonly years: readonly number[];
  readonly units: readonly string[];
  readonly rules: readonly {
    readonly rule: string;
    readonly severity: Severity;
    readonly title: { readonly zh: string; readonly en: string };
  }[];
}

export interface Judged {
  readonly files: readonly {
    readonly file_name: string;
    readonly outcome: string;
    readonly message: string | null;
    readonly remedy: string | null;
  }[];
  readonly records: readonly ReportRecord[];
}

/** What became of one file of an upload. */
export type Receipt =
  | { readonly fileName: string; readonly sha256: string; readonly job: string; readonly error?: undefined }
  | { readonly fileName: string; readonly error: Reason };

export interface JobStatus {
  readonly state: "waiting" | "active" | "done" | "dead";
  readonly progress: { readonly stage: "fetch" | "read" | "load"; readonly part?: number; readonly parts?: number } | null;
  readonly outcome: { readonly records: number; readonly findings: { readonly [severity in Severity]: number } } | null;
  readonly reason: Reason | null;
}

/** What the window is told when the token is not accepted, or no longer. */
export const REFUSED = "ziping-refused";

/** Asks the API. Throws an {@link ApiProblem} where it does not give what was asked for, or cannot be reached. */
export async function ask(path: string, init: RequestInit = {}): Promise<Response> {
  const headers = { authorization: `Bearer ${keptToken() ?? ""}` };
  // Beside the page, wherever a proxy puts it.
  const answer = await fetch(`.${path}`, { ...init, headers }).catch((error: Error) => {
    if (error.name === "AbortError") throw error;
    throw new ApiProblem(0, "unreachable", "The server does not answer.", "See that ziping serve runs, and try again.");
  });
  if (answer.ok) return answer;
  if (answer.status === 401) window.dispatchEvent(new Event(REFUSED));
  const told = (await answer.json().catch(() => ({}))) as { title?: string; code?: string; remedy?: string };
  throw new ApiProblem(answer.status, told.code ?? "unknown", told.title ?? answer.statusText, told.remedy ?? "");
}

export async function askJson<Answer>(path: string, query: URLSearchParams = new URLSearchParams()): Promise<Answer> {
  return (await ask(query.size > 0 ? `${path}?${query}` : path)).json() as Promise<Answer>;
}

/** One page as it was read; null where the document has no pictures of its pages. */
export async function askPage(sha256: string, page: number, rotation: number | undefined, dpi: number): Promise<ImageBitmap | null> {
  const query = new URLSearchParams({ dpi: String(dpi), ...(rotation !== undefined && { rotation: String(rotation) }) });
  try {
    return await bitmapOf(await (await ask(`/v1/documents/${sha256}/pages/${page}?${query}`)).blob());
  } catch (error) {
    if (error instanceof ApiProblem && error.status === 404) return null;
    throw error;
  }
}

/** SVG is drawn as an image: nothing in it runs, and it loads nothing. */
async function bitmapOf(picture: Blob): Promise<ImageBitmap> {
  if (picture.type !== "image/svg+xml") return createImageBitmap(picture);
  const image = new Image();
  image.src = URL.createObjectURL(picture);
  try {
    await image.decode();
    return await createImageBitmap(image);
  } finally {
    URL.revokeObjectURL(image.src);
  }
}

export async function sendFile(file: File): Promise<readonly Receipt[]> {
  const body = new FormData();
  body.append("file", file, file.name);
  const answer = await ask("/v1/documents", { method: "POST", body });
  return ((await answer.json()) as { documents: Receipt[] }).documents;
}
