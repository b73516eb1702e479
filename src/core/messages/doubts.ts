/** Why the reading of a figure or of a part is doubtful. */
export const DOUBTS = {
  "recognised with low confidence": "文字识别的把握不大",
  "a figure stands among other text": "数字夹在其他文字之中",
  "no quantity could be made of what was read": "识读出的内容不成数值",
  "what stands behind its point was not read": "小数点之后的数字没有识读出来",
  "letters stand where digits should": "应是数字的位置识读成了字母",
  "what stands for the sign of comparison is none": "应是比较符号的位置识读成了别的字符",
  "its sign could not be read": "比较符号没有识读出来",
  "the stroke before it may be no sign": "数字前的一笔可能不是负号",
  "it may be a percentage told as a fraction": "可能是以小数填写的百分比",
  "weight and target ran together": "分值与指标值连在了一起",
  "labels or figures of several cells may be one": "几个单元格的文字或数字可能连成了一个",
  "a figure of its row stands under none of the heads that were read": "该行有一个数字不在任何已识读的表头之下",
  "its row may be the rest of the row above: it has a score and no weight": "有得分而无分值，可能是上一行的余下部分",
  "a figure stands where the indicator's name should": "指标名称的位置是一个数字",
  "its name stands over several rows: a ruling between their names may not have been seen": "名称占了几行，名称之间可能有未识别出的框线",
  "a reason stands in a row of its own beside it": "旁边另有一行只写原因",
  "a score under a total's name that is smaller than any whole's": "名为总分，却小于任何总分应有的数值",
  "what can be got stands behind the total's label: the score beside it may not have been read":
    "总分之后是满分，旁边的得分可能没有识读出来",
  "a figure that is no round one stands where the full marks should: it may be the score": "满分的位置不是整数，可能是得分",
  "it stands on several lines, as no other figure of its table does: a page number may be its end":
    "表中只有这个数字分成几行，末尾可能是页码",
  "a share stands under the marks and a bare figure under the rate: the row's cells are shifted":
    "分值之下是百分比、执行率之下是数字，该行单元格可能错位",
  "filled in from another table of the same funds, whose unit is another": "取自同一资金的另一张表，两表单位不同",
  "the budget was adjusted by 调整数": "预算经调整数调整",
  "the budget was changed, and the changed budget is not told": "预算有调整，而调整后的数额没有写明",
  "another amount of the paragraph gives this rate": "按同一段中的另一金额才得出这个执行率",
  "words say that all of the money came in or was spent, and tell no amount of it": "文字只说全部到位或全部支出，没有写明金额",
  "the execution has more marks than a report: figures ran together, or stand in each other's columns":
    "预算执行率的分值超过报告满分，数字可能连在一起或错了列",
  "rebuilt from a text, and no row's amounts give its rate: figures may stand in each other's columns":
    "按文本重建的表，没有一行的金额能得出执行率，数字可能错了列",
  "rebuilt from a text, and a head stands where a row's label should: labels may stand beside each other's figures":
    "按文本重建的表，行名的位置是表头，行名与数字可能对错了行",
  "several rows of the table have no name: what names them may stand on another page": "表中有几行没有名称，名称可能在另一页",
  "rows of one table have amounts in different units: which of them is stated for all does not tell":
    "同一张表各行金额单位不同，不知整表应以哪个为准",
  "rebuilt from a text without rulings, and no sum confirms it": "按没有框线的文本重建，没有合计可以印证",
  "indicators that sentences tell have one name: it may be none": "几处文字所述指标同名，可能不是指标名称",
  "no second level was read, though other rows have one": "其他行有二级指标，此行没有识读出来",
  "another reading was taken, for it fits the other figures": "改取了与其他数字相符的另一种识读",
  "{} figures could not be read": "有 {1} 个数字未能识读",
  "table {}: its grid is uncertain": "表{1+1}：表格结构不确定",
  "table {}: {} figures stand in no field ({})": "表{1+1}：有 {2} 个数字没有归入任何栏目（{3}）",
  "table {}: {} rows name levels, label results or tell marks and were read as no indicators":
    "表{1+1}：有 {2} 行写有指标级次、完成情况或分值，却未读作指标",
  "{} levels are told with their marks and without a row": "有 {1} 个级次写有分值，其下却没有指标",
  "table {}: rows name sources of money with their amounts, or a rate with its marks, and were read as no funds":
    "表{1+1}：有写明资金来源与金额、或执行率与分值的行，未读作资金",
  "table {}: levels of one kind stand in several columns, as where cells were left out of rows":
    "表{1+1}：同一级指标出现在几列，可能有的行缺了单元格",
  "{} lines of figures stand outside of all tables ({})": "有 {1} 行数字在所有表格之外（{2}）",
  "{} lines laid in columns were not read as a table": "有 {1} 行分栏排列的文字未读作表格",
  "{} lines end as the rows of a score table do, outside of all tables": "有 {1} 行像评分表的行，却在所有表格之外",
  "labels of a table stand outside of all tables": "有表格的栏目名称在所有表格之外",
  "marks beyond the full ones: rows of a table may be read as one": "有分值超过满分，表中几行可能读成了一行",
  "the levels of a table without rulings do not have the marks that they should": "没有框线的表中，各级指标的分值与应有的不符",
  "the weights of a table without rulings lack just an execution's": "没有框线的表中，分值恰好少了预算执行率的一份",
  "the heads of a fund table, whose score the total may hold, stand outside of all tables":
    "资金表的表头在所有表格之外，其得分可能计入总分",
  "weights beyond the full marks: rows ran together ({})": "有分值超过满分，几行可能连在了一起（{1}）",
  "{} marks told in sentences are of indicators that could not be named": "文字中有 {1} 个分值，所属指标的名称未能确定",
  "{} scores are told in sentences and were read as no indicator's": "文字中有 {1} 个得分未归入任何指标",
  "no sum and no count bears out the indicators that sentences tell": "文字所述的指标，没有合计或个数可以印证",
  "an indicator beside others of its level was given the level's marks": "有指标取了整个级次的分值，而同级还有其他指标",
  "{} marks among the words on indicators are none of theirs": "讲指标的文字中有 {1} 个分值不属于任何指标",
} as const;
