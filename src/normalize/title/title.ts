import { ANY_NUMBER, HEADING_NUMBER, PART_NUMBER } from "../../core/numbering.js";
import { unspaced } from "../../core/text.js";
import { UNIT_NOTE } from "../../core/unit-note.js";
import { withoutSlips } from "../lexicon/writing/recognition-slips.js";
import { foldWidth, withWesternYears } from "../numeral.js";
import { saysKind } from "./kind.js";
import { headYear } from "./years.js";

/** What a title says of the report. */
export interface Title {
  readonly text: string;
  readonly projectName: string | null;
  /** An organisation named before the year. */
  readonly unit: string | null;
  readonly year: number | null;
}

const SUBJECT = /自评|绩效(?:自我)?(?:评价|评分|打分|考评|自查)|绩效报告|绩效情况|绩效目标(?:自评|完成)|绩效目标执行/u;
const ENDS = /(?:报告(?:书|摘要)?|汇报|自评表|评价表|评分表|情况表|结果|说明|情况|总结|材料|自评|绩效自查|清单|卡片?|附表|表)$/u;
/** What pages that publish such reports end their titles with; the sections of a site end so too, and name no project or year. */
const PUBLISHED = /(?:公开|公示|公布|公告)(?:表|说明|情况|内容|材料)?$/u;
const LONGEST_TITLE = 70;
const NUMBERED = new RegExp(`^${ANY_NUMBER}`, "u");
const ORGANISATION =
  /(?:局|厅|委|委员会|办|办公室|中心|院|所|站|馆|校|学校|小学|中学|处|会|部|队|公司|政府|库|社|厂|园|台|署|团|联|大学|街道|法院|检察院|医院|乡|镇|县|区|市|省|分局|支队|大队|总队|科)$/u;
