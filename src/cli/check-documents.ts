import { loadConfig } from "../core/config.js";
import type { Record } from "../core/record.js";
import type { CheckFlags } from "./commands/check.js";
import { EXIT } from "./exit-code.js";
import { readInputs } from "./inputs/read-inputs.js";
import type { CheckReport } from "./output/check-report.js";
import { csvReport } from "./output/csv-report.js";
import { jsonReport, ndjsonReport } from "./output/json-report.js";
import { paletteFor } from "./output/palette.js";
import { print } from "./output/print.js";
import { textReport } from "./output/text-report.js";

/** `ziping check`: the findings of each document, as it is read. Returns the exit code. */
export async function checkDocuments(paths: readonly string[], flags: CheckFlags): Promise<number> {
  const report = reportOf(flags);
  let errors = 0;
  let unread = 0;
  await print(report.head());
  for await (const { file, outcome } of readInputs(paths, flags)) {
    if (outcome.kind === "failed") {
      unread++;
      await print(report.failure(file.path, outcome.failure));
      continue;
    }
    for (const json of outcome.records) {
      const record = JSON.parse(json) as Record;
      errors += record.findings.filter((finding) => finding.severity === "error").length;
      await print(report.document(file.path, record));
    }
  }
  await print(report.foot());
  return unread > 0 ? EXIT.unread : errors > 0 ? EXIT.findings : EXIT.done;
}

function reportOf({ format, lang, color, profile, width = process.stdout.columns }: CheckFlags): CheckReport {
  const language = lang ?? loadConfig().lang;
  if (format === "csv") return csvReport(language);
  if (format === "json") return jsonReport();
  if (format === "ndjson") return ndjsonReport();
  return textReport({ language, palette: paletteFor(color, process.stdout), profile, width });
}
