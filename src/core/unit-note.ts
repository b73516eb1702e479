/** 单位：, 金额单位：, 计量单位：, before the unit that a form's amounts are told in: source of a pattern. */
export const UNIT_NOTE = "(?:金额)?(?:计量)?单位\\s*[:：]\\s*";
