import type { ProseCount as Count } from "./facts.js";
import { figureDoubt } from "./figure-doubt.js";
import { figureOf, type Token } from "./lexer.js";
import { locate } from "./passage.js";
import type { Sentence } from "./sentence.js";
import { departmentAt, type Names } from "./subject.js";

const ABOUT = /指标|绩效目标/u;
/** 项目5个，绩效指标60个: counted over several projects. */
const OF_PROJECTS = /项目\s*\d+\s*个|\d+\s*个(?:预算|专项|二级|一级|部门)?项目/u;
/** Counts of one class are not counts of all: 产出指标6个. */
const ONE_CLASS =
  /产出|效益|效果|满意度|成本|数量|质量|时效|进度|一级|二级|四级|决策|过程|投入|管理|履职|核心|共性|个性|定量|定性|正向|反向|经济|社会|生态|可持续/u;
/** Points lost or not tell the same where a report speaks of scores alone: a row that tells both apart counts either way. */
const NOT_DONE = /(?:未|没有|没|尚未|未能|不)(?:全部|全面|按期|如期)?(?:完成|达成|达到|实现|达标|得满分|满分)|(?:扣|失|丢)了?分/u;
const DONE = /完成|达成|达到|实现|达标|满分/u;
/** What may stand around a count of completed indicators; any other word makes it a count of something else. */
const NEUTRAL =
  /\ue000+|指标值|指标|绩效|目标值|目标|项目|个数|数量|年度|年初|预期|预定|既定|设定|全年|全部|全面|圆满|顺利|均|都|已|有|为|其中|其|的|三级|共计|共|计|任务|值|并|率|中|且|另|仅|还|尚|未能|未|没有|没|不|按期|如期|按时|超额|完成|达成|达到|实现|达标|获得满分|得满分|满分|存在扣分|有扣分|被扣分|扣分|失分|丢分|情况|以上|要求|预设|或|超过|大于|等于|个|项|条|本项目|该项目|我单位|本单位|我局/gu;
const TAIL_NOT_DONE =
  /^(?:三级|绩效|指标)*[^,、]{0,3}(?:(?:未|没有|尚未|未能)(?:全部|按期|如期)?(?:完成|达成|达到|实现|达标|得满分)|[扣失丢]分)/u;
const TAIL_DONE = /^(?:三级|绩效|指标)*(?:已|均|全部|按期|如期|超额)*(?:完成|达成|达到|实现|达标|获?得满分|为?满分)/u;
const ALL_DONE =
  /(?:已|均|全部|均已|已全部|全面|全都|均全部)+(?:按期|如期|按时)?(?:完成|达成|实现|达标|达到(?:预期|年度|绩效)*目标)(?:年度|预期|年初|绩效)*(?:目标|指标)?(?=$|[,、:])/u;
/** 各项绩效指标均已完成, of which it is not told how many they are. */
const EVERY_ONE =
  /(?:^|,)([^,、:]{0,16}?)(?:各项|所有|全部)(?:的)?(?:三级|绩效|考核|评价)*指标值?(?:均|都|全部|已|全)+(?:按期|如期|按时|超额|圆满)?(?:完成|达成|达标|达到预期(?:目标|值)?|实现预期目标)(?=$|,)/u;
/** What takes 全部 back, or says it of a plan. */
const NOT_EVERY_ONE = /除|未|没|部分|基本|大多|个别|尚|确保|力争|将|如|若|需|应|要求|能否|是否|保障|争取|上年|去年|往年|上一年/u;
/** Behind it: what was not completed is told at once. */
const ADMITS = /略|低于|少于|不足|不到|但|其中|偏差|仅|只有|滞后|推迟|延期/u;
const GOES_ON = /^[。;!\s]*(?:其中|但|除|仅|只有|不过|然而|个别|部分)/u;
/** Of water, too, it is said that 各项指标均达标. */
const MET_A_STANDARD = /达标$|达到预期$/u;
const SETTING =
  /\ue000+|[本此这]次|体系|设置|设立|设定|制定|确定|下达|共计|合计|总计|共有|包括|包含|涉及|涵盖|细化|分解|整体|支出|绩效|指标|目标|考核|评价|自评|三级|年度|年初|全年|项目|资金|本|该|我|局|单位|部门|中心|个数|数量|总数|量化|具体|申报|批复|预算|其|的|了|为|有|是|共|设|由|到|成|在|总|下/gu;
const GOALS = /绩效目标[^指标]{0,4}\d/u;
const OF_GOALS = /绩效目标[^,]{0,4}$/u;
const INDICATOR_NOUN = /^(?:三级)?(?:绩效|考核|评价)*指标/u;
const ENDS_WITH_NOUN = /(?:指标|绩效目标)(?:总数|总量|数量|数|个数)?(?:共计|共有|共|有|为|是|:|合计|总计)*$/u;

