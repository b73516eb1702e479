import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { FUND_AMOUNTS } from "../src/core/record.js";
import { readDocument } from "../src/pipeline/read-document.js";

/** A record or a truth, as JSON has it. */
interface Told {
  readonly report?: Row;
  readonly grade?: Row | null;
  readonly indicators?: readonly Row[];
  readonly funds?: readonly Row[];
  readonly statedScores?: readonly Row[];
  readonly findings?: readonly Row[];
}
type Row = { readonly [field: string]: unknown };
interface Truth extends Told {
  readonly file: string;
  readonly tags?: readonly string[];
  /** A file of several reports: a truth for each. */
  readonly parts?: readonly Told[];
}

const TEXTS = ["level1", "level2", "level3", "target", "actual", "deviationReason"];
const MARKS = ["weight", "score", "completionRate"];

/** What a report tells, one entry a figure, text or list. */
function entries(told: Told): [string, string][] {
  const { report = {}, indicators = [], funds = [], statedScores = [], findings = [] } = told;
  return [
    ...["kind", "fiscalYear", "projectName", "department", "unit", "reportDate"].map((field) => entry(`report ${field}`, report[field])),
    entry("grade", told.grade?.band),
    entry("indicators", indicators.length),
    ...indicators.flatMap((row, i) => [...TEXTS, ...MARKS].map((field) => entry(`indicator ${i + 1} ${field}`, row[field]))),
    ...funds.flatMap((row) => [
      ...[...FUND_AMOUNTS, "executionRate", "weight", "score"].map((field) => entry(`fund ${plain(row.label)} ${field}`, row[field])),
      // A truth that leaves the label open means the whole.
      ...(row.source === "total" ? FUND_AMOUNTS.map((field) => entry(`the whole's ${field}`, row[field])) : []),
    ]),
    ...statedScores.map(({ scope, score, fullMarks }) => entry(`stated score ${[scope, score, fullMarks].map(plain).join(" ")}`, "stated")),
    listed(
      "finding",
      findings.filter(({ cause }) => cause !== "extraction").map(({ rule, subject }) => `${plain(rule)} ${plain(subject)}`),
    ),
  ];
}

function entry(key: string, value: unknown): [string, string] {
  return [key, plain(value)];
}

function listed(key: string, values: readonly string[]): [string, string] {
  return [key, [...new Set(values)].sort().join("; ")];
}

/** Figures by value, texts without layout. */
function plain(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "object") return plain((value as { value?: unknown }).value);
  const text = String(value).normalize("NFKC").replace(/\s+/gu, "");
  return /^-?\d+(?:\.\d+)?$/u.test(text) ? String(Number(text)) : text;
}

/** Where the records differ from the truths; `*` there is anything, and of a fund only what the truth states is asked. */
async function differences(path: string, truths: readonly Told[]): Promise<string[]> {
  const records = await readDocument(readFileSync(path), path, { ocr: "off" }).catch((fault: unknown) => String(fault));
  if (typeof records === "string") return [`no record: ${records}`];
  if (records.length !== truths.length) return [`reports: want ${truths.length}, got ${records.length}`];
  return truths.flatMap((truth, i) => {
    const got = new Map(entries(records[i]!).toReversed());
    return entries(truth).flatMap(([key, want]) => {
      const found = got.get(key) ?? "";
      if (key.includes("*") || want.includes("*") || want === found || (/^(?:fund|the whole's) /u.test(key) && want === "")) return [];
      return [`${key}: want ${want}, got ${found}`];
    });
  });
}

/**
 * Reads each document of a folder of fixtures whose truth stands beside it, scans excepted (they take minutes), and holds it to that
 * truth. `knownToFail`: documents that are not read right yet, with the reason; one that is read right must leave the list.
 */
export function judgeDocuments(title: string, folderName: string, knownToFail: { readonly [file: string]: string }): void {
  const folder = join(import.meta.dirname, "..", "fixtures", folderName);
  const cases = readdirSync(folder)
    .filter((name) => name.endsWith(".truth.json"))
    .map((name) => [JSON.parse(readFileSync(join(folder, name), "utf8")) as Truth | Truth[]].flat())
    .filter(([first]) => !first?.tags?.includes("scan"))
    .map((truths) => [truths[0]!.file, truths[0]!.parts ?? truths] as const);

  describe(title, () => {
    it.each(cases.filter(([file]) => !(file in knownToFail)))("%s: its figures and findings", async (file, truths) => {
      expect(await differences(join(folder, file), truths)).toEqual([]);
    });

    it("has nothing among the known failures that is read right, or is not there", async () => {
      const failing = await Promise.all(
        cases
          .filter(([file]) => file in knownToFail)
          .map(async ([file, truths]) => ({ file, wrong: await differences(join(folder, file), truths) })),
      );
      expect(failing.filter(({ wrong }) => wrong.length > 0).map(({ file }) => file)).toEqual(Object.keys(knownToFail).sort());
    });
  });
}
