import type { FundAmount } from "../../../core/record.js";

/** 已全部支出, 资金已全额拨付到位并使用完毕: said behind an amount of money. */
const WHOLLY =
  /^[,\s]*(?:项目|专项|该|此|其|上述)*(?:资金|经费|款项)?(?:已经?|均|都|也|目前|现)*(?:全部|全额|足额|悉数)(?:已经?|均|都)*([^,]{2,16})$/u;
const AND = /[并且、和]/u;
const DONE = /(?:完毕|完成|完)$/u;
const CAME = /^(?:拨付|下达|划拨|拨入|筹集|落实|拨款)?到位$/u;
const SPENT = /^(?:支出|使用|执行|支付|列支|兑付|兑现|发放|拨付)(?:到位)?$/u;

/** Which amounts an amount of money is by the words behind it, that say that all of it came in or was spent; none where they say another thing. */
export function whollyTold(behind: string): FundAmount[] {
  const verbs = WHOLLY.exec(behind)?.[1]?.split(AND);
  const fields = verbs?.map((verb) => {
    const own = verb.replace(/^已/u, "").replace(DONE, "");
    return CAME.test(own) ? ("received" as const) : SPENT.test(own) ? ("executed" as const) : undefined;
  });
  return fields?.every((field) => field !== undefined) ? fields : [];
}
