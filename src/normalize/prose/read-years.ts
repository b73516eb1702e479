import type { ProseYear } from "./facts.js";
import { figureDoubt } from "./figure-doubt.js";
import { figureOf } from "./lexer.js";
import type { MoneyFacts } from "./money/read-amounts.js";
import { locate, type Passage } from "./passage.js";
import type { Sentence } from "./sentence.js";

type Year = ProseYear;

const TITLE =
  /(?<!\d年?度?[-—–~～至到])((?:19|20)\d\d)(?:年?度|年)(?![-—–~～至到]+(?:19|20)\d\d)(?!\d{1,2}月).{0,50}?(?:自评|评价|自我评价)/u;
const NO_TITLE = /[。,;]|通知|办法|根据|按照|批复|印发|关于|应用|整改|问题|建议|措施|上年|下年/u;
const LONGEST_TITLE = 70;
const ONLY_YEAR = /^\(?((?:19|20)\d\d)年度\)?$/u;
const PERIOD =
  /(?:时间范围|评价时段|评价期间?|评价时间段|评价基准期|起止时间|实施期限|实施周期|项目周期|实施时间|覆盖时间)[^0-9]{0,14}((?:19|20)\d\d)年(?:\d{1,2}月)?(?:\d{1,2}日)?[^0-9]{1,4}(?:((?:19|20)\d\d)年)?\d{1,2}月/u;
const WHOLE_YEAR = "((?:19|20)\\d\\d)年(?:度|全年|1月(?:份|1日)?\\s*[至到~—–-]+\\s*(?:\\1年)?12月(?:份|底|末|31日)?)(?![和、及与至到~—–-])";
/** 本次自评覆盖2022年1月至12月的全部支出, 评价期间为2022年度: all of one year, and no other in the sentence. */
const COVERS = new RegExp(
  `(?:(?:自评|评价)(?:工作)?(?:的)?(?:覆盖|涵盖)|(?:自评|评价)(?:工作)?(?:的)?(?:时间范围|时间段|期间|时段|时间|范围|期)(?:为|是|:|覆盖|涵盖))[^0-9,;。]{0,6}${WHOLE_YEAR}`,
  "u",
);
/** What came over from another year is not the year judged. */
const CARRIED = /结转|结余|上年|以前年度|整改|问题/u;
/** 评价年度为2022年. Not the one before or after, nor what has it (评价年度为2022年的项目), nor 自评年度, which is often the year of writing. */
const STATED =
  /(?<![上下前去往自]一?[个次期轮]?(?:年度?)?的?(?:绩效|我)?)(?:评价|绩效)年度(?:为|是|:)?\s*((?:19|20)\d\d)(?!年?度?[的、和及至到~—–-])年?/u;
/** 本表反映2022年度某项目的绩效自评结果. */
const REFLECTS =
  /(?:本|此)(?:自评|评价)?(?:表|报告)(?:所)?(?:反映|填报|填列|评价|系|为)(?:的是|的为)?((?:19|20)\d\d)年(?:度)?(?![和、及与至到~—–-])[^,;。\d]{0,60}(?:自评|评价|绩效)/u;
const RESULT =
  /((?:19|20)\d\d)年(?:度)?[^,;。\d]{0,40}(?:自评价?|评价)(?:(?:结果|结论|等级)(?:为|是|:)|(?:综合|最终|最后|总体)?(?:总?得分|分数|总分|分)(?:为|是|:)?\s*\d)/gu;
/** What others evaluated is not what this report does. */
const BY_OTHERS = /财政(?:局|厅|部门)|第三方|专家|重点评价|抽查|复核|审计/u;
const COMPARES = /较|比|提高|下降|增加|分别/u;
/** Whatever else a passage tells of the year before, its results may be that year's. */
const LOOKS_BACK = /上年|去年/u;
const PLAN = /(?:实施计划|年度(?:绩效|总体)?目标|实施进度|工作计划)[:：]?\s*((?:19|20)\d\d)年(?:度)?(?!\d{0,2}月)/u;
const STARTS = /^((?:19|20)\d\d)年(?:度)?[,，](?!\d)/u;
/** The report was written then, the sentence looks back or ahead, or tells of an honour. */
const OTHER_TIME =
  /获评|荣获|被评(?!价)|授予|成立|召开|印发|发布|批准|立项|启动|以来|建成|下年|上年|同比|增长|比(?:19|20)\d\d|(?<![虚模])拟(?!定)|预计|计划(?=继续|再|新)|将(?=继续|进一步|重点)/u;

/** Shorter words may be those of any year. */
const SHORTEST_TOLD = 8;

const CLAUSE = /[,。;\n]/u;

