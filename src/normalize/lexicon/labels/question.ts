/** 问4 年初预算是多少？: a form that asks. */
const ASKED = /^(?:问题?\d{1,2}[、.:]?)?(.+?)(?:(?:是|为|有|叫)?(?:多少|什么|谁|哪[个家](?:部门|单位)?))?\?$/u;
/** 由哪个部门主管, 项目叫什么名称. */
const BY_WHOM = /^(?:本?项目)?由哪[个家]?(部门|单位|机构)(?:负责)?(主管|实施|承担|执行)$/u;
const CALLED = /叫做?什么(?=名称)/u;

/** The label that a question stands for (由哪个部门主管？ → 主管部门); `folded` as it is where nothing is asked. */
export function askedLabel(folded: string): string {
  const asked = ASKED.exec(folded)?.[1];
  return asked === undefined ? folded : asked.replace(CALLED, "").replace(BY_WHOM, "$2$1");
}
