/** Why a doubtful reading was put right. */
export const REPAIRS = {
  "Letters stand among the digits of a numeral, and look like digits.": "数字中夹有与数字形近的字母",
  "The sign of comparison looks like what stands in its place, and is missing.": "缺少比较符号，而该处字符与之形近",
  "The characters mean nothing as printed and look like a word of these reports.": "识读出的字不成词，与自评报告的常用词形近",
  "The report names this indicator elsewhere with these characters, and uses them more often.": "报告别处多以这些字写这一指标",
  "A reading has these characters, with which the word stands elsewhere in the report or is a known one.":
    "另一种识读是这些字，该词在报告别处出现或是常用词",
  "A reading has {}, as the table's other targets have; a bar is easily lost in a scan.":
    "另一种识读为{1}，与表中其他指标值一致；扫描件中短横容易丢失",
  "The row's other figure has {}, and a reading of this one too; readers take it for zeros or for another sign.":
    "同一行的另一数字带{1}，此数的另一种识读也带；这一符号常被误认作零或别的符号",
  "As read it contradicts other figures; of its readings this one alone satisfies: {}.":
    "原先的识读与其他数字矛盾；各种识读中只有这一种满足：{1}",
  "{} ≤ {}": "{1} ≤ {2}",
  "{} = {}": "{1} = {2}",
  "{} ÷ {} = {}%": "{1} ÷ {2} = {3}%",
  "{} ÷ {} or {} = {}%": "{1} ÷ {2} 或 {3} = {4}%",
  "sum of the weights": "分值合计",
  "sum of the scores": "得分合计",
  "weights of {}": "{1}的分值合计",
  "scores of {}": "{1}的得分合计",
  "items of {}": "{1}的明细合计",
  "sum of the sources' {}": "各资金来源的{1}合计",
  initialBudget: "年初预算数",
  adjustedBudget: "全年预算数",
  received: "到位数",
  executed: "执行数",
  balance: "结余数",
  "weight {} × execution rate = {}": "分值 {1} × 执行率 = {2}",
  "target {}, actual {}, weight {} give score {}": "指标值 {1}、实际完成 {2}、分值 {3}，应得 {4} 分",
  "the total told twice: {} = {}": "总分两处写明：{1} = {2}",
  "told in prose and in the table: {} = {}": "文字与表格：{1} = {2}",
} as const;