/** The clauses of a report's cells that are long enough to be known again. */
export function clausesOfCells(passages: readonly Passage[]): ReadonlySet<string> {
  const cells = passages.filter(({ place }) => place === "cell");
  return new Set(cells.flatMap(({ folded }) => folded.split(CLAUSE).filter((clause) => clause.length >= SHORTEST_TOLD)));
}

/** 2023年度，征地全部完成。 below a form with a cell 征地全部完成。: a paragraph that begins with a year and goes on in words of the form. */
export function repeatsForm({ folded, place }: Passage, clauses: ReadonlySet<string>): boolean {
  const starts = place === "paragraph" ? STARTS.exec(folded) : null;
  return starts !== null && clauses.has(folded.slice(starts[0].length).split(CLAUSE)[0]!);
}

/** Places in a passage that name the evaluated year. `completion`: it tells what was done in the year, by the head above it or by its words. */
export function readYears(passage: Passage, completion: boolean): Year[] {
  const { folded } = passage;
  if (!/(?:19|20)\d\d/u.test(folded)) return [];
  const found: Year[] = [];
  const add = (place: string, match: RegExpExecArray, group = 1, told?: string) => {
    const start = match.index;
    if (figureDoubt(passage, start, start + match[0].length)) return;
    found.push({
      year: Number(match[group]),
      place,
      evidence: locate(passage, start, start + match[0].length),
      ...(told === undefined ? {} : { result: told }),
    });
  };
  if (passage.place === "paragraph" && folded.length <= LONGEST_TITLE && !NO_TITLE.test(folded)) {
    const title = TITLE.exec(folded) ?? ONLY_YEAR.exec(folded);
    if (title) add("title", title);
  }
  const period = PERIOD.exec(folded);
  if (period && (period[2] === undefined || period[2] === period[1])) add("period", period);
  for (const sentence of folded.split(/[。;\n]/u)) {
    const covers = COVERS.exec(sentence);
    const others = [...sentence.matchAll(/(?:19|20)\d\d(?=年)/gu)].some(([year]) => year !== covers?.[1]);
    if (covers && !period && !others && !CARRIED.test(sentence)) add("period", Object.assign(covers, { index: folded.indexOf(covers[0]) }));
  }
  const stated = STATED.exec(folded) ?? REFLECTS.exec(folded);
  if (stated) add("period", stated);
  const results = [...folded.matchAll(RESULT)];
  const result = results[0];
  // 2022年自评得分91分，2023年自评得分95分 compares.
  if (
    result &&
    results.every(([, year]) => year === result[1]) &&
    !OTHER_TIME.test(result[0]) &&
    !BY_OTHERS.test(folded) &&
    !LOOKS_BACK.test(folded) &&
    !COMPARES.test(sentenceAt(folded, result.index))
  )
    add("result", result, 1, toldBehind(folded, result));
  const plan = PLAN.exec(folded);
  if (plan && !/下一?年|明年|次年/u.test(folded.slice(0, plan.index))) add("plan", plan);
  const starts = STARTS.exec(folded);
  if (starts && (passage.place === "cell" || completion) && !OTHER_TIME.test(folded.slice(0, 40))) add("completion", starts);
  return found;
}

/** 2022年度自评得分92分。隐患数同比下降。: the sentence of a passage that holds an offset. */
function sentenceAt(folded: string, at: number): string {
  const end = folded.slice(at).search(/[。\n]/u);
  return folded.slice(Math.max(folded.lastIndexOf("。", at), folded.lastIndexOf("\n", at)) + 1, end < 0 ? undefined : at + end);
}

/** …自评得分为92分, …结果为"良": the score or grade that the words tell. */
function toldBehind(folded: string, match: RegExpExecArray): string | undefined {
  const end = match.index + match[0].length;
  return (
    /^[^,;。\d]{0,8}?(\d{1,3}(?:\.\d+)?)/u.exec(folded.slice(end - 1))?.[1] ??
    /^"?(优秀?|良好?|中等?|较?差|一般|合格)/u.exec(folded.slice(end))?.[1]
  );
}

/** 2020年该项目全年预算…，实际支出…: a sentence that tells budget and spending of one year names the year that is judged, unless it compares. */
export function fundsYear(sentence: Sentence, told: MoneyFacts): (Year & { readonly compares: boolean })[] {
  const years = sentence.tokens.filter((token) => token.kind === "year");
  const year = years[0];
  if (!year || years.some((other) => other.text !== year.text)) return [];
  const ofTotal = told.amounts.filter(({ source }) => source === "total");
  const fields = new Set(ofTotal.map(({ field }) => field));
  if (fields.size + (told.rates.length > 0 ? 1 : 0) < 2 || !fields.has("executed")) return [];
  return [
    {
      year: Number(figureOf(year)),
      place: "funds",
      evidence: locate(sentence.passage, year.start, year.end),
      money: ofTotal.map(({ money }) => money),
      compares: OTHER_TIME.test(sentence.text),
    },
  ];
}
