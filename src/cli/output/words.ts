import type { Evidence } from "../../core/evidence.js";
import { FAULT_NAMES } from "../../core/messages/fault-names.js";
import { inChinese } from "../../core/messages/in-chinese.js";
import { subjectIn } from "../../core/messages/subjects.js";
import type { Severity } from "../../core/record.js";

export type Language = "zh" | "en";

/** Every word that the command line's reports say, by language. */
export interface Words {
  readonly severity: { readonly [severity in Severity]: string };
  /** Subjects of findings are the report's own words, but for a few that the rules name. */
  readonly subject: (subject: string) => string;
  readonly stated: string;
  readonly recomputed: string;
  readonly difference: string;
  readonly total: string;
  readonly unstated: string;
  readonly agrees: string;
  readonly notTold: string;
  readonly grade: string;
  readonly doubtful: string;
  readonly noFindings: string;
  readonly notAReport: string;
  readonly unread: string;
  /** Of a document that was read but for these pages, and of one that ends in its middle. */
  readonly unreadPages: (pages: readonly number[]) => string;
  readonly cutOff: string;
  readonly remedy: string;
  /** What a fault's code is called. */
  readonly fault: (code: string) => string;
  /** What is told in English, a fault's message or its remedy, in this language. */
  readonly message: (english: string) => string;
  readonly indicators: (count: number) => string;
  readonly part: (part: number) => string;
  readonly more: (count: number) => string;
  /** Where something stands, down to the row, counted from 1 as people count. The line only where no table tells it better. */
  readonly place: (evidence: Evidence) => string;
  readonly column: (column: number) => string;
  readonly summary: (counts: Counts) => string;
}

export interface Counts {
  readonly documents: number;
  readonly unread: number;
  readonly findings: { readonly [severity in Severity]: number };
}

/** A sign for each severity, one column wide in every language. */
export const MARK: { readonly [severity in Severity]: string } = { error: "✖", warning: "▲", info: "●" };

export const WORDS: { readonly [language in Language]: Words } = {
  en: {
    severity: { error: "error", warning: "warning", info: "note" },
    subject: (subject) => subjectIn("en", subject),
    stated: "stated",
    recomputed: "recomputed",
    difference: "difference",
    total: "total",
    unstated: "not stated",
    agrees: "agrees",
    notTold: "cannot be verified",
    grade: "grade",
    doubtful: "the reading is doubtful; look at the page before asking the author",
    noFindings: "No contradiction found.",
    notAReport: "This is no self-evaluation report.",
    unread: "not read",
    unreadPages: (pages) => `not read: page ${pages.join(", ")}`,
    cutOff: "the file is cut off: what stood behind was not read",
    remedy: "Remedy",
    fault: (code) => code,
    message: (english) => english,
    indicators: (count) => (count === 1 ? "1 indicator" : `${count} indicators`),
    part: (part) => `part ${part}`,
    more: (count) => `and ${count} more`,
    place: ({ page, table, row, line }) =>
      places([
        ["page ", page, ""],
        ["table ", next(table), ""],
        ["row ", next(row), ""],
        ["line ", row === undefined ? line : undefined, ""],
      ]).join(", "),
    column: (column) => `column ${column + 1}`,
    summary: ({ documents, unread, findings }) =>
      [
        plural(documents, "report"),
        ...(unread > 0 ? [`${plural(unread, "file")} not read`] : []),
        plural(findings.error, "error"),
        plural(findings.warning, "warning"),
        plural(findings.info, "note"),
      ].join(" · "),
  },
  zh: {
    severity: { error: "错误", warning: "警告", info: "提示" },
    subject: (subject) => subjectIn("zh", subject),
    stated: "填报",
    recomputed: "复算",
    difference: "相差",
    total: "总分",
    unstated: "未填",
    agrees: "一致",
    notTold: "无法核实",
    grade: "等级",
    doubtful: "识读存疑，请先核对原文",
    noFindings: "未发现矛盾。",
    notAReport: "这不是绩效自评报告。",
    unread: "未能读取",
    unreadPages: (pages) => `未能读取第 ${pages.join("、")} 页`,
    cutOff: "文件不完整，其后内容未能读取",
    remedy: "处理办法",
    fault: (code) => FAULT_NAMES[code as keyof typeof FAULT_NAMES] ?? code,
    message: inChinese,
    indicators: (count) => `${count} 项指标`,
    part: (part) => `第 ${part} 份`,
    more: (count) => `另有 ${count} 处`,
    place: ({ page, table, row, line }) =>
      places([
        ["第", page, "页"],
        ["表", next(table), ""],
        ["第", next(row), "行"],
        ["第", row === undefined ? line : undefined, "行"],
      ]).join(" "),
    column: (column) => `第${column + 1}列`,
    summary: ({ documents, unread, findings }) =>
      [
        `报告 ${documents} 份`,
        ...(unread > 0 ? [`未能读取 ${unread} 个文件`] : []),
        `错误 ${findings.error}`,
        `警告 ${findings.warning}`,
        `提示 ${findings.info}`,
      ].join(" · "),
  },
};

function places(parts: readonly (readonly [before: string, index: number | undefined, after: string])[]): string[] {
  return parts.filter(([, index]) => index !== undefined).map(([before, index, after]) => `${before}${index}${after}`);
}

function next(index: number | undefined): number | undefined {
  return index === undefined ? undefined : index + 1;
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
