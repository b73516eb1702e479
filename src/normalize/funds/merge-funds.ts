import { groupBy } from "../../core/group-by.js";
import { inYuan, meets } from "../../core/interval.js";
import {
  eachFundAmount,
  FUND_AMOUNTS,
  type Fund,
  type FundAmount,
  type FundSource,
  type Money,
  type MoneyUnit,
  type Percent,
  type StatedScore,
} from "../../core/record.js";
import { isRateOf } from "../figures/rate-of.js";
import { unsure } from "../figures/unsure.js";
import { EXECUTION_NAME } from "../lexicon/labels/execution-name.js";
import type { ProseFacts } from "../prose/facts.js";
import { isOnProject } from "../prose/subject.js";
import type { ToldFund } from "./told-fund.js";

type Row = Omit<ToldFund, "place">;

/** One of two tables may state its unit where it was not seen. */
const OTHER_UNIT = unsure("filled in from another table of the same funds, whose unit is another");

/** What a row told by sentences is called. */
const PROSE_LABELS: { readonly [source in FundSource]: string } = {
  total: "资金总额",
  fiscal: "财政资金",
  current_fiscal: "当年财政拨款",
  carryover: "上年结转资金",
  central: "中央资金",
  provincial: "省级资金",
  municipal: "市级资金",
  county: "县区级资金",
  special_account: "财政专户管理资金",
  unit_own: "单位资金",
  other: "其他资金",
};

/**
 * Joins several tables of the same funds: the fullest stands, the others fill what it lacks. Another breakdown of the total is kept below it. Lists of tasks
 * and of years, and in a project's report its department's accounts, tell the whole's money only where nothing else does, and what is other money than the
 * fullest's tells none of it. `prose`: what sentences tell.
 */
export function mergeFundTables(
  tables: readonly (readonly ToldFund[])[],
  { amounts, names }: Pick<ProseFacts, "amounts" | "names">,
): Fund[] {
  const all = tables.filter((rows) => rows.length > 0);
  const inProse = amounts.flatMap(({ source, money }) => (source === "total" ? [money] : []));
  const isOther = (rows: readonly Row[]) => isOnProject(names) && isOfDepartment(rows) && !isOfReport(rows, inProse);
  const own = all.filter((rows) => !rows[0]!.ofTasks && !isOfYears(rows) && !isOther(rows));
  const told = own.length > 0 || inProse.length > 0 ? own : all;
  // The table of the execution's marks, else of its rate, is the report's own.
  const evaluated =
    told.find((rows) => rows.some(({ weight, score }) => weight ?? score)) ??
    told.find((rows) => rows.some(({ executionRate }) => executionRate));
  const ofReport = told.filter((rows) => rows === evaluated || !evaluated || !isOtherMoney(evaluated, rows));
  const fullest = ofReport.reduce<readonly ToldFund[]>((best, rows) => (figures(rows) > figures(best) ? rows : best), []);
  return ofReport
    .filter((rows) => rows !== fullest && !isOtherMoney(fullest, rows))
    .reduce<Row[]>((merged, rows) => joined(merged, rows), [...fullest])
    .map(plain);
}

/** 2019年 | 120万元, 2020年 | 131万元: what a row tells is a year's, of which one may be the report's. */
function isOfYears(rows: readonly Row[]): boolean {
  const isYear = ({ label }: Row) => /^(?:19|20)\d\d年?度?$/u.test(label);
  return rows.some(isYear) && rows.every((row) => row.source === "total" || isYear(row));
}

/** 基本支出 | 1820万元, 项目支出 | 920万元; 本年收入合计 | 3220万元: what a department spends on itself and on all its projects, and what it takes in. */
function isOfDepartment(rows: readonly Row[]): boolean {
  const isSpending = ["基本支出", "项目支出"].every((part) => rows.some(({ label }) => label.includes(part)));
  return isSpending || rows.some(({ source, label }) => source === "total" && label.includes("收入"));
}

