import { CSV_START, csvLine } from "../../core/csv.js";
import type { ArchivedContent } from "../../warehouse/anew/archived-contents.js";
import type { Change } from "../../warehouse/anew/compare-rows.js";
import type { Palette } from "../output/palette.js";
import { printable } from "../output/printable.js";
import type { Language } from "../output/words.js";
import type { DiffTally } from "./diff-tally.js";
import type { Anew, OutOfReach } from "./judge-anew.js";

/** One way to print what `ziping diff` finds. Each call returns the text to print. */
export interface DiffReport {
  head(): string;
  document(anew: Anew): string;
  outOfReach(content: OutOfReach): string;
  foot(tally: DiffTally): string;
}

const SIGN = { added: "+", removed: "-", changed: "~" } as const;

const WORDS = {
  en: {
    gone: "its file is gone and no record was kept",
    changed: "its file holds something else now; import it",
    record: "by its record",
    aspect: { report: "report", indicator: "indicator", fund: "fund", score: "stated score", finding: "finding", file: "file" },
    documents: (t: DiffTally) =>
      `${t.compared} documents judged anew${t.byRecord > 0 ? ` (${t.byRecord} by their records alone)` : ""}, ${t.differing} differ; ${t.gone} gone, ${t.changedSince} changed since.`,
    same: "Nothing differs.",
    none: "Everything in the warehouse was judged by this version.",
  },
  zh: {
    gone: "原文件已不在，也未保留记录",
    changed: "原文件内容已变，请重新导入",
    record: "仅按记录复核",
    aspect: { report: "报告", indicator: "指标", fund: "资金", score: "填报得分", finding: "问题", file: "文件" },
    documents: (t: DiffTally) =>
      `重新判读 ${t.compared} 份文件${t.byRecord > 0 ? `（其中 ${t.byRecord} 份仅按记录复核）` : ""}，结果不同的 ${t.differing} 份；原文件已不在 ${t.gone} 份，内容已变 ${t.changedSince} 份。`,
    same: "没有差别。",
    none: "库中内容均由当前版本判读。",
  },
} as const;

/** For people: per document what differs, then rules and columns by number. */
export function textDiff(language: Language, palette: Palette): DiffReport {
  const words = WORDS[language];
  const paint = { added: palette.green, removed: palette.red, changed: palette.yellow } as const;
  const line = ({ change, what, part, rule, name, field, before, after }: Change) => {
    const about = [part > 1 ? `#${part}` : "", words.aspect[what], rule, name, field].filter((text) => text !== "").join("  ");
    const values = change === "changed" ? `${before ?? "—"} → ${after ?? "—"}` : (after ?? before ?? "");
    return `  ${paint[change](SIGN[change])} ${printable(about)}  ${printable(values)}\n`;
  };
  return {
    head: () => "",
    document: ({ content, from, changes }) =>
      changes.length === 0
        ? ""
        : `${palette.bold(printable(pathOf(content)))}${from === "record" ? `  ${palette.dim(words.record)}` : ""}\n${changes.map(line).join("")}\n`,
    outOfReach: ({ content, why }) => `${palette.bold(printable(pathOf(content)))}\n  ${palette.yellow(words[why])}\n\n`,
    foot(tally) {
      if (tally.compared + tally.gone + tally.changedSince === 0) return `${words.none}\n`;
      const counted = [...tally.rules, ...[...tally.figures].sort(([a], [b]) => a.localeCompare(b))];
      const width = Math.max(0, ...counted.map(([name]) => name.length));
      const rows = counted.map(
        ([name, { added, removed, changed }]) =>
          `  ${name.padEnd(width)}  ${paint.added(`+${added}`)}  ${paint.removed(`-${removed}`)}  ${paint.changed(`~${changed}`)}\n`,
      );
      return `${palette.bold(words.documents(tally))}\n${rows.length > 0 ? rows.join("") : tally.compared > 0 ? `${words.same}\n` : ""}`;
    },
  };
}

/** One object a document that differs or could not be judged anew; the last is the summary. */
export function ndjsonDiff(): DiffReport {
  const line = (value: unknown) => `${printable(JSON.stringify(value))}\n`;
  const about = ({ sha256, files, pipelineVersion }: ArchivedContent) => ({
    sha256,
    paths: files.map(({ path }) => path),
    pipelineVersion,
  });
  return {
    head: () => "",
    document: ({ content, from, changes }) => (changes.length === 0 ? "" : line({ ...about(content), from, changes })),
    outOfReach: ({ content, why }) => line({ ...about(content), outOfReach: why }),
    foot: ({ compared, differing, gone, changedSince, byRecord, rules, figures }) =>
      line({
        summary: {
          compared,
          differing,
          gone,
          changedSince,
          byRecord,
          rules: Object.fromEntries(rules),
          figures: Object.fromEntries(figures),
        },
      }),
  };
}

const COLUMNS = [
  "file",
  "sha256",
  "part",
  "change",
  "what",
  "rule",
  "name",
  "field",
  "before",
  "after",
  "judged_before_by",
  "judged_anew_from",
] as const;

/** One line a change; a document that could not be judged anew has one that says why. */
export function csvDiff(): DiffReport {
  const line = (content: ArchivedContent, from: string, { part, change, what, rule, name, field, before, after }: Partial<Change>) =>
    csvLine(
      [pathOf(content), content.sha256, part, change, what, rule, name, field, before, after, content.pipelineVersion, from].map((value) =>
        typeof value === "string" ? printable(value) : value,
      ),
    );
  return {
    head: () => CSV_START + csvLine(COLUMNS),
    document: ({ content, from, changes }) => changes.map((change) => line(content, from, change)).join(""),
    outOfReach: ({ content, why }) => line(content, why, {}),
    foot: () => "",
  };
}

function pathOf({ files }: ArchivedContent): string {
  return files[0]!.path;
}
