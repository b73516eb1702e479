import type { Failure, Record } from "../../core/record.js";
import type { CheckReport } from "./check-report.js";
import { printable } from "./printable.js";

/** One object a document: `{ path, source, report, statedScores, grade, findings, warnings }`, or `{ path, source, error }`. */
export function ndjsonReport(): CheckReport {
  return {
    head: () => "",
    document: (path, record) => `${documentJson(path, record)}\n`,
    failure: (path, failure) => `${failureJson(path, failure)}\n`,
    foot: () => "",
  };
}

/** The objects of {@link ndjsonReport} in one array. */
export function jsonReport(): CheckReport {
  let separator = "\n";
  const item = (json: string) => {
    const text = `${separator}${json}`;
    separator = ",\n";
    return text;
  };
  return {
    head: () => "[",
    document: (path, record) => item(documentJson(path, record)),
    failure: (path, failure) => item(failureJson(path, failure)),
    foot: () => "\n]\n",
  };
}

function documentJson(path: string, { source, report, statedScores, grade, findings, warnings }: Record): string {
  return printable(JSON.stringify({ path, source, report, statedScores, grade, findings, warnings }));
}

function failureJson(path: string, failure: Failure): string {
  return printable(JSON.stringify({ path, ...failure }));
}
