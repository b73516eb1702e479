import { ANY_NUMBER } from "../../core/numbering.js";
import { alternation } from "../lexicon/lexicon.js";
import { NEUTRAL_SUBJECT } from "../lexicon/prose/subject-words.js";
import { foldForReading } from "./fold.js";
import type { Passage } from "./passage.js";

/** The names that stand for the whole project in this report. */
export interface Names {
  /** Folded text of the titles and of the project's name. */
  readonly titles: readonly string[];
  /** Folded core of the name: without 项目, 经费 and the like. */
  readonly cores: readonly string[];
  /** The report is on a whole department: its projects are parts. */
  readonly department: boolean;
}

const TITLE = /(?:绩效)?(?:自评|评价|自我评价)/u;
const DATE = /(?:19|20)\d\d年(?:度)?(?:\d{1,2}月)?(?:\d{1,2}日)?|\d{1,2}月(?:\d{1,2}日|底|末)?|(?:19|20)\d\d$/gu;
const NEUTRAL = new RegExp(alternation(NEUTRAL_SUBJECT), "gu");
const DRESS = /["《》<>()\s、:]|^[一二三四五六七八九十\d]{1,3}[、.]|^[•●○■□◆◇▪·◦‣∙*-]/gu;

/** What the report calls its project, by its first lines that are titles and by what its form says. */
export function namesOf(passages: readonly Passage[], projectName?: string | null, title?: string | null): Names {
  const titles = passages
    .slice(0, 40)
    .filter(
      (passage) =>
        passage.place === "paragraph" && passage.text.length <= 80 && TITLE.test(passage.folded) && !/[。，,]/u.test(passage.text),
    )
    .slice(0, 6)
    .map((passage) => bare(passage.folded));
  titles.push(bare(titleBlock(passages)));
  if (title) titles.push(bare(foldForReading(title)));
  const cores: string[] = [];
  if (projectName) {
    const name = bare(foldForReading(projectName));
    titles.push(name);
    cores.push(name, name.replace(/(?:专项)?(?:项目|经费|资金)$/u, ""));
  }
  return {
    titles: titles.filter((text) => text !== ""),
    cores: cores.filter((core) => core.length >= 2),
    // 评价方式：部门（单位）绩效自评 on the cover of a named project's report says nothing of what it is on.
    department: titles.some(
      (text) => /整体支出|(?:部门|单位)整体/u.test(text) || (cores.length === 0 && text.includes("部门") && !text.includes("项目")),
    ),
  };
}

const FIRST_HEADING = /^(?:[一1]\s*[、.]|[(（][一1][)）])/u;

/** What stands before the first heading and the first sentence: a title may be broken over several lines. */
function titleBlock(passages: readonly Passage[]): string {
  const end = passages.findIndex(
    (passage) => FIRST_HEADING.test(passage.folded) || /[。,;]/u.test(passage.folded) || passage.place === "cell",
  );
  const lines = passages.slice(0, Math.min(end < 0 ? 3 : end, 8)).filter((passage) => passage.text.length <= 60);
  return lines
    .map((passage) => passage.folded)
    .join("")
    .slice(0, 240);
}

/** Stands, character for character, where the project's name stood: its words (少数民族, 设备购置, 招标) are not the sentence's. */
export const NAME_MARK = "\ue000";
const MARKS = new RegExp(`${NAME_MARK}+`, "gu");
/** A shorter name may be any word's part. */
const SHORTEST_MASKED = 4;
/** A name made of the very words that reports are read by stays as it is. */
const WORDS_OF_REPORTS = /自评|评价|评定|绩效|得分|总分|指标|满意度|预算执行/u;

/** A text with the project's name blanked; same length. */
export function withoutName(folded: string, { cores }: Names): string {
  return cores
    .filter((core) => core.length >= SHORTEST_MASKED && !WORDS_OF_REPORTS.test(core))
    .reduce((text, core) => text.replaceAll(core, NAME_MARK.repeat(core.length)), folded);
}

/** Whether a report is on a project whose name is known. */
export function isOnProject({ department, cores }: Names): boolean {
  return !department && cores.length > 0;
}

const DEPARTMENT = /(?<!用人)(?:部门|单位)整体(?:支出)?|整体支出/u;

/** Where a text names the whole department, in the report on a project, whose department's 整体支出 is another matter; -1 where it does not. */
export function departmentAt(text: string, names: Names): number {
  return isOnProject(names) ? text.search(DEPARTMENT) : -1;
}

/** True when a subject names nothing but the project as a whole, its year and its people. */
export function isWhole(subject: string, names: Names): boolean {
  if (departmentAt(subject, names) >= 0) return false;
  let rest = subject.replace(ITEM_NUMBER, "").replace(DATE, "").replace(MARKS, "").replace(TREASURY, "");
  for (const core of names.cores) rest = rest.split(core).join("");
  rest = bare(rest);
  if (rest === "" || endsAName(rest, names.titles)) return true;
  const stripped = rest.replace(NEUTRAL, "");
  if (stripped === "" || endsAName(stripped, names.titles) || names.cores.some((core) => shortens(rest.replace(SPEAKER, ""), bare(core))))
    return true;
  // The name may itself hold a neutral word (…项目资金): compare what both are without them.
  return stripped.length >= 4 && names.titles.some((title) => title.replace(NEUTRAL, "").includes(stripped));
}

/** 青石县财政局: who gives the money, whatever its name. */
const TREASURY = /^\p{Script=Han}{1,8}?[省市县区州旗]财政[局厅](?=.|$)/u;
const SPEAKER = /^[我本](?:单位|部门|[局厅委办院校所站馆处镇乡县市区])/u;
const LONGEST_GAP = 4;

/** 森林防火经费, of 市级森林防火补助经费: the name without a word of money before its end. */
function shortens(phrase: string, name: string): boolean {
  return [...phrase].some((_, at) => {
    const [head, end] = [phrase.slice(0, at), phrase.slice(at)];
    if (head.length < 4 || end.length < 2 || !name.endsWith(end)) return false;
    const gap = name.slice(name.indexOf(head) + head.length, name.length - end.length);
    return name.includes(head) && gap.length <= LONGEST_GAP && gap.replace(NEUTRAL, "").replace(/补[助贴]|奖补|扶持|配套/gu, "") === "";
  });
}

const SHORTEST_NAME = 5;

/** A subject without the project's name: what is left says who speaks. Names may hold any word (…卫生机构能力提升项目). */
export function withoutNames(subject: string, names: Names): string {
  let rest = names.cores.reduce((text, core) => text.split(core).join(""), subject.replace(MARKS, ""));
  for (const title of names.titles) {
    const common = longestCommon(rest, title);
    if (common.length >= SHORTEST_NAME) rest = rest.split(common).join("");
  }
  return rest;
}

function longestCommon(text: string, title: string): string {
  let best = "";
  for (let from = 0; from < text.length; from++) {
    while (from + best.length < text.length && title.includes(text.slice(from, from + best.length + 1)))
      best = text.slice(from, from + best.length + 1);
  }
  return best;
}

/** 总体来看项目实施较好, 我们认为该项目实施规范: words before the subject. */
const BEFORE_SUBJECT =
  /^(?:[总整]体(?:来看|来说|而言|上看?)|总的来[看说]|由此可见|(?:我们|我[局厅委院校]|我?单位|评价组|自评组)?(?:经[^,]{1,10})?认为)?,?[该本]?/u;
/** A project's name at a sentence's start, and what is told of it: its money, its evaluation, or, behind a comma, either. */
const OTHER_PROJECT =
  /^(?!根据|按照|对照|依据|通过|经|综|对|从|在|以|由)((?:(?!项目)[^,、:;。\d"《]){2,30})项目(?:[的(,\d]|预算|支出|资金|经费|投资|投入|安排|下达|批复|到位|实际|全年|年[初末]|当年|本年|共|合计|计划|自评|自我|绩效|评|考评|综合|总|最[终后]|得|等[级次]|为|获)(?<!项目[一二三四五六七八九十的]*[总整])/u;
/** 河道治理项目实施完成: a plain verb behind it, which the report's own project may have under a shorter name. */
const OTHER_DOING =
  /^(?!根据|按照|对照|依据|通过|经|综|对|从|在|以|由)((?:(?!项目)[^,、:;。\d"《]){2,30})项目(?:已|均|基本|顺利|按期|如期|全面|整体|圆满)*(?:实施|完成|建设|开展|推进|完工|竣工|建成|验收|运行)/u;
const ITEM_NUMBER = new RegExp(`^${ANY_NUMBER}`, "u");

/** 河道治理项目预算200万元，…，自评得分98分: a sentence that begins with another project than the report's is about that one. */
export function startsWithOther(text: string, names: Names): boolean {
  const start = text.replace(ITEM_NUMBER, "").replace(BEFORE_SUBJECT, "");
  const doing = OTHER_DOING.exec(start)?.[1];
  if (doing !== undefined && sharesNothing(doing, names)) return true;
  const named = OTHER_PROJECT.exec(start)?.[1];
  if (named === undefined || isWhole(named, names) || isWhole(`${named}项目`, names)) return false;
  return withoutNeutral(withoutNames(named, names)).length >= 2;
}

/** Not two characters in a row that a name of this report has. Where the report names no project, any may be its own. */
function sharesNothing(named: string, { titles, cores }: Names): boolean {
  const own = [...titles, ...cores].join("|");
  const pairs = Array.from({ length: named.length - 1 }, (_, i) => named.slice(i, i + 2));
  const isNamed =
    cores.length > 0 ||
    titles.some((title) => withoutNeutral(/^(?:(?:19|20)\d\d年度?)?(.{2,30}?)项目/u.exec(title)?.[1] ?? "").length >= 2);
  return isNamed && withoutNeutral(named).length >= 2 && pairs.every((pair) => !own.includes(pair));
}

function withoutNeutral(text: string): string {
  return text.replace(NEUTRAL, "");
}

const AFTER_NAME = /^(?:项目|专项|经费|资金|支出|补助|补贴|费|运行|绩效|自评|评价|情况|报告|整体|部门|(?:19|20)\d\d|$)/u;

/** Does the phrase stand in a title where a name ends? A word out of the midst of a name is another subject. */
function endsAName(phrase: string, titles: readonly string[]): boolean {
  if (phrase.length < 3) return false;
  return titles.some((title) => {
    const at = title.indexOf(phrase);
    return at >= 0 && AFTER_NAME.test(title.slice(at + phrase.length));
  });
}

function bare(text: string): string {
  return text.replace(DRESS, "");
}
