import type { Evidence } from "../src/core/evidence.js";
import type { Fund, Indicator, Report, Severity, StatedScore } from "../src/core/record.js";
import type { Language } from "./language.js";

type FundColumn = Exclude<keyof Fund, "source" | "evidence" | "depth" | "rateBase" | "told">;
type IndicatorColumn = keyof Pick<
  Indicator,
  "level1" | "level2" | "level3" | "target" | "actual" | "weight" | "score" | "completionRate" | "deviationReason"
>;
export type ColumnName = FundColumn | IndicatorColumn | "scope" | "name" | "fullMarks" | "total" | "grade" | "unit" | "year";

/** Every word of the page, by language. What documents and rules say comes from the API. */
export interface Words {
  readonly language: Language;
  readonly title: string;
  readonly other: string;
  readonly nav: { readonly [view in "first" | "reports" | "upload"]: string };
  readonly about: { readonly [view in "reports" | "upload"]: string };
  /** What a list of contradictions, of questions, or of both is: a doubtful reading accuses nobody. */
  readonly aboutFindings: { readonly [cause in "report" | "extraction" | "any"]: string };
  readonly skip: string;
  readonly leave: string;
  readonly token: {
    readonly title: string;
    readonly about: string;
    readonly label: string;
    readonly enter: string;
    readonly refused: string;
  };
  readonly severity: { readonly [severity in Severity]: string };
  readonly cause: { readonly [cause in "report" | "extraction" | "any"]: string };
  readonly filter: { readonly [name in "severity" | "rule" | "unit" | "year" | "cause" | "text" | "all" | "apply" | "clear"]: string };
  readonly more: string;
  readonly none: string;
  readonly loading: string;
  readonly unnamed: string;
  readonly stated: string;
  readonly recomputed: string;
  readonly difference: string;
  readonly question: string;
  readonly subject: (subject: string) => string;
  readonly place: (evidence: Evidence) => string;
  readonly facts: { readonly [fact in Exclude<keyof Report, "title"> | "file" | "pages"]: string };
  readonly kind: { readonly [kind in Report["kind"]]: string };
  readonly textLayer: { readonly [layer in "native" | "ocr" | "mixed"]: string };
  readonly pages: (count: number) => string;
  readonly parts: (part: number, parts: number) => string;
  readonly columns: { readonly [column in ColumnName]: string };
  readonly scope: { readonly [scope in StatedScore["scope"]]: string };
  readonly sections: { readonly [section in "findings" | "scores" | "funds" | "indicators" | "others" | "page" | "doubts"]: string };
  readonly original: string;
  readonly noFindings: string;
  readonly notAReport: string;
  /** What is told in English of a document and its reading, in this language. */
  readonly message: (english: string) => string;
  readonly notStated: string;
  readonly doubt: (because: string, readings: readonly string[]) => string;
  readonly doubtful: string;
  readonly repair: (before: string, after: string, because: string) => string;
  readonly incomplete: (because: string) => string;
  readonly show: string;
  readonly viewer: { readonly [name in "previous" | "next" | "larger" | "smaller" | "noPicture" | "choose"]: string };
  readonly pageNumber: (page: number, pages: number) => string;
  readonly picture: (page: number) => string;
  readonly drop: { readonly [name in "choose" | "about"]: string };
  readonly job: { readonly [state in "sending" | "waiting" | "fetch" | "read" | "load" | "active" | "done" | "dead"]: string };
  readonly share: (part: number, parts: number) => string;
  readonly tally: (findings: { readonly [severity in Severity]: number }) => string;
  readonly open: string;
  readonly remedy: string;
  /** Why a file gave no record, or the API no answer: its code in words. */
  readonly fault: (code: string) => string | undefined;
}

/** A sign for each severity beside its colour. */
export const MARK: { readonly [severity in Severity]: string } = { error: "✖", warning: "▲", info: "●" };
