import type { Block, Extracted } from "../../../core/extracted.js";
import { ANY_NUMBER } from "../../../core/numbering.js";
import type { Claims, Report } from "../../../core/record.js";
import { withWesternYears } from "../../numeral.js";
import { toPassages } from "../../prose/passage.js";
import { saysKind } from "../../title/kind.js";
import { isOrganisation, isTitle, type Title } from "../../title/title.js";
import { garbledYear, unclaimedYear } from "../../title/years.js";
import { readConduct } from "./conduct.js";
import { isDateLine } from "./dates.js";
import { type FoundTitle, TITLE_REACH } from "./find-title.js";
import { type HeadFacts, SELF_EVALUATION, yearAfterName, yearClaim, yearOfName } from "./head-facts.js";
import { reportsBelow } from "./title-in-text.js";

export interface Described {
  readonly report: Report;
  readonly years: Claims["years"];
}

/** What a report is called, and by whom. */
export interface Named {
  readonly title: FoundTitle | null;
  /** The title, or the names of a text that has none. */
  readonly named: Title | null;
  readonly head: HeadFacts;
}

/** The record's `report`, from the form and cover first, then the title, then the prose. */
export function describeReport(
  blocks: readonly Block[],
  { title, named: titled, head }: Named,
  proseYears: Claims["years"],
  isReport: boolean,
  flow: Extracted["flow"],
): Described {
  const stated = [...(title?.year ? [yearClaim(title.year, "title", title.evidence)] : []), ...head.years, ...proseYears];
  const told = yearAfterName(head) === undefined ? stated : stated.filter(({ year }) => year !== yearOfName(head));
  // 自评年度 may be the year of writing: it is believed where no other year is named.
  const certain = told.filter(({ place }) => place !== SELF_EVALUATION);
  const years = certain.length > 0 ? certain : told;
  const paragraphs = blocks.filter((block) => block.type === "paragraph");
  const text = toPassages(paragraphs, flow)
    .map((passage) => passage.text)
    .join("\n")
    .replace(/[ \t]+/gu, "");
  const kind =
    (title && saysKind(title.text) === "department" ? "department" : null) ??
    head.kind ??
    (title && saysKind(title.text)) ??
    (isReport ? "project" : "unknown");
  const body = text.replaceAll("\n", "").replace(title?.text ?? "", "");
  const spoken = kind === "department" ? null : nameInConclusion(text);
  const conduct = readConduct(text);
  const unit = head.unit ?? head.filler;
  const places = [head.department, unit, conduct.department, conduct.unit, conduct.evaluator].flatMap((body) =>
    body ? [placeOf(body)] : [],
  );
  const bodies = [conduct.unit, conduct.evaluator].flatMap((body) => body ?? []);
  const office = officeBefore(titled?.projectName ?? "", text);
  const name = withoutPlace(titled?.projectName ?? null, [...bodies, ...(office ? [office] : []), ...places]);
  const named =
    head.projectName ?? (kind === "department" ? null : (settleName(name, body) ?? conduct.projectName ?? settleName(spoken, body)));
  return {
    report: {
      kind,
      title: title?.text ?? null,
      fiscalYear: years[0]?.year ?? (title ? null : titled?.year) ?? unclaimedYear(withWesternYears(text), named) ?? yearInLetters(blocks),
      projectName: named,
      department: head.department ?? conduct.department,
      unit:
        unit ??
        // 某局关于…的报告, of which 某中心 did the evaluation: the work is the latter's.
        (kind === "department" ? null : withItsPlace(conduct.evaluator, [titled?.unit ?? null, unitThatSigns(blocks)])) ??
        inFull(titled?.unit ?? null, unitThatSigns(blocks)) ??
        office ??
        unitBesideTitle(blocks, title) ??
        unitThatSigns(blocks) ??
        // A whole department's report is the department's own.
        (kind === "department" ? head.department : conduct.unit),
      reportDate: head.reportDate,
    },
    years,
  };
}

/** The year of a line near the title that has letters for digits: told for want of a better one, and claimed by nobody. */
function yearInLetters(blocks: readonly Block[]): number | null {
  const near = blocks.slice(0, TITLE_REACH).flatMap((block) => (block.type === "paragraph" ? [garbledYear(block.text)] : []));
  return near.find((year) => year !== null) ?? null;
}

/** …，2021年度某项目绩效自评价结果为：总得分… : the name in the sentence that concludes. */
function nameInConclusion(text: string): string | null {
  const match =
    /(?:^|[，,。：:；;\n])(?=[^，,。：:；;\n]*绩效)(?:(?:19|20)\d{2}年度?)?([^，,。：:；;\n]{2,60}?)(?:项目)?(?:支出)?绩效(?:自评价|自评|评价)(?:得分|分数|结果|结论)?(?:为|是|[:：])/u.exec(
      text,
    );
  const name = match?.[1];
  if (!name || /^(?:本|该|我|综合|根据|经(?!费|营|济))/u.test(name)) return null;
  return /项目(?:支出)?绩效(?:自评|评价)/u.test(match[0]) && match[0].includes(`${name}项目`) ? `${name}项目` : name;
}

/** Up to the body's first division: 广州 goes on with 市, and 城市, 社区, 灌区 are no places of their own. */
const PLACE = /^(?!城市|都市|[社灌景园小校库片林牧矿营辖地]区)[^局厅委院所站馆]{1,8}?(?:省|市|县|区|旗|州|盟)(?![市县区州])/u;