/** Whether a table has the execution's marks, or a total that sentences tell too. */
function isOfReport(rows: readonly Row[], inProse: readonly Money[]): boolean {
  const totals = rows.filter(({ source }) => source === "total").flatMap((row) => FUND_AMOUNTS.flatMap((field) => row[field] ?? []));
  return (
    rows.some(({ weight, score }) => weight ?? score) || totals.some((one) => inProse.some((other) => meets(inYuan(one), inYuan(other))))
  );
}

/** Whether two tables tell the total's same amounts and agree in none: income beside a project's funds. */
function isOtherMoney(funds: readonly Row[], others: readonly Row[]): boolean {
  const [own, other] = [funds, others].map((rows) => rows.find(({ source }) => source === "total"));
  if (!own || !other) return false;
  const amounts = (row: Row) => FUND_AMOUNTS.flatMap((field) => row[field] ?? []);
  const isShared = FUND_AMOUNTS.some((field) => own[field] && other[field]);
  return (
    isShared && !amounts(own).some((one) => amounts(other).some((money) => money.value === one.value || meets(inYuan(money), inYuan(one))))
  );
}

function figures(rows: readonly Row[]): number {
  return rows.reduce(
    (so, row) => so + [...FUND_AMOUNTS, "executionRate", "weight", "score"].filter((field) => row[field as keyof Row] !== null).length,
    0,
  );
}

function joined(kept: readonly Row[], other: readonly Row[]): Row[] {
  const rest = other.filter((row) => !kept.some((known) => isSame(known, row)));
  const filled = kept.map((row) => {
    const twin = other.find((candidate) => isSame(row, candidate));
    return twin ? fill(row, twin) : row;
  });
  const sharesParts = other.some((row) => row.source !== "total" && kept.some((known) => isSame(known, row)));
  return [...filled, ...rest.filter((row) => row.source !== "total").map((row) => ({ ...row, depth: sharesParts ? (row.depth ?? 1) : 2 }))];
}

function isSame(a: Row, b: Row): boolean {
  return (
    a.source === b.source && (a.source === "total" || a.source === "carryover" || a.source === "current_fiscal" || a.label === b.label)
  );
}

function fill(row: Row, other: Row): Row {
  const unit = FUND_AMOUNTS.map((field) => row[field]?.unit).find((each) => each !== undefined);
  const amounts = eachFundAmount((field) => row[field] ?? inUnit(other[field], unit));
  return {
    ...row,
    ...amounts,
    executionRate: row.executionRate ?? other.executionRate,
    weight: row.weight ?? other.weight,
    score: row.score ?? other.score,
    evidence: [...row.evidence, ...other.evidence],
  };
}

/** An amount, doubtful beside others in another unit. */
function inUnit(money: Money | null, unit: MoneyUnit | undefined): Money | null {
  return money && unit && money.unit !== unit ? { doubt: OTHER_UNIT, ...money } : money;
}

function plain(row: Row): Fund {
  const { place: _place, ofTasks: _ofTasks, ...fund } = row as ToldFund;
  return fund;
}

/**
 * Adds what only the prose tells: amounts that the total's row lacks (with the sentence as evidence), or whole rows where the report has
 * no fund table at all.
 */
export function withProse(funds: readonly Fund[], prose: ProseFacts): Fund[] {
  const { amounts, rates } = prose;
  if (funds.length === 0) return proseFunds(prose);
  return funds.map((fund) => {
    if (fund.source !== "total") return fund;
    const told = (field: FundAmount) => amounts.find((claim) => claim.certain && claim.source === "total" && claim.field === field);
    const missing = FUND_AMOUNTS.filter((field) => field !== "balance" && fund[field] === null && told(field));
    const rate = fund.executionRate ?? rates.find(({ source }) => source === "total")?.rate ?? null;
    return {
      ...fund,
      ...Object.fromEntries(missing.map((field) => [field, told(field)!.money])),
      executionRate: rate,
      evidence: [...fund.evidence, ...missing.flatMap((field) => told(field)!.evidence)],
    };
  });
}

/**
 * The execution's marks where the report states them as those of a part of the evaluation (预算执行率分值10分，得分9.5分) and neither the funds
 * nor an indicator carries them: they belong to the total's row.
 */
