import type { GradeBand, Severity } from "../../core/record.js";
import { type Language, WORDS, type Words } from "../output/words.js";

/** Every word of the page that `ziping report` writes, by language. */
export interface ReportWords {
  readonly language: Language;
  readonly common: Words;
  readonly title: string;
  readonly made: (moment: string, pipelines: string) => string;
  readonly span: (reports: string, units: string, years: string) => string;
  readonly caution: string;
  readonly tiles: { readonly [tile in "reports" | "withErrors" | "errors" | "warnings" | "doubtful" | "unread" | "incomplete"]: string };
  readonly sections: { readonly [section in Section]: { readonly title: string; readonly about: string } };
  readonly worst: { readonly [severity in Severity | "none"]: string };
  readonly band: { readonly [band in GradeBand]: string };
  readonly heads: { readonly [head in Head]: string };
  readonly unnamed: string;
  readonly table: string;
  readonly none: string;
  /** Heads the reports that follow those told at length. */
  readonly next: string;
  readonly executionRate: string;
  readonly outputScore: string;
  readonly statedTotal: string;
  readonly points: (points: string) => string;
  readonly more: (count: number) => string;
  readonly moreUnits: (count: number) => string;
  /** Reports with errors or warnings that are not listed. */
  readonly moreReports: (count: number) => string;
  readonly fileByFile: string;
  readonly moreFiles: (count: number) => string;
  readonly ratio: (from: number) => string;
  readonly count: (count: number) => string;
  readonly percent: (share: number) => string;
}

export type Section = "review" | "outcome" | "inflation" | "rules" | "execution" | "overachieved" | "grades";
type Head =
  | "unit"
  | "year"
  | "name"
  | "indicator"
  | "rule"
  | "findings"
  | "reports"
  | "files"
  | "unread"
  | "remedy"
  | "times"
  | "since"
  | "highest"
  | "grade"
  | "notEarned"
  | "sum"
  | "rate"
  | "output"
  | "points"
  | "file"
  | "inflated";

const counts = (locale: string) => {
  const numbers = new Intl.NumberFormat(locale);
  const percents = new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 0 });
  return { count: (count: number) => numbers.format(count), percent: (share: number) => percents.format(share) };
};