function placeOf(body: string): string {
  return PLACE.exec(body)?.[0] ?? "";
}

/** 鹤洲区某项目, in a report of 鹤洲区城市管理局: the place is where the report's own bodies are, and none of the name; nor are these themselves. */
function withoutPlace(name: string | null, places: readonly string[]): string | null {
  const place = places.find((one) => one !== "" && name?.startsWith(one));
  return place === undefined || name === null ? name : name.slice(place.length);
}

/** Up to an office that runs projects and is the object of none: 局, not 中心 or 学校. */
const OFFICE = /(?:局|厅|委|委员会|政府|办公室|办事处)/gu;

/** Up to a body that may be a project's object too: 某县图书馆. */
const HOUSE = /(?:中心|[馆站所院队校园处])/gu;

const NUMBERED = new RegExp(`^${ANY_NUMBER}`, "u");

/**
 * 某县教育局某经费, of which the text speaks as 某经费 alone: the office whose report it is. So is 某县图书馆 where the text calls itself 我馆. `text` without
 * white space but line ends.
 */
function officeBefore(name: string, text: string): string | null {
  const body = text.split("\n").filter((line) => !isTitle(line) && !reportsBelow(line));
  const own = [...name.matchAll(HOUSE)].filter(({ 0: word }) => body.some((line) => line.includes(`我${word}`)));
  const ends = [...name.matchAll(OFFICE), ...own].map(({ index, 0: word }) => index + word.length);
  const end = ends.find((at) => {
    const rest = name.slice(at).replace(/项目$/u, "");
    const isOwn = own.some(({ index, 0: word }) => index + word.length === at);
    const opens = (line: string) =>
      line.split(/[，,。；;：:]|(?:19|20)\d{2}年度?/u).some((clause) => clause.replace(NUMBERED, "").startsWith(rest)) ||
      (isOwn && line.includes(rest));
    return (
      rest.length >= SHORTEST_NAME && isOrganisation(name.slice(0, at)) && body.some(opens) && !body.some((line) => line.includes(name))
    );
  });
  return end === undefined ? null : name.slice(0, end);
}

/** A shorter name may be any project's kind. */
const SHORTEST_NAME = 5;

/** A name with 项目 or 资金 behind it loses the word where the report itself uses it without; the money's, only where it always does. */
function settleName(name: string | null, text: string): string | null {
  const bare = /^(.{4,})(?:项目|资金)$/u.exec(name ?? "")?.[1];
  if (name === null || bare === undefined) return name;
  const word = name.slice(bare.length);
  const told = text.split(bare).slice(1);
  const without = told.filter((rest) => !rest.startsWith(word)).length;
  const settled = word === "项目" ? without > 0 : without > 1 && without === told.length;
  return settled ? bare : name;
}

/** An organisation on the line under the title, or above it. One with a colon is who the report is addressed to. */
function unitBesideTitle(blocks: readonly Block[], title: FoundTitle | null): string | null {
  if (!title) return null;
  const above = blocks[title.block - 1];
  // 某中心 / 某项目 / 2024年度绩效自评报告: the title's own first line stands between.
  const isBroken = above?.type === "paragraph" && title.text.startsWith(above.text.replace(/\s+/gu, ""));
  return organisationAt(blocks, title.block + 1) ?? organisationAt(blocks, title.block - (isBroken ? 2 : 1));
}

/** The organisation above its date, at the end of the report or of what stands before its annexes: the last of them signs for the whole. */
function unitThatSigns(blocks: readonly Block[]): string | null {
  const signed = blocks.flatMap((block, i) => {
    const organisation = block.type === "paragraph" && isDateLine(block.text) ? organisationAt(blocks, i - 1) : null;
    return organisation === null ? [] : [organisation];
  });
  return signed.at(-1) ?? null;
}

/** 某县残联, which 某县残疾人联合会 signs: the name in full, of which the title's is made. What goes on behind the title's is another body's. */
function inFull(short: string | null, full: string | null): string | null {
  if (short === null || full === null || full.startsWith(short)) return short;
  const behind = [...short].reduce((at, character) => (at < 0 ? -1 : full.indexOf(character, at) + 1 || -1), 0);
  return behind > 0 ? full : short;
}

/** 县文化馆, as a report speaks of the body whose name the title or the signature gives with its place. */
function withItsPlace(short: string | null, fuller: readonly (string | null)[]): string | null {
  return short && (fuller.find((full) => full?.endsWith(short)) ?? short);
}

/** 某中心（2024年度）, 某中心 2023年5月. */
const YEAR_BEHIND_NAME = /[\s（(]*(?:19|20)\d{2}\s*年\s*(?:度|\d{1,2}\s*月(?:\s*\d{1,2}\s*日)?)?[)）]?\s*$/u;

function organisationAt(blocks: readonly Block[], index: number): string | null {
  const block = blocks[index];
  if (block?.type !== "paragraph") return null;
  const text = (/^\s*[（(]([^（()）]{4,})[)）]\s*$/u.exec(block.text)?.[1] ?? block.text).replace(YEAR_BEHIND_NAME, "");
  return !/[:：]\s*$/u.test(text) && isOrganisation(text) ? text : null;
}
