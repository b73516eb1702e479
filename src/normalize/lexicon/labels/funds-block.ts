/**
 * 项目资金（万元）, 年度预算（元）: the label beside the heads or the rows of a form's money, which tells their unit. A pattern to build others of (flag `u`): it has neither
 * anchors nor groups that capture.
 */
export const FUNDS_BLOCK = "(?:项目|年度|财政|专项|部门|预算)*(?:预算|资金)\\p{Script=Han}{0,4}[(（][亿万]?元[)）]";
