import { BULLET } from "../../core/numbering.js";

/** 一级指标：, 指标名称：: the labels of an indicator's place and of its name, with their colon. */
export const PLACE_LABEL = "(?:[一二三]级指标(?:名称)?|指标名称)[:：]";
const LABEL =
  "(?:年初|年度|全年|预期|实际|自评|绩效|指标|任务|目标)*(?:目标值?|指标值|计划值?|完成值?|完成[率比]例?|实际值?|业绩值|分值|权重|满分|得分|自评)";
/** 目标值完善 完成值完善 权重20分 得分20分: a blank before a label parts the fields of a line, however narrow it is. */
const BEFORE_LABEL = new RegExp(`(?<=\\S)\\s+(?=${PLACE_LABEL}|${LABEL}(?:[:：为]|\\s?[\\d≥≤<>=＝]|(?<=值)\\p{Script=Han}))`, "u");
const LEAST_FIELDS = 3;
/** 分值：15　　得分：15: where the line's first words are a label too, two are fields. */
const LABELLED = new RegExp(`^\\s*(?:${BULLET})?(?:${PLACE_LABEL}|${LABEL}[:：])`, "u");

/** The fields of a line that parts them by blanks, each but the first under a label; undefined for other lines. */
export function labelledFields(line: string): string[] | undefined {
  const fields = line.split(BEFORE_LABEL);
  const areAllLabelled = fields.length > 1 && fields.every((field) => LABELLED.test(field));
  return areAllLabelled || fields.length >= LEAST_FIELDS ? fields : undefined;
}

/** 三级指标：某名 above 年度指标值：≥12座: whether a line begins with the label of a field. */
export function beginsWithLabel(line: string): boolean {
  return LABELLED.test(line);
}

/** Whether such a line ends with the figure of its last field: nothing of it stands on the next one. */
export function endsFields(line: string): boolean {
  return /\d(?:分|%|％)?\s*$/u.test(line) && labelledFields(line) !== undefined;
}

const FORM_LABEL = "\\p{Script=Han}{2,8}(?:[(（][^()（）]{1,8}[)）])?[:：]";
const BEFORE_ANY_LABEL = new RegExp(`\\s+(?=${FORM_LABEL}|\\p{Script=Han}{2,8}[□☐☑☒√✓■])`, "u");
/** 评价等级：优: a field with a label of its own before a colon, and nothing behind its value. */
const LABEL_AND_VALUE = new RegExp(`^\\s*${FORM_LABEL}\\s*[^\\s:：,，。;；]+\\s*$`, "u");

/** 评价等级：优: whether a text is one label with its value. */
export function isLabelWithValue(text: string): boolean {
  return LABEL_AND_VALUE.test(text);
}

/** 经常性项目☑　一次性项目□: a choice behind its label. */
const TICKED = /^[^\s:：,，。;；]*[□☐☑☒√✓■][^\s:：,，。;；]*$/u;

/** 联系人：某人　联系电话：0000, above 综合得分：96: whether both lines of a form are labels with their values, of which none goes on in the next line. */
export function areOfForm(before: string, after: string): boolean {
  return [before, after].every((line) => line.split(BEFORE_ANY_LABEL).every((field) => isLabelWithValue(field) || TICKED.test(field)));
}