export const REPORT_WORDS: { readonly [language in Language]: ReportWords } = {
  zh: {
    language: "zh",
    common: WORDS.zh,
    title: "绩效自评复核摘要",
    made: (moment, pipelines) => `生成于 ${moment}；判读版本 ${pipelines}`,
    span: (reports, units, years) => `${years}自评报告 ${reports} 份，涉及单位 ${units} 个`,
    caution: "以下均为按报告自身数字复算得出的矛盾，是核对的起点，不是结论：追问之前，请先翻到所列页码看原文。识读存疑的数字不计入。",
    tiles: {
      reports: "自评报告",
      withErrors: "有错误的报告",
      errors: "错误",
      warnings: "警告",
      doubtful: "识读存疑，未计入",
      unread: "未能读取的文件",
      incomplete: "可能漏读行的报告",
    },
    sections: {
      review: { title: "先看哪些报告", about: "按错误处数、虚高分值、警告处数排列。" },
      outcome: { title: "总体情况", about: "每份报告按其最严重的问题归类。" },
      inflation: { title: "自评虚高：单位与年度", about: "填报得分高于按报告自身数字应得分值的部分，单位：分。单项与总分分别计算。" },
      rules: { title: "各规则发现的问题", about: "各类矛盾出现的处数。" },
      execution: {
        title: "预算执行与产出",
        about: "横轴为预算执行率，纵轴为产出指标得分率；圆点面积表示报告数。左上角的红点：钱花得少，产出却满分，应当说明。",
      },
      overachieved: { title: "指标值偏低", about: "实际完成值达到指标值两倍以上：指标可能定得过低，或填报口径有误。" },
      grades: { title: "等级与总分分布", about: "各年度等级构成，以及总分在等级界线（60、80、90）附近的聚集。" },
    },
    worst: { error: "有错误", warning: "仅警告", info: "仅提示", none: "未发现矛盾" },
    band: { excellent: "优", good: "良", fair: "中", poor: "差" },
    heads: {
      unit: "单位",
      year: "年度",
      name: "项目或报告",
      indicator: "指标",
      rule: "规则",
      findings: "处数",
      reports: "报告数",
      files: "文件数",
      unread: "未能读取",
      remedy: "处理办法",
      times: "次数",
      since: "最早年度",
      highest: "最高倍数",
      grade: "等级",
      notEarned: "总分不支持",
      sum: "合计",
      rate: "执行率",
      output: "产出得分率",
      points: "总分",
      file: "文件",
      inflated: "虚高分值",
    },
    unnamed: "未写明",
    table: "数据表",
    none: "无。",
    next: "其次",
    executionRate: "预算执行率（%）",
    outputScore: "产出得分率（%）",
    statedTotal: "填报总分",
    points: (points) => `虚高 ${points} 分`,
    more: (count) => `另有 ${count} 处`,
    moreReports: (count) => `另有 ${count} 份报告有错误或警告，见视图 report_to_review。`,
    moreUnits: (count) => `另有 ${count} 个单位，见视图 inflation_by_unit。`,
    fileByFile: "逐个文件",
    moreFiles: (count) => `另有 ${count} 个文件，见视图 unread_file。`,
    ratio: (from) => (from === 10 ? "10 倍以上" : `${from}～${from === 2 ? 3 : from === 3 ? 5 : 10} 倍`),
    ...counts("zh-CN"),
  },
  en: {
    language: "en",
    common: WORDS.en,
    title: "Self-evaluations under review",
    made: (moment, pipelines) => `Made ${moment}; judged by ${pipelines}`,
    span: (reports, units, years) => `${years}${reports} self-evaluation reports of ${units} units`,
    caution:
      "Each item is a contradiction that recomputing a report's own figures gives: where to look, not what to conclude. Read the page it names before you ask the author. Doubtful readings are left out.",
    tiles: {
      reports: "reports",
      withErrors: "reports with errors",
      errors: "errors",
      warnings: "warnings",
      doubtful: "doubtful readings, left out",
      unread: "files not read",
      incomplete: "reports that may lack rows",
    },
    sections: {
      review: { title: "What to look at first", about: "By number of errors, then inflated points, then warnings." },
      outcome: { title: "All in all", about: "Each report by the gravest of its findings." },
      inflation: {
        title: "Inflated self-scores by unit and year",
        about: "Points stated above what the report's own figures allow; single scores and totals each count.",
      },
      rules: { title: "Rules by frequency", about: "How often each contradiction was found." },
      execution: {
        title: "Money spent and output claimed",
        about:
          "Across: budget execution; up: score of the output indicators; a dot's area is the number of reports. Red dots: little spent, and yet full output: ask why.",
      },
      overachieved: {
        title: "Targets set too low",
        about: "The actual value is at least twice the target: too low a target, or a misunderstanding of what is counted.",
      },
      grades: { title: "Grades and totals", about: "Grades by year, and how totals heap up about the bounds of grades (60, 80, 90)." },
    },
    worst: { error: "with errors", warning: "warnings only", info: "notes only", none: "no contradiction" },
    band: { excellent: "excellent 优", good: "good 良", fair: "fair 中", poor: "poor 差" },
    heads: {
      unit: "unit",
      year: "year",
      name: "project or report",
      indicator: "indicator",
      rule: "rule",
      findings: "findings",
      reports: "reports",
      files: "files",
      unread: "not read",
      remedy: "remedy",
      times: "times",
      since: "since",
      highest: "highest ratio",
      grade: "grade",
      notEarned: "not borne out",
      sum: "sum",
      rate: "execution",
      output: "output score",
      points: "total",
      file: "file",
      inflated: "inflated by",
    },
    unnamed: "not named",
    table: "the figures as a table",
    none: "None.",
    next: "Next",
    executionRate: "budget execution, %",
    outputScore: "output score, %",
    statedTotal: "stated total, points",
    points: (points) => `${points} points too many`,
    more: (count) => `and ${count} more`,
    moreReports: (count) => `${count} more reports have errors or warnings: view report_to_review.`,
    moreUnits: (count) => `${count} more units: view inflation_by_unit.`,
    fileByFile: "file by file",
    moreFiles: (count) => `${count} more files: view unread_file.`,
    ratio: (from) => (from === 10 ? "10 times or more" : `${from} to ${from === 2 ? 3 : from === 3 ? 5 : 10} times`),
    ...counts("en"),
  },
};
