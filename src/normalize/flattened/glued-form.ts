import { alternation, LEXICON } from "../lexicon/lexicon.js";

const { projectName, department, unit } = LEXICON.metaLabels.nouns;
const NAMES = alternation(Object.keys(projectName));
const LABEL = new RegExp(`${NAMES}|${alternation([...Object.keys(department), ...Object.keys(unit)])}`, "gu");
const LEAST_LABELS = 2;
/** What the form's money begins with: 项目资金（万元） before its heads. */
const MONEY = "(?:项目|年度|预算)?(?:资金|预算)\\p{Script=Han}{0,4}[(（](?:亿|万)?元[)）]";
/** From the project's name to the money, without any mark between: labels and values of a form run together. */
const FORM = new RegExp(`(?<=^|[)）表])(${NAMES})([\\p{Script=Han}()（）]{4,160}?)(?=${MONEY})`, "u");
/** The label of the money's row, between the last head and the first amount. */
const TOTAL = /(?<=分值|得分|率|[数额]|[)）])(?=(?:年度|项目)?资金总额[：:]?\d)/u;

/** A line with blanks around the labels of a form that lost them all: 项目名称养老补贴主管部门某局实施单位某中心项目资金（万元）年初预算数…年度资金总额715.00715.00. */
export function withoutGluedForm(line: string): string {
  return line
    .replace(FORM, (form: string) => ((form.match(LABEL) ?? []).length < LEAST_LABELS ? form : ` ${form.replace(LABEL, " $& ")} `))
    .replace(TOTAL, " ");
}
