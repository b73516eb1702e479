import { ANY_NUMBER } from "../../../core/numbering.js";
import { isOrganisation, isTitle } from "../../title/title.js";
import { reportsBelow } from "./title-in-text.js";

/** …，2021年度某项目绩效自评价结果为：总得分… : the name in the sentence that concludes. */
export function nameInConclusion(text: string): string | null {
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

/** The place that a body's name begins with (青石县水利局 → 青石县); empty where none. */
export function placeOf(body: string): string {
  return PLACE.exec(body)?.[0] ?? "";
}

/** 鹤洲区某项目, in a report of 鹤洲区城市管理局: the place is where the report's own bodies are, and none of the name; nor are these themselves. */
export function withoutPlace(name: string | null, places: readonly string[]): string | null {
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
export function officeBefore(name: string, text: string): string | null {
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

/** 提高秸秆综合利用水平, 秸秆综合利用率: how far the work has come, by words that are its name too. */
const MEASURE = /^(?:率|水平|能力|程度|质量|效率|规模|面积|数量|总量|量)/u;

/**
 * A name with 项目 or 资金 behind it loses the word where the report itself uses it without; the money's, only where it always does. One that a `title` has
 * with 资金 behind it (某补助资金支出绩效自评报告) is called so where the report always does.
 */
export function settleName(name: string | null, text: string, title = ""): string | null {
  const bare = /^(.{4,})(?:项目|资金)$/u.exec(name ?? "")?.[1];
  if (name === null) return name;
  if (bare === undefined) {
    const behind = text.split(name).slice(1);
    const isMoney = title.includes(`${name}资金`) && behind.length > 0 && behind.every((rest) => rest.startsWith("资金"));
    return isMoney ? `${name}资金` : name;
  }
  const word = name.slice(bare.length);
  const told = text.split(bare).slice(1);
  const without = told.filter((rest) => !rest.startsWith(word) && !MEASURE.test(rest)).length;
  const settled = word === "项目" ? without > 0 : without > 1 && without === told.length;
  return settled ? bare : name;
}
