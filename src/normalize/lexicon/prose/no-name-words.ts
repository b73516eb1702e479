/** What tells that a text is no indicator's name, as sources of patterns, by where in the text it stands. Sources as of prose-words.ts. */
interface WordsByPlace {
  readonly begins: readonly string[];
  readonly within: readonly string[];
  readonly ends: readonly string[];
  readonly whole: readonly string[];
}

/** 绩效指标, 三级指标. */
const INDICATORS = "(?:各项|主要|三级|绩效)*指标";
/** 经费, 经营, 经常 … are words of their own. */
const BY_MEANS = "经(?:过|(?!济|费|营|办|常|理|纪|管|络|典|期|销|停|脉))";
/** 指标明确性, 指标设置合理性: what a 决策 indicator measures. */
const SOUND = "(?:设置|设定|体系)?(?:的)?(?:明确|合理|细化|量化|科学|规范|完整|完备)";

/** Money, dates, evaluations, reasons. */
export const NO_NAME: WordsByPlace = {
  begins: [
    "因",
    "[该本此]",
    "(?:综合|自我|绩效)?评[价定分]",
    "截至",
    "截止",
    "根据",
    "按照",
    "依据",
    BY_MEANS,
    "通过",
    "对照",
    "综上",
    "(?:以上|上述|前述)",
    "同时",
    "此外",
    `${INDICATORS}(?!${SOUND})`,
    "指标(?:已|未|基本)",
    "(?:年度|绩效|目标|任务)*完成情况",
  ],
  within: [
    "\\d(?:亿|万)?元",
    "\\d%",
    "\\d月",
    "(?:19|20)\\d\\d年[^,]{0,4}(?:预算|资金)",
    "[一二三四上下]季度",
    "半年",
    "原因",
    "由于",
    "因为",
    "扣分",
    "自评",
    "得分(?!率)",
    "总分",
    "计分",
    "[该各]项",
    "我[局单中]",
    "评价?(?:为|结果|结论|等级|等次)",
    "等级",
    "位列",
    "排名",
    "标准为",
    "其余",
  ],
  ends: ["方面", "级", "级指标", "单位", "分别"],
  whole: ["项目", "全年", "年初", "年末", "当年", "目前", "本年", "从.+看"],
};

/** What is none even where a level or a number stands before it, and its marks, target and result behind it: 统计分析报告篇数 is one, though 计分 stands in it. */
export const NEVER_NAME: WordsByPlace = {
  begins: [
    "[该此]",
    "本(?:项|指标|年|单位|部门)",
    "其(?![他它])",
    "我[局单中]",
    INDICATORS,
    "截至",
    "截止",
    "根据",
    "按照",
    "依据",
    "对照",
    "综上",
    "(?:以上|上述|前述)",
    "此外",
  ],
  within: ["自评[得总分结等情价为]", "扣分"],
  ends: ["自评", "原因", "完成情况", "方面", "级指标"],
  whole: ["项目"],
};

/** One pattern of them all. */
export function patternOf({ begins, within, ends, whole }: WordsByPlace): RegExp {
  return new RegExp(`^(?:${begins.join("|")})|${within.join("|")}|(?:${ends.join("|")})$|^(?:${whole.join("|")})$`, "u");
}