/** A place before the year is where, not who. */
const PLACE = /^[^局厅委院所站馆]{1,12}(?:省|市|县|区|旗|州|盟)$/u;
/** 2021年某县林业局部门整体支出…: whose, behind the year. */
const WHOSE_WHOLE = /^度?([^部单机整]{4,30}?)(?:部门|单位|机关)*整体/u;
/** 某县财政支出项目…: the place whose money it is; 小区 and 库区 are no such places. */
const LEADING_PLACE = /^[^局厅委院所站馆]{1,8}?(?:省|市|县|(?<![小社库景灾校片山牧院厂])区|旗|州|盟)(?=.)/u;
/** Words that end the name of a body beyond doubt. */
const BODY = /(?:局|厅|委|委员会|办公室|中心|院|所|站|馆|学校|政府|公司|大队|支队|[镇乡]|街道)$/u;
/** A name that ends so is that of money: 项目 behind it is the form's word. */
const MONEY = /(?:费|资金|经费|补贴|补助|津贴|奖补|款|费用|专项)$/u;
/** One that ends in another word for an undertaking: 某工程|项目, 某活动|项目. */
const UNDERTAKING = /(?:工程|活动|行动|计划)$/u;
/** 某项目资金绩效自评报告: the report on a project's money names the project. */
const OF_ITS_MONEY = /(?<=项目|工程)资金$/u;
/** 资金使用情况绩效自评报告, 经费管理和使用绩效自评报告: what of the money is evaluated. */
const OF_ITS_USE = /(?<=资金|经费|费用?|补[助贴]|奖补|专项|款)的?(?:(?:分配|拨付|投入|管理|使用|支出|收支)[和及与、]?)+(?:情况)?$/u;
/** Annex marks and a part's number before a title. */
const ANNEX = new RegExp(`^(?:附[件表录]\\s*\\d*\\s*[-—.．、:：]?\\s*|${PART_NUMBER})+`, "u");
const PART = new RegExp(`^${PART_NUMBER}`, "u");
const YEAR = /[(（]?((?:19|20)\d{2})(?:年?度?[-—–~～至到]+((?:19|20)\d{2}))?年度?(?:(?<=[(（][^（(]*)[)）])?/u;
/** …自评表（2023年度） */
const YEAR_BEHIND = /[(（]((?:19|20)\d{2})年?度?[)）]$/u;
/** What follows 绩效 or 自评 in a title, in any order. */
const OF_EVALUATION =
  "(?:绩效|自我评价|自评价|自评|自查|评价|评估|目标|完成|执行|工作|情况|指标|体系|得分|评分|打分|计分|结果|总结|公开|公示|公布|公告|自行|(?:部门|单位)(?=自评|自我)|的|及|和|与|暨)";
/** The words that every such title ends with; what stands before them is the name. */
const TAIL = new RegExp(
  `(?:(?:项目|专项|资金|预算)?支出)?(?:预算)?(?:项目)?(?:(?:财政|部门)?重点)?(?:(?:绩效|自评|自我评价|自评价)${OF_EVALUATION}*|(?:目标)?(?:评价|完成|执行)?(?:工作)?(?:情况)?(?:的)?)(?:报告(?:书|摘要)?|汇报|结果|情况说明|情况|说明|总结|材料|(?:评分|自评|评价)表(?:[和及与]自评报告)?|评分情况表|情况表|得分表|(?:指标)?卡片?|清单|自评|自查|公开|公示|公布|公告|附表|表)(?:[(（].*[)）])?$`,
  "u",
);
const GENERIC =
  /^(?:项目|部门|单位|部门整体|单位整体|部门单位整体|整体|项目支出|支出|财政|财政支出|专项资金|预算项目|预算|预算支出|部门预算项目|部门预算|绩效|转移支付|区域|省级|市级|县级|本级|政策|项目资金|资金|专项)?$/u;
/** 中央对地方转移支付预算执行情况, 中央、市级转移支付资金: whose money, and what of it is reported. */
const TRANSFER =
  /^(?:(?:中央|省级?|市级?|县级?|、)+(?:财政)?)?(?:对(?:地方|市县|区县|下))?(?:专项|一般性)?转移支付(?:资金|项目)?(?:预算)?(?:执行)?(?:情况)?$/u;

const SENDING = "(?:报送|上报|呈报|提交|公开|公布|印发)?";
/** 某中心关于某项目: who reports on what. */
const ON = new RegExp(`^([^关]{4,30})关于${SENDING}(.{4,})$`, "u");
const ON_WHAT = new RegExp(`^关于${SENDING}|关于${SENDING}$`, "gu");
/** …自评报告（2021年某项目）: what a title that names no project goes by. */
const DETAIL = /[(（]([^()（）]{4,})[)）]$/u;
/** How the name of a project or of money ends. */
const NAMES_WORK = /(?:项目|工程|专项|资金|经费|转移支付|补[助贴]|奖补|津贴|费用?|款|金)$/u;

/** The project that a line in brackets below a title, or the end of one, is the name of; null for other lines. */
export function nameInBrackets(line: string): string | null {
  const name = (DETAIL.exec(line)?.[1] ?? "").replace(/^(?:19|20)\d{2}年度?/u, "");
  return NAMES_WORK.test(name) && !GENERIC.test(name) && !SUBJECT.test(name) ? name : null;
}

/** A path through a site, to the page that the report was copied from: 当前位置：首页>财政>…绩效自评报告. */
const PATH = /^(?:您|你)?(?:现在|当前|所在)*的?(?:位置|页面)[:：是为]|首页\s*[>＞›»]/u;

/** Whether a line may be the title of a self-evaluation. */
export function isTitle(line: string): boolean {
  const text = withoutSlips(tidy(line));
  if (text.length < 4 || text.length > LONGEST_TITLE || /[。；;，,]/u.test(text)) return false;
  if (NUMBERED.test(text) || PATH.test(text)) return false;
  const bare = text.replace(/[(（][^()（）]*[)）]$/u, "");
  if (!SUBJECT.test(text) || (PART.test(text) && isNameless(text.replace(PART, "")))) return false;
  if (!PUBLISHED.test(bare)) return ENDS.test(bare);
  const { year, projectName } = partsOf(text);
  return year !== null && projectName !== null;
}

/** 第三部分 绩效评价情况: a chapter's head, that says neither whose nor which year's. */
function isNameless(text: string): boolean {
  const { projectName, unit, year } = partsOf(text);
  return projectName === null && unit === null && year === null && saysKind(text) !== "department";
}

const CHAPTER = new RegExp(`^(?:${HEADING_NUMBER}|项目[一二三四五六七八九十\\d]{1,2}[:：])\\s*`, "u");

/**
 * 二、某项目绩效自评报告, 项目二：某项目: the title of a report that is a chapter among others, or the name of its project, without the chapter's number, which
 * a heading may lack; undefined for other lines.
 */
export function chapterTitle(line: string, isHeading: boolean): Title | undefined {
  const text = tidy(line);
  const bare = text.replace(CHAPTER, "");
  if ((bare === text && !isHeading) || bare.length > LONGEST_TITLE || /[。；;：:，,]/u.test(bare)) return undefined;
  if (!isTitle(bare))
    return NAMES_WORK.test(bare) && !GENERIC.test(bare) ? { text: bare, projectName: bare, unit: null, year: null } : undefined;
  const title = partsOf(bare);
  // 二、项目绩效自评工作开展情况 is a chapter on the work itself.
  return title.projectName === null || /自评|绩效评价/u.test(title.projectName) ? undefined : { ...title, text: bare };
}

/** 部门整体支出绩效评价基础数据表, 绩效评价满意度调查问卷表: a table of what an evaluation goes by, printed with its form. */
const SUPPORTS = /(?:数据|信息|资料|问卷|调查|底稿)(?:采集|收集|汇总|统计|登记|填报)?(?:一览)?表(?:[(（][^()（）]*[)）])?$/u;

/** Whether a title is that of a table beside the evaluation's own. */
export function isSupporting(line: string): boolean {
  return SUPPORTS.test(withoutSlips(tidy(line)));
}

/** A title's own words as recognition garbles them (绩效自评情兄) read as meant; a name stays as printed. */
export function readTitle(line: string): Title {
  const text = tidy(line).replace(ANNEX, "");
  const meant = partsOf(withoutSlips(text));
  const printed = [meant.projectName, meant.unit].every((part) => part === null || text.includes(part));
  return { ...(printed ? meant : partsOf(text)), text };
}

/** The year that a title tells, or the line under it （2023年度）; undefined for other lines. */
export function yearInTitle(line: string): number | undefined {
  const text = unspaced(line);
  return (isTitle(text) ? readTitle(text).year : headYear(text)) ?? undefined;
}

/** Reads a title: `某站2023年某项目绩效自评报告`, `某项目2023年度绩效自评情况说明`, `2023年度某经费项目自评结果`. */
function partsOf(text: string): Title {
  const dated = withWesternYears(text.replace(/[０-９]/gu, foldWidth));
  const behind = YEAR_BEHIND.exec(dated);
  const bare = behind ? dated.slice(0, behind.index) : dated;
  const year = YEAR.exec(bare) ?? behind;
  const before = (year && year !== behind ? bare.slice(0, year.index) : "").replace(ON_WHAT, "").replace(OF_ITS_USE, "");
  const after = year && year !== behind ? bare.slice(year.index + year[0].length) : bare.replace(ON_WHAT, "");
  const tail = TAIL.exec(after);
  const stem = (
    tail
      ? after
          .slice(0, tail.index)
          .replace(/(?<=.{3})的$/u, "")
          .replace(OF_ITS_USE, "")
      : after
  ).replace(OF_ITS_MONEY, "");
  // 项目 right before 绩效自评 or 自评 belongs to the name (安防项目|支出绩效自评报告); behind one of money it is the form's where the form says
  // 项目支出 or 项目自评 (经费|项目支出绩效自评报告, but 津贴项目|绩效自评报告).
  const ofName = MONEY.test(stem) ? /^项目绩效/u : /^项目(?:(?:支出|(?:财政|部门)?重点)?绩效|自评)/u;
  const name = stem + (tail && ofName.test(tail[0]) && stem !== "" && !UNDERTAKING.test(stem) ? "项目" : "");
  if (saysKind(text) === "department") {
    const behindYear = WHOSE_WHOLE.exec(after)?.[1] ?? "";
    const unit = ORGANISATION.test(before) ? before : before === "" && BODY.test(behindYear) ? behindYear : null;
    return { text, projectName: null, unit, year: yearOf(year) };
  }
  if (isGeneric(name) || isGeneric(name.replace(LEADING_PLACE, ""))) {
    // 某馆关于某资金2022年度绩效自评情况的报告.
    const [, whose, what] = ON.exec(before) ?? [];
    if (whose !== undefined && ORGANISATION.test(whose)) return { text, projectName: what!, unit: whose, year: yearOf(year) };
    const isUnit = BODY.test(before) && !/项目|资金|经费|补助|补贴|工程|平台/u.test(before);
    const named = before === "" || isUnit || PLACE.test(before) ? null : before;
    return { text, projectName: nameInBrackets(bare) ?? named, unit: isUnit ? before : null, year: yearOf(year) };
  }
  const about = year && year !== behind ? null : ON.exec(name);
  if (about && ORGANISATION.test(about[1]!)) return { text, projectName: about[2]!, unit: about[1]!, year: yearOf(year) };
  if (PLACE.test(before)) return { text, projectName: name, unit: null, year: yearOf(year) };
  const unit = ORGANISATION.test(before) ? before : null;
  return { text, projectName: unit === null ? before + name : name, unit, year: yearOf(year) };
}

function isGeneric(name: string): boolean {
  return GENERIC.test(name) || TRANSFER.test(name);
}

/** The year of a title; of a report on several years, none. */
function yearOf(match: RegExpExecArray | null): number | null {
  const [, year, last] = match ?? [];
  return year === undefined || (last !== undefined && last !== year) ? null : Number(year);
}

/** 某县城市管理局: a line that is the name of a body and no more. */
export function isOrganisation(line: string): boolean {
  const text = tidy(line);
  return text.length >= 4 && text.length <= 40 && ORGANISATION.test(text) && /^[\p{Script=Han}（）()·、]+$/u.test(text);
}

/** The unit of a form's amounts, told on the line of its title. */
const UNIT_BEHIND = new RegExp(`[(（]?${UNIT_NOTE}(?:人民币)?[万亿]?元[)）]?$`, "u");

/** 名称：…绩效自评报告: what pages put before the title of what they publish. */
const LABEL = /^(?:文件|信息)?(?:名称|标题)[:：]/u;

/** 信息公开 | 2023年度…, 【公示】2023年度…: the rubric that an account posts a report under. */
const RUBRIC = /^(?:\p{Script=Han}{2,8}[|｜丨]|【\p{Script=Han}{2,8}】)(?=.{8})/u;

/** …自评报告.pdf: a page may be headed by the name of the file that it shows. */
const EXTENSION = /\.(?:pdf|docx?|xlsx?|wps|et|ofd|rtf|html?|txt)$/iu;

function tidy(line: string): string {
  return line
    .replace(/\s+/gu, "")
    .replace(EXTENSION, "")
    .replace(UNIT_BEHIND, "")
    .replace(/^#+/u, "")
    .replace(RUBRIC, "")
    .replace(/^【([^【】]+)】$/u, "$1")
    .replace(LABEL, "")
    .replace(/[:：]$/u, "");
}
