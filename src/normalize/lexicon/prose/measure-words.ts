/** What names of indicators end in: a quality, a share, a count, a state. A sentence on what was done ends otherwise. */
const MEASURE_ENDINGS = [
  "性",
  "率",
  "度",
  "量",
  "数",
  "[人户场批车亩班架趟篇]次",
  "比例",
  "比重",
  "占比",
  "个数",
  "情况",
  "水平",
  "质量",
  "规模",
  "面积",
  "里程",
  "长度",
  "时间",
  "时限",
  "时效",
  "周期",
  "工期",
  "成本",
  "费用",
  "金额",
  "支出",
  "标准",
  "价格",
  "收入",
  "产值",
  "效益",
  "效果",
  "作用",
  "影响",
  "能力",
  "机制",
  "制度",
  "体系",
  "环境",
  "状况",
  "增长额",
  "增幅",
] as const;

const MEASURE = new RegExp(`^\\p{Script=Han}{2,}(?:${MEASURE_ENDINGS.join("|")})$`, "u");
/** 资金使用率未达到预期进度, 各项支出符合规定标准: a predicate within, whatever the last word is. */
const PREDICATE = /未|均|全部|符合|低于|高于|超过|不足|达到|较上?年|已(?!建|有|完)|没有|存在|[建制]定了|完成了/u;

/** Whether a text reads as a measure's name. */
export function namesMeasure(text: string): boolean {
  return MEASURE.test(text) && !PREDICATE.test(text);
}
