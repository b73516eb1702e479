import { FUNDS_BLOCK } from "../../lexicon/labels/funds-block.js";
import { alternation, LEXICON } from "../../lexicon/lexicon.js";

const { nouns, words } = LEXICON.metaLabels;
/** Words as short as 地址 or 日期 stand within names and sentences, too. */
const SHORTEST_WORD = 4;
const long = (list: object) => Object.keys(list).filter((word) => word.length >= SHORTEST_WORD);

/** What a form begins with: any label, for nothing stands before it. */
const NOUNS = alternation(Object.values(nouns).flatMap((list) => Object.keys(list)));
const WHOSE = alternation([words.projectName, words.department, words.unit, words.filler, words.both].flatMap(long));
const FIRST = `(?:(?:${alternation(LEXICON.metaLabels.of)}){0,3}(?:${NOUNS})|(?:${WHOSE})(?:名称)?)`;
/** What may follow. 补助项目主管部门: the words before a noun may end the value that stands there, but for whose department it is, and behind an office. */
const LABEL = new RegExp(
  [
    ...[nouns.department, nouns.unit]
      .map((list) => alternation(Object.keys(list)))
      .map((noun) => `(?:中央|地方|[省市县区州]级)?(?:${noun})`),
    `(?<=[局厅委办部])(?:${alternation([words.department, words.unit].flatMap(long))})`,
    alternation([words.filler, words.reportDate, words.other].flatMap(long)),
  ].join("|"),
  "gu",
);
/** From a form's first label to what follows it, without any mark between: labels and values of a form run together. */
const FORM = new RegExp(
  `(?<=^|[)）表])(?=${FIRST})([^。；;：:，,|\\s]{8,200}?)(?=${FUNDS_BLOCK}|资金来源(?:年初|全年|预算)|预算执行情况年初|一级指标)`,
  "u",
);
/** The label of the money's row, between the last head and the first amount. */
const TOTAL = /(?<=分值|得分|率|[数额]|[)）])(?=(?:年度|项目)?资金总额[：:]?\d)/u;

/** A line with blanks around the labels of a form that lost them all: 项目名称养老补贴主管部门某局实施单位某中心项目资金（万元）年初预算数…年度资金总额715.00715.00. */
export function withoutGluedForm(line: string): string {
  return line.replace(FORM, parted).replace(TOTAL, " ");
}

const BEGINS = new RegExp(`^${FIRST}`, "u");
/** The value of a form's one label. */
const LONE_VALUE = /^\p{Script=Han}{4,20}$/u;

function parted(form: string): string {
  const first = BEGINS.exec(form)![0];
  const rest = form.slice(first.length);
  const parts = rest.replace(LABEL, " $& ");
  return parts === rest && !LONE_VALUE.test(rest) ? form : ` ${first} ${parts} `;
}
