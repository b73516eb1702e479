import { withDigitsInText } from "../figures/confusable.js";
import { foldFigure } from "../figures/find-numeral.js";
import { withWesternYears } from "../numeral.js";

const ALONE = /^[(（]?((?:19|20)\d{2})年?度?[)）]?$/u;
const SPAN = /((?:19|20)\d{2})年?(?:\d{1,2}月?)?(?:\d{1,2}日?)?[-—–~至到]+(?:((?:19|20)\d{2})年?)?/u;

/** （2019年度绩效目标完成情况）: under a title, what its form tells of the year. */
const OF_RESULTS = /^[(（]((?:19|20)\d{2})年度(?:绩效|目标|指标|完成|执行|自评|情况)+[)）]$/u;

/** The year of a line that is one: （2019年度）, 2019年, or one in brackets that says whose results are told; null otherwise. */
export function headYear(text: string): number | null {
  const line = withWesternYears(foldFigure(text));
  const match = ALONE.exec(line.replace(/^[((]|[))]$/gu, "")) ?? OF_RESULTS.exec(line);
  return match && /年|[(（]/u.test(text) ? Number(match[1]) : null;
}

const LONGEST_CAPTION = 60;
const IN_CAPTION = /^[附续]?表\s*[\d一二三四五六七八九十]{1,2}(?:[-—.]\d{1,2})?[、:.]?\s*[^\d]*自评[^\d]*\(((?:19|20)\d{2})年度?\)$/u;

/** 表2 项目绩效自评表（2022年度）: the year of the evaluation's own table; null for other captions. */
export function captionYear(text: string): number | null {
  const match = text.length > LONGEST_CAPTION ? null : IN_CAPTION.exec(withWesternYears(foldFigure(text)));
  return match ? Number(match[1]) : null;
}

/** （2O21年度）: a line that is a year once the letters in it are taken for digits. */
export function garbledYear(text: string): number | null {
  const mended = withDigitsInText(text);
  return mended === undefined ? null : headYear(mended);
}

/** The year of a period that lies in one year (2020年1月1日至2020年12月31日), or of a year named alone; null for longer periods. */
export function periodYear(text: string): number | null {
  const folded = foldFigure(text);
  const span = SPAN.exec(folded);
  if (span) return span[2] === undefined || span[2] === span[1] ? Number(span[1]) : null;
  const years = [...folded.matchAll(/((?:19|20)\d{2})年?/gu)].map((match) => Number(match[1]));
  return years.length === 1 ? years[0]! : null;
}

/** 某站对2023年某项目开展了自评: of what year it is, unless several are evaluated so. */
const EVALUATES =
  /对((?:19|20)\d{2})年度?(?![和、及与至到~—–-])(?:(?!(?:19|20)\d{2}年)[^，,。；;\n]){2,60}?(?:开展|进行|组织|实施|完成)了?[^，,。；;\n\d]{0,10}自评/gu;

/** The year that running text speaks of where nothing claims to be the one evaluated: as a 年度, as what was evaluated, before the name of the project, as that at whose end accounts close, or as the only one in which anything was done. */
export function unclaimedYear(text: string, projectName: string | null): number | null {
  return spokenYear(text) ?? evaluatedYear(text) ?? yearOfProject(text, projectName) ?? closedYear(text) ?? onlyYear(text);
}

/** 我镇2024年某项目已全面收官: of what year the project is that a report speaks of by its name; null where of several. */
function yearOfProject(text: string, projectName: string | null): number | null {
  const name = projectName?.replace(/项目$/u, "") ?? "";
  if (name === "") return null;
  const years = new Set(
    text
      .split(name)
      .slice(0, -1)
      .flatMap((before) => /((?:19|20)\d{2})年度?的?[“"「《]?$/u.exec(before)?.[1] ?? []),
  );
  return years.size === 1 ? Number([...years][0]) : null;
}

/** The year whose work the running text says was evaluated; null where it says so of none or of several. */
function evaluatedYear(text: string): number | null {
  const years = new Set([...text.matchAll(EVALUATES)].map(([, year]) => Number(year)));
  return years.size === 1 ? [...years][0]! : null;
}

/** 截至2021年12月31日, 截止2021年底 */
const CLOSES = /截[至止]到?((?:19|20)\d{2})年(?:12月(?:31日|底)|年?[底末终])/gu;

/** The year at the end of which the running text closes its accounts; null where it closes none, or several. */
function closedYear(text: string): number | null {
  const years = new Set([...text.matchAll(CLOSES)].map(([, year]) => Number(year)));
  return years.size === 1 ? [...years][0]! : null;
}

const DOCUMENTS = /《[^《》]*》|〔[^〔〕]*〕|\[[^[\]]*\]/gu;
/** 2021年，某中心承担…: a year, no date, not since when nor till when something is, nor that of a law or plan. */
const BARE = /(?<![自从于至到起截—–~～-])((?:19|20)\d{2})年(?!度?[\d一二三四五六七八九十]{1,2}月|[初底末以前起至到内—–~～-])/gu;
const OTHER_TIME = /成立|设立|建成|投入使用|印发|发布|出台|批复|启动|修订|以来|规划|上年|同比|增长/u;

/** The only year that running text names and dates nothing by; null where it names several, or says of one that something began then. */
function onlyYear(text: string): number | null {
  const years = new Set<number>();
  for (const clause of text.replace(DOCUMENTS, "").split(/[。；;\n]/u)) {
    for (const [, year] of clause.matchAll(BARE)) {
      if (OTHER_TIME.test(clause)) return null;
      years.add(Number(year));
    }
  }
  return years.size === 1 ? [...years][0]! : null;
}

/** The year that running text calls a 年度 most often, or ends a span of years with, outside the names of documents; null where it calls none so. */
function spokenYear(text: string): number | null {
  const counts = new Map<number, number>();
  for (const [, year] of text.replace(DOCUMENTS, "").matchAll(/((?:19|20)\d{2})(?:年度|(?<=(?:19|20)\d{2}年?[-—–~～至到]+\d{4})年)/gu)) {
    counts.set(Number(year), (counts.get(Number(year)) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}
