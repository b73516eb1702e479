import { alternation } from "../../lexicon/lexicon.js";
import { PROSE_WORDS } from "../../lexicon/prose/prose-words.js";
import { HEAD_NUMBER } from "./head-number.js";

const LEVEL_ONE = alternation(PROSE_WORDS.levelOne.filter((word) => !word.includes("执行")));
const MARKS = "\\([^()]{0,30}分\\)";

/** 产出指标（50分）：, a level's name alone on its line, numbered or not; 履职效能（40分）, any first one with its marks; 预算执行（10分）, which without its marks heads a chapter on money. */
export const LEVEL_HEADING = new RegExp(
  `^(?:${HEAD_NUMBER}、?)?\\s*(?:(?:产出|效益|效果|满意度|成本|数量|质量|时效|经济效益|社会效益|生态效益|可持续影响|服务对象满意度)指标(?:(?:完成|实现)?情况)?(?:分析|说明)?(?:${MARKS})?(?:完成情况)?|(?:${LEVEL_ONE})(?:类?指标)?(?:情况)?${MARKS}|预算执行(?:情况|率?指标)?${MARKS}):?$`,
  "u",
);
