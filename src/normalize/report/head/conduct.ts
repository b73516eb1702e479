import { isOrganisation } from "../../title/title.js";

/** Who carried a project out, and under whom, as running text tells it. */
export interface Conduct {
  readonly projectName: string | null;
  readonly unit: string | null;
  readonly department: string | null;
  /** Who says of itself that it did the evaluation. */
  readonly evaluator: string | null;
}

const CARRIED_OUT =
  /(?:^|[，,。；;：:\n、])([^，,。；;：:\n]{2,40}?)由([^，,。；;：:\n由]{4,30}?)(?:负责|具体|牵头|组织|承担|统一)*(?:实施|承担|建设)(?=[，,。；;\n]|$)/gu;
/** 某支队负责实施2020年某项目, 某站承担了某项目的建设. */
const DOES =
  /(?:^|[，,。；;：:\n])([^，,、。；;：:\n由]{4,30}?)(?:负责|具体|牵头|组织|统一|承担)+(?:实施|承担|承办|建设|执行)?了?(?=(?:19|20)\d{2}年|[该本]项目|[“"「《]|[^，,、。；;：:\n]{2,40}?项目)/gu;
/** 某养护所2021年某项目年初预算…: whose project it is. */
const OWNS =
  /(?:^|[。\n])([^，,、。；;：:\n\d]{4,30}?)(?:19|20)\d{2}年度?[^，,、。；;：:\n\d]{2,40}?项目(?:年初|全年|预算|资金|支出|共|总|实际|完成|于|已)/gu;
/** 现将某中心实施的某项目自评情况报告如下, 现将某大队2024年某项目绩效自评情况公开如下. */
const REPORTED =
  /(?:现将|现就|现对)([^，,。；;：:\n]{4,30}?)(?:(?:负责|具体|牵头|组织|承担)*(?:实施|承担|承办)的|(?:19|20)\d{2}年度?[^，,。；;：:\n\d]{2,40}?项目(?:支出|资金)?(?:绩效|自评))/gu;
const NAMED = /(主管部门|主管单位|项目单位|实施单位|承担单位|执行单位)(为|是|系)?([^，,。；;：:\n]{4,40}?)(?=[，,。；;\n]|$)/gu;
/** 某局为本项目主管部门, 某站作为实施单位, 某局（主管部门）. */
const CALLED =
  /(?:^|[，,。；;：:\n由])([^，,。；;：:\n由（(]{4,30}?)(?:(?:作?为|是|系|担任)(?:本|该|此)?(?:项目)?的?|[（(])(主管部门|主管单位|项目单位|实施单位|承担单位|执行单位)(?=[）)，,。；;\n]|$)/gu;
/** 项目由某局主管，某站具体实施. */
const LED =
  /由([^，,、。；;：:\n由]{4,30}?)(?:负责)?(?:主管|归口管理)(?:[、，,]([^，,、。；;：:\n由]{4,30}?)(?:负责|具体|组织|统一)*(?:实施|承担))?(?=[，,、。；;\n]|$)/gu;
/** 某局安排、某中心承担的某项目: who leads before who does. */
const UNDER =
  /(?:^|[，,。；;：:\n为是由])([^，,、。；;：:\n为是由]{4,30}?)(?:主管|归口管理|安排|牵头|管理)、([^，,、。；;：:\n]{4,30}?)(?:负责|具体|组织|统一)*(?:承担|实施|承办|建设)(?=的|[，,。；;\n]|$)/gu;
/** 某中心对某项目组织了自评: who evaluates itself carries the work out. */
const EVALUATED =
  /(?:^|[，,。；;：:\n])([^，,、。；;：:\n对]{4,30}?)(?:于[^，,。；;：:\n对]{4,16})?(?:对[^，,。；;：:\n]{2,60}?)?(?:组织|完成|开展|进行|实施)了?[^，,。；;：:\n]{0,30}?(?:绩效)?自评(?=[，,。；;\n工]|$)/gu;
/** Who evaluates the work of others, by order or by trade. */
const OF_OTHERS = /财政|委托|事务所|咨询|第三方|评价中心/u;
/** 某县农业主管部门: a body that is named by its matter. */
const BY_MATTER = /^\p{Script=Han}{1,8}(?:省|市|县|区|旗|州|镇|乡)\p{Script=Han}{1,10}部门$/u;
/** Without 为 the name itself must say that it is one: it begins with a place. */
const AT_A_PLACE = /^(?!会同|联合|由|与|和|及|向|对|按|经|将|根据|负责)\p{Script=Han}{1,8}(?:省|市|县|区|旗|州|镇|乡)/u;
const NO_NAME = /^(?:该|本|此|我|项目|资金|工程|工作|均|主要|具体|全部|统一|实际|其)/u;

/** 某工程项目由某中心实施，主管部门为某局。 `text` without white space but line ends. */
export function readConduct(text: string): Conduct {
  const named = [...text.matchAll(NAMED)].flatMap(([, label, verb, names]) => {
    const body = firstBody(names!);
    return body !== undefined && (verb !== undefined || AT_A_PLACE.test(body)) ? [{ label: label!, body }] : [];
  });
  const called = [...text.matchAll(CALLED)].flatMap(([, body, label]) => (isBody(body!) ? [{ label: label!, body: body! }] : []));
  const by = (test: RegExp) => [...named, ...called].find(({ label }) => test.test(label))?.body ?? null;
  const led = [...text.matchAll(LED)].find(([, leader]) => isBody(leader!));
  const doer = led?.[2] !== undefined && isBody(led[2]) ? led[2] : undefined;
  const under = [...text.matchAll(UNDER)].find(([, leader, follower]) => isBody(leader!) && isBody(follower!));
  const evaluator = [...text.matchAll(EVALUATED)].find(([, organisation]) => isBody(organisation!) && !OF_OTHERS.test(organisation!));
  const does = [...text.matchAll(DOES)].find(([, organisation]) => isBody(organisation!) && !OF_OTHERS.test(organisation!));
  const owns = [...text.matchAll(OWNS)].find(([, organisation]) => isBody(organisation!) && !OF_PLACE.test(organisation!));
  const reported = [...text.matchAll(REPORTED)].find(([, organisation]) => isBody(organisation!) && !OF_PLACE.test(organisation!));
  const carried = [...text.matchAll(CARRIED_OUT)].find(([, , organisation]) => isBody(organisation!) && !/主管/u.test(organisation!));
  const subject = carried?.[1]?.replace(/^(?:19|20)\d{2}年度?/u, "").replace(/项目$/u, "") ?? "";
  return {
    projectName: carried && /项目$/u.test(carried[1]!) && subject.length >= 2 && !NO_NAME.test(subject) ? subject : null,
    unit: by(/实施|承担|执行|项目单位/u) ?? carried?.[2] ?? doer ?? under?.[2] ?? reported?.[1] ?? does?.[1] ?? owns?.[1] ?? null,
    department: by(/主管/u) ?? led?.[1] ?? under?.[1] ?? null,
    evaluator: evaluator?.[1] ?? null,
  };
}

/** 某县2023年某项目 is where, not whose. */
const OF_PLACE = /(?:省|市|县|区|旗|州|盟|镇|乡|街道)$/u;

/** Of 某局和某站 the first; the names of bodies have 和 in them, too. */
function firstBody(names: string): string | undefined {
  return [names, ...[...names.matchAll(/[和及与、]/gu)].map(({ index }) => names.slice(0, index)).toReversed()].find(isBody);
}

/** 因此我校, 由本单位: who speaks, and no name. */
const SPEAKER = /我|本(?:单位|部门|[局厅委办院校所站馆处镇乡县市区])/u;

function isBody(name: string): boolean {
  return !SPEAKER.test(name) && (isOrganisation(name) || BY_MATTER.test(name));
}
