import { levelLead, openingLength } from "../levels/level-lead.js";

/** 围绕数量指标: so only a level is told. */
const OF_LEVEL = /^(围绕|针对)(.+?)(?:方面)?$/u;
/** Words around a name that make an adverbial of it: 在检修座数方面, 从检修座数来看, 就检修座数而言, 关于“检修座数”; 检修座数这一指标. 在校, 从业, 就诊 begin names. */
const WRAPPED = [
  /^(在(?!编(?:人员|教|干|职|在)|[校园岗册建线职库途产籍读]))(.+?)(?:指标)?(?:方面|上)$/u,
  /^(从(?![业事]))(.+?)(?:指标)?(?:方面)?(?:来看|上看|看)$/u,
  /^(就(?![业餐诊医近读地学职任]))(.+?)(?:指标)?(?:方面)?(?:而言|来说|来看|来讲)$/u,
  /^(对于?(?!象))(.+?)(?:而言|来说|来看|来讲)$/u,
  /^((?:对于|关于|至于))("?[^"]+"?)(?:这[一项]+(?:指标)?|指标)?$/u,
  /^()(.+?)(?:这[一项个]+(?:指标)?|(?<!第)一项|(?<![统唯单同第])一指标)$/u,
  OF_LEVEL,
];
/** 从总体情况看 is no word on an indicator. */
const OF_ALL =
  /^[总整]体|^(?:.{0,4}(?:完成|实施|得分|基本|具体|主要))?情况|预算执行情况|全年|目标|结果|以上|上述|各项|指标$|评价|自评|^[该本此这其]/u;
const SHORTEST = 4;

/** Where the name stands in a text whose words make an adverbial of it, of a level with its 指标 (在数量指标方面); undefined where none do. */
export function wrappedName(text: string): { readonly start: number; readonly end: number } | undefined {
  const opening = openingLength(text);
  for (const pattern of WRAPPED) {
    const match = pattern.exec(text.slice(opening));
    if (!match) continue;
    const [, before, name] = match as unknown as [string, string, string];
    const level = levelOf(name, text.slice(opening + before.length));
    const bare = level ?? name.replaceAll('"', "");
    if (level === undefined && (pattern === OF_LEVEL || bare.length < SHORTEST || OF_ALL.test(bare))) return undefined;
    const start = opening + before.length + (name.startsWith('"') ? 1 : 0);
    return { start, end: start + bare.length };
  }
  return undefined;
}

/** The level, and no more, that a name is (数量, 质量指标完成), with the 指标 that stands behind it. */
function levelOf(name: string, text: string): string | undefined {
  const bare = name.replace(/(?:完成|实现)(?:情况)?$/u, "");
  return [`${bare}指标`, bare].find((level) => {
    const { levels, rest } = levelLead(level);
    return text.startsWith(level) && levels.length === 1 && rest === level.length;
  });
}
