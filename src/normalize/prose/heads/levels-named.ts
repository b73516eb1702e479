import { alternation } from "../../lexicon/lexicon.js";
import { PROSE_WORDS } from "../../lexicon/prose/prose-words.js";
import { unnumbered } from "./head-number.js";

/** 服务满意度 is a level by itself; in 公众服务满意度 it is the end of a name. */
const isWhole = (word: string) => /.满意度$/u.test(word);
const LEVEL1 = new RegExp(
  `(?<!\\p{Script=Han})(?:${alternation(PROSE_WORDS.levelOne.filter(isWhole))})|${alternation(PROSE_WORDS.levelOne.filter((word) => !isWhole(word)))}`,
  "u",
);
const LEVEL2 = new RegExp(
  alternation([
    ...PROSE_WORDS.levelTwo.filter((word) => !/^(?:绩效目标|项目立项|资金投入|资金管理|财务管理|业务管理)$/u.test(word)),
    "成本指标",
  ]),
  "u",
);

/** 4、数量: a second level by its stem, alone on its line. */
const STEM = /^(数量|质量|时效|进度|成本)(?:类|方面)?(?:指标)?(?:(?:完成|实现)?情况)?(?:分析|说明)?[。:]?$/u;

/** 评分过程: the course of something, and no level; 资金投入: a second level, or the money. */
const NO_FIRST = /(?:评分|评价|自评|工作|实施|组织|建设|执行)过程|(?:资金|经费|财政|人员|人力|物力)投入(?!指标)/u;

/** The levels that a head names, from the first down: none, one, or a first and its second. */
export function levelsNamed(text: string): string[] {
  const stem = STEM.exec(unnumbered(text))?.[1];
  const second = LEVEL2.exec(text);
  const named = LEVEL1.exec(text);
  const isNone = named !== null && /^(?:过程|投入)$/u.test(named[0]) && NO_FIRST.test(text);
  const first = isNone ? null : named;
  if (!second && stem !== undefined) return [stem];
  if (!first) return second ? [second[0]] : [];
  // 社会效益指标: the second level's name holds the first's. 产出指标—数量指标 names both.
  if (second && second.index <= first.index && second[0].includes(first[0])) return [second[0]];
  const level1 = /指标$|^项目|^部门/u.test(first[0]) ? first[0] : first[0] + (text.includes(`${first[0]}指标`) ? "指标" : "");
  const end = first.index + level1.length;
  return second && /^\s*[—–~～:→·>/-]+\s*$/u.test(text.slice(end, second.index)) ? [level1, second[0]] : [level1];
}