/** （含预算执行率）, （预算执行率除外） behind a count. */
const EXECUTION =
  /^[^\d,:;()]{0,6}[,(](?:其中)?(?:已|均|都)?(不|未)?(?:含|包含|包括|计入)[^\d,()]{0,6}执行|^[^\d,:;()]{0,6}[,(][^\d,()]{0,6}执行[^\d,()]{0,4}(除外)/u;

/** 除预算执行率外 before it. */
const EXCEPT_EXECUTION = /除了?[^,:;()\d]{0,6}执行[^,:;()\d]{0,6}?外/u;
const EXCEPT_BEFORE = new RegExp(`${EXCEPT_EXECUTION.source},?[^,:;()\\d]*$`, "u");

/** 涵盖产出、效益和满意度三个方面 behind a count: nothing else is counted. */
const RESULTS_ALONE =
  /^[^\d,;]{0,6},(?:涵盖|覆盖|包括|包含|涉及|分为|分布于|分布在)了?产出(?:指标)?、(?:成本(?:指标)?、)?效[益果](?:指标)?[、和与及](?:服务对象|社会公众)?满意度/u;

/** How many indicators a sentence says were set, completed and not. `isTaken`: what an indicator's own target or result tells, 年初绩效目标3项, counts none. */
export function readCounts(
  sentence: Sentence,
  names: Names,
  fiscalYear: number | null,
  underLevel: boolean,
  isTaken: (start: number, end: number) => boolean,
): Count[] {
  const { tokens, text } = sentence;
  const bands = readBands(sentence);
  if (!ABOUT.test(text) || OF_PROJECTS.test(text)) return bands;
  if (isOfDepartment(sentence, names)) return bands;
  const found: Count[] = [];
  let setting: string | null = null;
  let settingEnd = 0;
  let inGoals = false;
  // A count carries no doubt of its own: what was not surely recognised is not claimed.
  const counted = tokens.filter(
    (token) =>
      token.kind === "count" &&
      !isTaken(token.start, token.end) &&
      !figureDoubt(sentence.passage, token.start, token.end) &&
      /^[个项条]$/u.test("unit" in token ? token.unit : ""),
  );
  for (const [i, token] of counted.entries()) {
    const lead = leadOf(sentence, token, counted[i - 1]?.end ?? sentence.start);
    const tail = tailOf(sentence, token);
    if (ONE_CLASS.test(lead) || (ONE_CLASS.test(tail) && !/^(?:三级|指标|绩效)/u.test(tail))) continue;
    if (isOfClass(sentence, token.start - lead.length) || isOfLevel(sentence, token.start)) continue;
    const year = yearBefore(sentence, token.start - lead.length, lead);
    const of = kindOf(year === undefined ? lead : lead.slice(1), tail, setting !== null);
    if (of === null || (year !== undefined && fiscalYear !== null && year !== fiscalYear)) continue;
    const value = figureOf(token);
    // 效益指标, and in the text below it 设有2项三级指标: how many that level has.
    if (of === "indicators" && underLevel && !OF_WHOLE.test(text)) continue;
    if (of === "indicators") {
      // 绩效目标3个，绩效指标14个: goals beside indicators are goals.
      const goal = found.findIndex((entry) => entry.of === "indicators" && GOALS.test(entry.evidence[0]?.quote ?? ""));
      if (goal >= 0) found.splice(goal, 1);
      setting = value;
      settingEnd = token.end;
    }
    const evidence = locate(sentence.passage, token.start - lead.length, token.end);
    // 绩效目标10个 counts indicators where indicators are the matter; a form may have three goals with ten indicators.
    inGoals ||= of === "indicators" && OF_GOALS.test(lead) && !/指标/u.test(text);
    found.push({ of, count: value, share: null, ...saysOfExecution(sentence, token), evidence });
    if (of !== "indicators") found.push(...shareBehind(sentence, token, of));
    const done = of === "indicators" && !NOT_DONE.test(tail) ? ALL_DONE.exec(tail) : null;
    if (done) found.push(allDone(sentence, token.end, done, value));
  }
  const whole = found.find((entry) => entry.of === "indicators");
  if (whole && !found.some((entry) => entry.of === "completed" || entry.of === "uncompleted")) {
    const rest = text.slice(settingEnd - sentence.start);
    const match = ALL_DONE.exec(rest);
    const between = match ? rest.slice(0, match.index) : "";
    if (match && !NOT_DONE.test(between) && between.replace(NEUTRAL, "").replace(/[,、:\s]/gu, "") === "")
      found.push(allDone(sentence, settingEnd, match, whole.count!));
  }
  const all = whole || underLevel ? [] : everyOne(sentence, fiscalYear);
  const told = inGoals ? found.map((count) => ({ ...count, inGoals })) : found;
  return [...told, ...all, ...readShares(sentence), ...bands];
}

/** 2022 of 2022年共设定指标12个; `at` is where the words behind that figure begin. */
function yearBefore({ text, start }: Sentence, at: number, lead: string): number | undefined {
  const year = lead.startsWith("年") ? /(?:19|20)\d\d$/u.exec(text.slice(0, at - start))?.[0] : undefined;
  return year === undefined ? undefined : Number(year);
}

/** 部门整体绩效目标设置指标28个: what the department as a whole has set itself, in the report on one project. */
function isOfDepartment({ text }: Sentence, names: Names): boolean {
  const at = departmentAt(text, names);
  return at >= 0 && /^[,、:]*$/u.test(/^[^\d]*/u.exec(text.slice(at))![0].replace(SETTING, ""));
}

/** All of them is a share of 100 %. Said where one class of indicators is spoken of, it is of that class. */
function everyOne({ passage, text, start, end }: Sentence, fiscalYear: number | null): Count[] {
  const match = EVERY_ONE.exec(text);
  if (!match || ONE_CLASS.test(passage.folded) || NOT_EVERY_ONE.test(text)) return [];
  if (ADMITS.test(text.slice(match.index + match[0].length)) || GOES_ON.test(passage.folded.slice(end, end + 20))) return [];
  // 出水水质稳定，各项指标均已完成: another matter's, unless they are called 绩效指标 or nothing was spoken of before.
  if (!/绩效(?:考核|评价)?指标/u.test(match[0]) && (match.index > 0 || MET_A_STANDARD.test(match[0]))) return [];
  if ([...text.matchAll(/((?:19|20)\d\d)年/gu)].some(([, year]) => Number(year) !== fiscalYear)) return [];
  if (
    match[1]!
      .replace(/\d{4}年度?/u, "")
      .replace(NEUTRAL, "")
      .trim() !== ""
  )
    return [];
  return [
    { of: "completed", count: null, share: "100", evidence: locate(passage, start + match.index, start + match.index + match[0].length) },
  ];
}

/** 完成4个，完成率为44.44%; 未完成5个，占比55.56%. */
const SHARE_BEHIND = /^(?:三级|绩效)*(?:指标)?,(?:完成率|占比|比例|比重|占)(?:为|达到?)?(\d+(?:\.\d+)?)%(?=$|[,、;])/u;

function shareBehind({ passage, text, start }: Sentence, { end }: Token, of: Count["of"]): Count[] {
  const match = SHARE_BEHIND.exec(text.slice(end - start));
  if (!match || (of === "uncompleted" && match[0].includes("完成率"))) return [];
  return [{ of, count: null, share: match[1]!, evidence: locate(passage, end, end + match[0].length) }];
}

function saysOfExecution({ text, start }: Sentence, { start: at, end }: Token): Pick<Count, "execution"> {
  if (EXCEPT_BEFORE.test(text.slice(0, at - start))) return { execution: false };
  const behind = text.slice(end - start);
  const match = EXECUTION.exec(behind);
  if (match) return { execution: match[1] === undefined && match[2] === undefined };
  return RESULTS_ALONE.test(behind) && !/执行|过程|投入|管理|决策/u.test(behind) ? { execution: false } : {};
}

/** All of them, as a match that begins so far behind `from` tells. */
function allDone({ passage }: Sentence, from: number, match: RegExpExecArray, count: string): Count {
  const start = from + match.index;
  return { of: "completed", count, share: null, evidence: locate(passage, start, start + match[0].length) };
}

function kindOf(lead: string, tail: string, inList: boolean): Count["of"] | null {
  const around = `${lead}${tail}`;
  if (NOT_DONE.test(lead) || TAIL_NOT_DONE.test(tail)) {
    return isAboutIndicators(lead, tail, inList) ? "uncompleted" : null;
  }
  if (DONE.test(lead) || (inList && TAIL_DONE.test(tail))) return isAboutIndicators(lead, tail, inList) ? "completed" : null;
  // Nothing but setting may be said of them: 新增指标2个, 3个指标未设目标值 count something else.
  if (lead.replace(SETTING, "").trim() !== "" || /其中|其余|剩余|另/u.test(lead)) return null;
  if (INDICATOR_NOUN.test(tail)) {
    const rest = tail.replace(INDICATOR_NOUN, "");
    return rest === "" || /^(?:中|里)/u.test(rest) || ALL_DONE.test(rest) ? "indicators" : null;
  }
  if (!ENDS_WITH_NOUN.test(lead)) return null;
  return around.length < 60 ? "indicators" : null;
}

/** 产出指标方面, 共设7个三级指标: the words before the comma say whose they are. */
function isOfClass({ text, start }: Sentence, at: number): boolean {
  const before = /([^,、:()\d]*)[,:(]$/u.exec(text.slice(0, at - start))?.[1];
  return (
    before !== undefined && (ONE_CLASS.test(before) || before.endsWith("指标方面")) && !/项目|部门|单位|整体|体系|绩效目标/u.test(before)
  );
}

const LEVEL =
  /(?:产出|效益|效果|满意度|成本|数量|质量|时效|决策|过程|投入|可持续影响)(?:类)?(?:指标)?(?=[^\p{Script=Han}]|满分|分值|权重|共|总|自评|得)/gu;
const OF_WHOLE = /项目|部门|单位|整体|体系|总分|合计|总计|本次/u;

/** 产出指标满分60分，自评得分59分，涉及7项三级指标: a sentence that gives one level its marks goes on about that level; one that lists several speaks of all. */
function isOfLevel({ text, start }: Sentence, at: number): boolean {
  const before = text.slice(0, at - start);
  const named = [...before.matchAll(LEVEL)];
  const [level] = named;
  return level !== undefined && named.length === 1 && /\d分/u.test(before) && !OF_WHOLE.test(before.slice(level.index));
}

/** Nothing but words of indicators and completing stands around the count. */
function isAboutIndicators(lead: string, tail: string, inList: boolean): boolean {
  const words = `${lead}|${tail}`.replace(NEUTRAL, "").replace(/[\s"()|]/gu, "");
  const named = /指标|目标|个数/u.test(lead) || /^(?:绩效|三级)*指标/u.test(tail);
  return words === "" && (named || inList);
}

/** From the last comma, colon or figure to the count; 围绕产出、效益和满意度共设: three classes or more are no one's. */
function leadOf(sentence: Sentence, token: Token, from: number): string {
  const before = sentence.text.slice(from - sentence.start, token.start - sentence.start);
  const clause = (/[^,:()\d%]*$/u.exec(before)?.[0] ?? "").replace(EXCEPT_EXECUTION, "");
  const lead = clause.slice(clause.lastIndexOf("、") + 1);
  return clause.split(/[、和与及]/u).length > 2 ? lead.replace(/^.*?(?=共|合计|总计|设[置立定])/u, "") : lead;
}

function tailOf(sentence: Sentence, token: Token): string {
  return /^[^,、:()\d]*/u.exec(sentence.text.slice(token.end - sentence.start))?.[0] ?? "";
}

const SHARE =
  /占(?:全部|总|绩效|三级)*(?:目标|指标|绩效指标|绩效目标)?(?:总)?(?:数|量|个数|数量|总数)?(?:的)?(?:比例|比重|比率)?(?:为|达|达到)?$/u;

/** 未完成指标的项目占总目标数的30%. */
function readShares(sentence: Sentence): Count[] {
  return sentence.tokens.flatMap((token) => {
    if (token.kind !== "percent") return [];
    const lead = /[^,、:%]*$/u.exec(sentence.text.slice(0, token.start - sentence.start))?.[0] ?? "";
    const match = SHARE.exec(lead);
    const subject = match ? lead.slice(0, match.index) : "";
    if (!match || /\d|以上|以下/u.test(subject) || !/指标|目标|项目/u.test(subject) || subject.replace(NEUTRAL, "").trim() !== "")
      return [];
    const of = NOT_DONE.test(subject) ? "uncompleted" : DONE.test(subject) ? "completed" : null;
    if (!of) return [];
    const start = token.start - lead.length;
    return [{ of, count: null, share: token.value, evidence: locate(sentence.passage, start, token.end) } satisfies Count];
  });
}

const BAND =
  /(?:完成率?|达到)(?:在|为|达)?\s*(?:(\d{1,3})%?\s*[-~～—至]\s*)?(\d{1,3})%(以上|及以上|以下|以内|之间)?(?:\([^)]*\))?(?:的)?[^,、;%。\d]{0,14}占[^,、;%。\d]{0,10}?(\d+(?:\.\d+)?)%/gu;

/** 绩效指标完成80%以上的项目占总目标数的100%、完成60-80%的占比0%. */
function readBands(sentence: Sentence): Count[] {
  return [...sentence.text.matchAll(BAND)].flatMap((match) => {
    const [whole, low, high, side, share] = match;
    const start = sentence.start + match.index;
    const band: [number, number] | null = low
      ? [Number(low), Number(high)]
      : side?.endsWith("以上")
        ? [Number(high), 100]
        : side === "以下" || side === "以内"
          ? [0, Number(high)]
          : null;
    return band
      ? [{ of: "band", count: null, share: share!, band, evidence: locate(sentence.passage, start, start + whole.length) } satisfies Count]
      : [];
  });
}
