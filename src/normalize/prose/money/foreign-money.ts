import type { Sentence } from "../sentence.js";
import { isOnProject, NAME_MARK, type Names } from "../subject.js";
import { isUnderOther } from "./run-in-head.js";

/** 截至6月底 and 截至评价日 are not the year's end. */
const INTERIM = /(?:截至|截止|至|到)(?:目前|现在|今|本次|评价|自评|报告|填报|检查|调查|[^,。]{0,7}?(?<!\d)(?:[1-9]|1[01])月)/u;

/** 截至6月底，支出50万元: what was spent by a date within the year, and not in the year. */
export function isInterim(text: string): boolean {
  return INTERIM.test(text);
}

/** 部门预算项目共15个, 我单位实施12个项目: in the report on one of them, what follows is of all. */
const SEVERAL_PROJECTS =
  /(?:部门|单位|我[局委厅院校])[^,:]{0,8}?(?:(?:部门|预算|专项|实施|共有?|安排|开展)(?:预算|专项|支出)*项目(?:共计?|共有|有|为|合计|总数)*\d+个(?=[,:]|$)|\d+个(?:部门|预算|专项|支出)*项目(?=[,:]|$))/u;
const THIS_PROJECT = new RegExp(`[本该此]项目|${NAME_MARK}`, "u");

/** Whether a sentence about money tells none of the report's own for the year: of another year, of a date within it, of a larger whole. */
export function isForeign(sentence: Sentence, names: Names, fiscalYear: number | null): boolean {
  const { text } = sentence;
  if (isUnderOther(sentence, names)) return true;
  if (isOnProject(names) && SEVERAL_PROJECTS.test(text) && !THIS_PROJECT.test(text)) return true;
  return !isOfYear(sentence, fiscalYear) || isInterim(text) || isOfBasic(sentence, names) || isPartOf(sentence, names);
}

/**
 * 支出1180万元，其中基本支出600万元: a department's own, whose parts are listed. In the report on a named project it is another matter, and so is
 * 项目支出580万元 where 基本支出 stands beside it.
 */
function isOfBasic({ passage, text }: Sentence, { department, cores }: Names): boolean {
  const ofDepartment = department && cores.length === 0;
  const at = text.indexOf("基本支出");
  if (at < 0) return !ofDepartment && text.includes("项目支出") && passage.folded.includes("基本支出");
  return !(ofDepartment && /其中|包括|包含/u.test(text.slice(0, at)));
}

/** 部门支出1180万元，其中渡口浮桥养护经费50万元: the amounts before are a larger whole's. */
function isPartOf({ text }: Sentence, names: Names): boolean {
  const at = text.indexOf("其中");
  const behind = text.slice(at);
  const isNamed = (name: string) => name.length >= 4 && behind.slice(0, name.length + 16).includes(name);
  return at >= 0 && (behind.slice(0, 17).includes(NAME_MARK) || names.cores.some(isNamed));
}

/** False when the sentence speaks of a single year that is not the one evaluated. */
function isOfYear(sentence: Sentence, fiscalYear: number | null): boolean {
  const years = new Set(
    sentence.tokens.filter((token) => token.kind === "year").map((token) => ("value" in token ? Number(token.value) : 0)),
  );
  return fiscalYear === null || years.size === 0 || years.has(fiscalYear);
}
