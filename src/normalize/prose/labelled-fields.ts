/** 目标值完善 完成值完善 权重20分 得分20分: a blank before a label parts the fields of a line, however narrow it is. */
const BEFORE_LABEL =
  /(?<=\S)\s+(?=(?:年初|年度|全年|预期|实际|自评|绩效|指标|任务|目标)*(?:目标值?|指标值|计划值?|完成值?|完成[率比]例?|实际值?|业绩值|分值|权重|满分|得分|自评)(?:[:：为]|\s?[\d≥≤<>=＝]|(?<=值)\p{Script=Han}))/u;
const LEAST_FIELDS = 3;

/** The fields of a line that parts them by blanks, each but the first under a label; undefined for other lines. */
export function labelledFields(line: string): string[] | undefined {
  const fields = line.split(BEFORE_LABEL);
  return fields.length < LEAST_FIELDS ? undefined : fields;
}

/** Whether such a line ends with the figure of its last field: nothing of it stands on the next one. */
export function endsFields(line: string): boolean {
  return /\d(?:分|%|％)?\s*$/u.test(line) && labelledFields(line) !== undefined;
}
