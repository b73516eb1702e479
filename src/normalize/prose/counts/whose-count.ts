import type { Sentence } from "../sentence.js";
import { departmentAt, type Names } from "../subject.js";
import { ONE_CLASS, SETTING } from "./count-words.js";

/** 部门整体绩效目标设置指标28个: what the department as a whole has set itself, in the report on one project. */
export function isOfDepartment({ text }: Sentence, names: Names): boolean {
  const at = departmentAt(text, names);
  return at >= 0 && /^[,、:]*$/u.test(/^[^\d]*/u.exec(text.slice(at))![0].replace(SETTING, ""));
}

/** 产出指标方面, 共设7个三级指标: the words before the comma say whose they are. */
export function isOfClass({ text, start }: Sentence, at: number): boolean {
  const before = /([^,、:()\d]*)[,:(]$/u.exec(text.slice(0, at - start))?.[1];
  return (
    before !== undefined && (ONE_CLASS.test(before) || before.endsWith("指标方面")) && !/项目|部门|单位|整体|体系|绩效目标/u.test(before)
  );
}

const LEVEL =
  /(?:产出|效益|效果|满意度|成本|数量|质量|时效|决策|过程|投入|可持续影响)(?:类)?(?:指标)?(?=[^\p{Script=Han}]|满分|分值|权重|共|总|自评|得)/gu;
/** What is said to be of all. */
export const OF_WHOLE = /项目|部门|单位|整体|体系|总分|合计|总计|本次/u;

/** 产出指标满分60分，自评得分59分，涉及7项三级指标: a sentence that gives one level its marks goes on about that level; one that lists several speaks of all. */
export function isOfLevel({ text, start }: Sentence, at: number): boolean {
  const before = text.slice(0, at - start);
  const named = [...before.matchAll(LEVEL)];
  const [level] = named;
  return level !== undefined && named.length === 1 && /\d分/u.test(before) && !OF_WHOLE.test(before.slice(level.index));
}
