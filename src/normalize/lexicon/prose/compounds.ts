/**
 * Words that end in a character which is a word of its own elsewhere (为 is, 系 is, 约 about, 均 each, 计 in all): there the character says nothing.
 * 规范执法行为 10分 names 行为, not what 执法行 "is". Source: 现代汉语词典, the common compounds.
 */
const COMPOUNDS: readonly string[] = [
  ...["行为", "作为", "人为"],
  ...["体系", "联系", "关系", "水系", "维系", "谱系", "根系", "派系", "院系"],
  ...["节约", "集约", "契约", "预约", "履约", "合约", "公约", "条约", "签约", "违约", "制约", "简约"],
  ...["审计", "设计", "统计", "会计", "预计", "估计", "生计"],
  ...["合计", "共计", "总计", "累计", "小计"],
  ...["公共"],
  ...["国有", "所有", "持有", "拥有", "享有", "保有", "占有", "现有", "原有", "固有", "特有"],
  ...["平均", "人均", "户均", "日均", "月均", "年均", "亩均", "村均"],
  ...["表达", "传达", "送达", "到达", "通达", "直达", "可达"],
  ...["收到", "得到", "做到", "遇到", "签到", "报到", "找到"],
];

/** Words that hold one which is a word of money elsewhere: 转移支付资金 pays nothing out. */
const HOLDING: readonly string[] = ["转移支付", "使用权", "使用费", "使用寿命", "使用年限", "执行局", "执行力", "执行案件", "支出责任"];

/** Whether the character at `at` belongs to a word whose parts are none. */
export function isHeld(text: string, at: number): boolean {
  return HOLDING.some((word) => text.slice(Math.max(at - word.length + 1, 0), at + word.length).includes(word));
}

const ENDINGS: ReadonlySet<string> = new Set(COMPOUNDS);

/** Whether the character at `at` ends a compound. */
export function endsCompound(text: string, at: number): boolean {
  return at > 0 && ENDINGS.has(text.slice(at - 1, at + 1));
}