export function withExecutionMarks(funds: readonly Fund[], scores: readonly StatedScore[], hasIndicator: boolean): Fund[] {
  const execution = scores.filter(({ scope, name, score }) => scope !== "total" && score && EXECUTION_NAME.test(name));
  const told = execution.find(({ fullMarks }) => fullMarks) ?? execution[0];
  if (!told || hasIndicator || funds.some(({ weight, score }) => weight !== null || score !== null)) return [...funds];
  return funds.map((fund) =>
    fund.source === "total" ? { ...fund, weight: told.fullMarks, score: told.score, evidence: [...fund.evidence, ...told.evidence] } : fund,
  );
}

/**
 * What the sentences tell of one amount, the surest first. 预算 without a word that says which is the initial one beside an adjusted one, and
 * the year's budget where it is the only one told.
 */
function amountTold(told: ProseFacts["amounts"], field: FundAmount): Money | null {
  const of = (which: typeof field) =>
    told.find((claim) => claim.field === which && claim.certain) ?? told.find((claim) => claim.field === which);
  const bare = of("adjustedBudget") === undefined && of("initialBudget")?.bare ? of("initialBudget") : undefined;
  const claim = bare && field === "adjustedBudget" ? bare : bare && field === "initialBudget" ? undefined : of(field);
  return claim?.money ?? null;
}

/** 年初预算80万元，…预算100万元，支出95万元，执行率95%: beside a sure initial budget, the one that the rate is of. */
function budgetOfRate(told: ProseFacts["amounts"], rate: Percent, { initialBudget, executed }: Pick<Fund, FundAmount>): Money | null {
  if (!initialBudget || !executed || isRateOf(rate, executed.yuan, initialBudget.yuan)) return null;
  const others = told.filter(({ field, certain, money }) => field === "initialBudget" && !certain && money.yuan !== initialBudget.yuan);
  return others.find(({ money }) => isRateOf(rate, executed.yuan, money.yuan))?.money ?? null;
}

function proseFunds({ amounts, rates, borneOut }: ProseFacts): Fund[] {
  const parts = borneOut.amounts.filter(({ source }) => source !== "total");
  const isWhole = ({ source }: { readonly source: FundSource }) => source === "total";
  // What words told holds before what arithmetic found; parts that sum up hold before any that words named.
  const told = [...amounts.filter((claim) => parts.length === 0 || isWhole(claim)), ...borneOut.amounts];
  const rows = groupBy(told, (claim) => (isWhole(claim) ? "" : `${claim.source} ${claim.label ?? ""}`));
  const isOnly = ({ source }: { readonly source: FundSource }) => [...rows.values()].filter(([one]) => one!.source === source).length === 1;
  // Whose a rate is that is told of one source, of which several parts are told, nobody knows.
  return [...rows.values()]
    .sort((a, b) => Number(isWhole(b[0]!)) - Number(isWhole(a[0]!)))
    .map((claims) => fundOf(claims, [...rates.filter(isOnly), ...borneOut.rates]));
}

function fundOf(told: ProseFacts["amounts"], rates: ProseFacts["borneOut"]["rates"]): Fund {
  const { source, label } = told[0]!;
  const rate = rates.find((claim) => claim.source === source && (claim.label ?? label) === label);
  const read = eachFundAmount((field) => amountTold(told, field));
  const values = read.adjustedBudget || !rate ? read : { ...read, adjustedBudget: budgetOfRate(told, rate.rate, read) };
  // A rate that no budget bears out leaves open which budget was read.
  const doubt = rate?.rate.doubt;
  const budgets = Object.fromEntries(
    (["initialBudget", "adjustedBudget"] as const).map((field) => {
      const amount = values[field];
      return [field, amount && doubt ? { ...amount, doubt: amount.doubt ?? doubt } : amount];
    }),
  );
  const called = told.find((claim) => claim.called !== undefined)?.called;
  return {
    source,
    label: label ?? called ?? PROSE_LABELS[source],
    ...values,
    ...budgets,
    executionRate: rate?.rate ?? null,
    weight: null,
    score: null,
    evidence: [...told.flatMap(({ evidence }) => evidence), ...(rate?.evidence ?? [])],
    depth: source === "total" ? 0 : 1,
    told: "prose" as const,
  };
}
