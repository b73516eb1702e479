import type { FieldRole } from "./fields/field-label.js";
import type { ItemEvent } from "./item-events.js";

/** So many clauses ahead may the fields of a name stand that brackets part from it. */
const AHEAD = 5;

/** 按规定得9分, 根据评分标准折算得9分: how the score was found, and no name. */
const BY_RULE =
  /^(?:应|可|故|因此)?(?:按照?|根据|依据?|依照|对照|据此)(?:(?:评分|计分|打分|相关|有关|上述|执行)*(?:规定|规则|标准|细则|办法|比例|要求|权重|方法|公式|率))?(?:折算|计算|计|应|评)?$/u;

/** The clause names levels, and nothing else. */
export function isLevelAlone({ lead }: ItemEvent): boolean {
  return lead !== undefined && lead.levels.length > 0 && lead.rest === lead.text.length;
}

const BELONGS = /^(?:属于?|所属|归属|隶属)/u;

/** 属数量指标: said of the name before, on a line of its own too. */
export function saysWhose(event: ItemEvent): boolean {
  return isLevelAlone(event) && BELONGS.test(event.clause.text);
}

/** （数量指标）, 属数量指标: the level of the name before it. */
export function isOfItem(event: ItemEvent): boolean {
  return (isLevelAlone(event) && event.clause.inside) || saysWhose(event);
}

/** 效益～社会效益指标～保障平稳运行，提高效率10分: a name behind its levels that a comma stands in. The clause that it ends in. */
export function nameGoesOn(events: readonly ItemEvent[], k: number): ItemEvent | undefined {
  const { lead, fields, passage } = events[k]!;
  const next = events[k + 1];
  const isPath = lead!.isPath || (lead!.levels.length === 2 && lead!.rest < lead!.text.length);
  if (!isPath || fields.length > 0 || !next?.lead || next.passage !== passage || next.clause.before !== ",") return undefined;
  const [first] = next.fields;
  return (first?.role === "weight" || first?.role === "target") && next.lead.levels.length === 0 ? next : undefined;
}

/** 预算执行得10分、产出得49分: the execution among the levels that its sentence lists is one of them. */
export function isListed(events: readonly ItemEvent[], k: number): boolean {
  const { passage, clause } = events[k]!;
  const isLevel = (event: ItemEvent | undefined) =>
    event !== undefined && event.passage === passage && isLevelAlone(event) && !event.clause.inside && event.fields.length > 0;
  const next = events[k + 1];
  return (
    (",、".includes(clause.before || "。") && isLevel(events[k - 1])) ||
    (next !== undefined && ",、".includes(next.clause.before || "。") && isLevel(next))
  );
}

/** What is told of a lead: in its clause, and in the next ones up to the next lead; brackets that name levels are passed over. */
export function rolesAhead(events: readonly ItemEvent[], k: number): FieldRole[] {
  const roles = events[k]!.fields.map(({ role }) => role);
  for (let i = k + 1; i < events.length && i <= k + AHEAD; i++) {
    const event = events[i]!;
    if (event.lead && !isOfItem(event) && !BY_RULE.test(event.lead.text)) break;
    if (!event.lead && event.fields.length === 0) break;
    // 。(1)已完成检修浮桥12座: what was done begins the next.
    if (event.strong && event.fields[0]?.deed) break;
    roles.push(...event.fields.map(({ role }) => role));
  }
  return roles;
}

const TELLS_MONEY = /\d\s*(?:[亿万]?元|[%％])$/u;

/** 预算执行（10分）：年初预算120万元，执行120万元，得10分: between the marks and the score of its passage nothing but amounts and rates. */
export function isScoredBehindMoney(events: readonly ItemEvent[], k: number): boolean {
  const { passage } = events[k]!;
  for (let i = k + 1; events[i]?.passage === passage; i++) {
    const { lead, fields, clause } = events[i]!;
    if (!lead && fields.some(({ role }) => role === "score")) return true;
    if (lead && !TELLS_MONEY.test(clause.text)) return false;
  }
  return false;
}

/** So long is the name of a level that no form knows. */
const LONGEST_LEVEL = 8;

/** So many lines begin with a level of the report's own before it is taken for one. */
const LEAST_HEADS = 2;

/** 预算配置：在职人员控制率5分，…: a line's first words, and behind their colon a name with its marks, here or on the next line, as other lines of the report have them. */
function isHeadOfItems(events: readonly ItemEvent[], k: number): boolean {
  if (!isHead(events, k)) return false;
  return events.filter((event, i) => event.opensPassage && isHead(events, i)).length >= LEAST_HEADS;
}

function isHead(events: readonly ItemEvent[], k: number): boolean {
  const { lead, fields, opensPassage, passage } = events[k]!;
  const next = events[k + 1];
  if (!opensPassage || !lead || fields.length > 0 || next?.passage !== passage || next.clause.before !== ":") return false;
  if (next.lead === undefined) return false;
  const behind = events[k + 2];
  const tellsMarks = behind !== undefined && !behind.lead && behind.fields[0]?.role === "weight";
  if (next.fields.length === 0) return tellsMarks && (behind.passage === passage || (behind.opensPassage && next.lead.levels.length === 0));
  if (next.lead.levels.length > 0) return false;
  return next.fields[0]!.role === "weight" && next.fields[0]!.start > 0;
}

/** 2.资金落实。资金到位率（5分）, 预算管理方面：执行率（8分）: a line begins with a name of its own before that of its first item. */
export function headedLevel(events: readonly ItemEvent[], k: number): string | undefined {
  const { lead } = events[k]!;
  const text = lead!.text.slice(lead!.rest);
  const matter = /^(.{2,})方面$/u.exec(text)?.[1] ?? (isHeadOfItems(events, k) ? text : undefined);
  if ((matter ?? text).length > LONGEST_LEVEL || !opensItems(events, k)) return undefined;
  return (matter ?? (isNumbered(events[k]!) || endsAsOthers(events, k))) ? (matter ?? text) : undefined;
}

/** A line's first words, and behind the sentence's end or a colon a name of which something is told. */
function opensItems(events: readonly ItemEvent[], k: number): boolean {
  const { opensPassage, passage } = events[k]!;
  const next = events[k + 1];
  if (!opensPassage || next?.passage !== passage || !"。:".includes(next.clause.before)) return false;
  return next.lead !== undefined && rolesAhead(events, k + 1).length > 0;
}

function isNumbered({ lead }: ItemEvent): boolean {
  return lead!.rest > 0;
}

/** 职责履行。重点工作办结率（15分）, the only one of its level: no number, but other lines of the report begin with numbered ones and as it ends. */
function endsAsOthers(events: readonly ItemEvent[], k: number): boolean {
  const mark = events[k + 1]!.clause.before;
  const isLike = (event: ItemEvent, i: number) =>
    event.lead !== undefined &&
    isNumbered(event) &&
    events[i + 1]?.clause.before === mark &&
    event.lead.text.length - event.lead.rest <= LONGEST_LEVEL &&
    opensItems(events, i);
  return mark === "。" && events.filter(isLike).length >= LEAST_HEADS;
}
