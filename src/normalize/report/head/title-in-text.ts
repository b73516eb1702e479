import type { Block } from "../../../core/extracted.js";
import { unspaced } from "../../../core/text.js";
import { isTitle, readTitle, type Title } from "../../title/title.js";

/** 现将2022年某项目绩效自评情况报告如下. */
const REPORTED =
  /(?:现将|现就|现对)([^，,。；;：:《》]{6,60}?(?:报告|情况|结果|总结|自评|汇报))(?:予以|给予)?(?:报告|汇报|公开|公布|公示|说明|呈报)?如下/u;
/** 组织开展了2024年度某资金绩效自评工作. */
const CONDUCTED = /(?:开展|组织|进行|实施|完成)了?((?:19|20)\d{2}年度?[^，,。；;：:《》]{4,50}(?:自评|绩效评价))(?:工作)?(?=[，,。；;])/u;
/** …工作，自评情况如下：, 现将情况报告如下: what follows is the report itself. */
const BELOW = /(?:自评|评价|绩效)[^。；;\n]{0,30}(?:报告|汇报|情况|结果|公开|公布|呈报)如下/u;

/** Whether a text says that it goes on with a report on an evaluation. */
export function reportsBelow(text: string): boolean {
  return BELOW.test(text);
}

/** The names of documents, which may hold one another's. */
const DOCUMENTS = /《[^《》]*(?:《[^《》]*》[^《》]*)*》/gu;

/** 预算绩效管理重点项目: what was evaluated by, and no project's name. */
const OF_WORK = /绩效/u;

/** What a report without a title says in a sentence that it reports; null where it says nothing that a title would. */
export function titleInText(blocks: readonly Block[]): Title | null {
  for (const block of blocks) {
    if (block.type !== "paragraph") continue;
    const text = unspaced(block.text).replace(DOCUMENTS, "《》");
    const told = (REPORTED.exec(text) ?? CONDUCTED.exec(text))?.[1] ?? "";
    const title = isTitle(told) ? told : `${told}报告`;
    if (told === "" || !isTitle(title)) continue;
    const read = readTitle(title);
    return { ...read, projectName: OF_WORK.test(read.projectName ?? "") ? null : read.projectName };
  }
  return null;
}
