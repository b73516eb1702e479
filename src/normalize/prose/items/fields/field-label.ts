import { alternation } from "../../../lexicon/lexicon.js";
import { endsCompound } from "../../../lexicon/prose/compounds.js";
import { FIELD_WORDS } from "../../../lexicon/prose/field-words.js";
import { matchAt } from "../../../match-at.js";

/** What a labelled stretch of a clause tells of an indicator; `levels` under one label. `other` is told of something else: last year, or the whole. */
export type FieldRole = "weight" | "score" | "deduction" | "target" | "actual" | "rate" | "name" | "level1" | "level2" | "levels" | "other";

/** A label that stands in a text. */
export interface FieldLabel {
  readonly role: FieldRole;
  /** How far it reaches, its copula and colon with it. */
  readonly length: number;
  /** The label without its year and copula: what a report repeats. */
  readonly key: string;
  /** A copula or a colon ends it, so that anything behind it is its value. */
  readonly closed: boolean;
  /** 实际达成: the label may end before its core, which begins the value then. */
  readonly shorter?: { readonly length: number; readonly key: string };
}

const OWN = "(?:(?<![成资基样版])(?:该|本|此|这)(?:(?:项|个|条|题)(?:三级|绩效|具体)?(?:指标)?|(?:三级|绩效)?指标)的?|其)?";
const YEAR = "(?:(?<year>(?:19|20)\\d\\d)年度?|(?<past>上一?年度?|去年|往年|前一?年度?))?";
/** 补助标准年初指标值: the name ends so. */
const ENDS_NAME = "标准(?=(?:年初|年度|全年|预期|计划|目标|指标))";
const MODIFIERS = `(?<![成资基样版](?=本))(?<mods>(?:(?!${ENDS_NAME})(?:${alternation(FIELD_WORDS.modifiers)})|的){0,4})`;
const ROLE_OF = new Map<string, FieldRole>(
  (["score", "weight", "actual", "target", "rate", "level2", "level1", "name"] as const).flatMap((role) =>
    FIELD_WORDS[role].map((word) => [word, role] as const),
  ),
);
const SUM = "(?:合计|共计|总计|共)?";
const IS = "(?<is>\\s*(?:分别)?(?:为|是|:|=(?=\\s*\\d+(?:\\.\\d+)?分)|系)+\\s*)?";
const LABEL = new RegExp(`${OWN}${YEAR}${MODIFIERS}(?<core>${alternation([...ROLE_OF.keys()])})${SUM}${IS}`, "uy");

/** 该指标9分: the marks of it, without a word for them. */
const OWN_MARKS = /(?:该|本|此|这)(?:(?:项|个|条)?(?:三级|绩效)?指标|[项条题])(?:共|计|为)?(?=\s*\d+(?:\.\d+)?分)/uy;
/** 经问卷调查为93.5%. */
const FOUND =
  /(?:经|通过)(?:现场|实地|随机|网络|电话)?(?:问卷|抽样|满意度|统计|入户)*(?:调查|统计|测评|测算|核查|检测|评估|核实),?(?:结果|显示|得出)*(?:(?:实际)?(?:为|是|达到?|:)|实际|(?=\d))/uy;
/** 实际达成预期指标: what was done of it may be told in the words of the core. */
const DONE_SO = /^(?:达成|达到|实现|完成)/u;
const DONE_MODIFIER = /实际$/u;
/** 目标落实到位, 实际落实到人: there the core is what is told. */
const PUT_IN_PLACE = /(?:目标|实际)落实(?=$|(?![不达超约])\p{Script=Han})/uy;
/** Behind these the cores of results tell what is to be done: 应完成, 计划达到. */
const TO_DO = /应|计划|拟|需|须|预期|预计|预定|设定|目标|任务|考核/u;
const DONE = /实际|已|累计/u;
const OF_WHOLE = /总|综合|合计|最终|最后/u;
/** 年终核定, 最终确定: at the year's end a result is settled, and no target. */
const SETTLED = /^(?:核定|确定)$/u;
const AT_LAST = /年[末底终]|期末|最终|最后/u;
/** 目标完成值, 任务完成情况: what was done of it. */
const TELLS_RESULT = /[值数况]$/u;

/** The label that begins at `at`, with what its year makes of it; undefined where none does. */
export function labelAt(text: string, at: number, fiscalYear: number | null): FieldLabel | undefined {
  const own = matchAt(OWN_MARKS, text, at);
  if (own) return { role: "weight", length: own[0].length, key: "指标", closed: true };
  const found = matchAt(FOUND, text, at);
  if (found) return { role: "actual", length: found[0].length, key: "调查", closed: true };
  const match = matchAt(LABEL, text, at);
  if (!match?.groups) return undefined;
  const { year, past, mods = "", is, core } = match.groups as { [name: string]: string | undefined; core: string };
  // 内部审计10分: there the character is the name's last.
  if (core.length === 1 && match[0].startsWith(core) && endsCompound(text, at)) return undefined;
  const isOther = past !== undefined || (year !== undefined && fiscalYear !== null && Number(year) !== fiscalYear);
  const key = `${mods}${core}`;
  const end = at + match[0].length - core.length;
  if (is === undefined && core === "落实" && matchAt(PUT_IN_PLACE, text, end - 2)) return labelAt(text.slice(0, end), at, fiscalYear);
  const before = !DONE_MODIFIER.test(mods) || !DONE_SO.test(core) ? undefined : match[0].length - (is?.length ?? 0) - core.length;
  return {
    ...(before !== undefined && is === undefined ? { shorter: { length: before, key: mods } } : {}),
    role: isOther ? "other" : roleOf(ROLE_OF.get(core)!, core, mods),
    length: match[0].length,
    key,
    closed: is !== undefined,
  };
}

function roleOf(core: FieldRole, word: string, mods: string): FieldRole {
  // 自评结论为优 is told of the whole.
  if (word === "结论" && mods !== "") return "other";
  if (core === "actual" && TO_DO.test(mods) && !DONE.test(mods) && !TELLS_RESULT.test(word)) return "target";
  if (core === "target" && (/实际/u.test(mods) || (SETTLED.test(word) && AT_LAST.test(mods)))) return "actual";
  if (core === "score" && /应/u.test(mods)) return "weight";
  return (core === "score" || core === "weight") && OF_WHOLE.test(mods) ? "other" : core;
}
