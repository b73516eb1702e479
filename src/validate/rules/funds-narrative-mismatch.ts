import { inYuan, meets } from "../../core/interval.js";
import type { Fund, FundAmount } from "../../core/record.js";
import { draft, fund, money } from "../example-draft.js";
import { COLUMN_NAMES, citeFund, ofUnit, printedAmount } from "../funds/amounts.js";
import { defineRule } from "../rule.js";
import { gap, middle, placesOf } from "../wording.js";

/** The prose calls several columns 预算: an amount that is another budget column's is a matter of words. */
const BUDGETS: readonly FundAmount[] = ["initialBudget", "adjustedBudget", "received"];

const table = fund("合计", { initialBudget: money("515.00"), adjustedBudget: money("518.40"), executed: money("492.98") });

/** 约1700万元: an amount that the author calls approximate is no figure to hold against another. */
const APPROXIMATE = /[约近余多]|左右|上下/u;

/** `funds/narrative-mismatch`: the prose tells another amount than the table. */
export const fundsNarrativeMismatch = defineRule({
  id: "funds/narrative-mismatch",
  severity: "error",
  title: { zh: "正文金额与表中金额不符", en: "The prose tells another amount than the table" },
  why: {
    zh: "同一笔资金在正文和表格中应当一致；不一致说明其中一处没有随数据更新。",
    en: "The same money is told twice; where the two differ, one was not kept up with the other.",
  },
  source: "Reviewers' check 42: figures of the text ≠ figures of the table (报告数据与财务数据口径不一致)",
  accuse(judged) {
    const { funds, claims } = judged.record;
    return claims.amounts.flatMap((claim, at) => {
      const isMeant = (one: Fund) => (claim.label === undefined ? one.source === claim.source : one.label === claim.label);
      const rows = funds.flatMap((one, index) => (isMeant(one) && one.told !== "prose" ? [{ one, index }] : []));
      const [row, ...others] = rows;
      const kept = row?.one[claim.field];
      if (row === undefined || others.length > 0 || kept === undefined || kept === null || APPROXIMATE.test(claim.money.raw)) return [];
      const same = BUDGETS.includes(claim.field) ? BUDGETS : [claim.field];
      if (same.some((field) => row.one[field] !== null && meets(inYuan(row.one[field]), inYuan(claim.money)))) return [];
      const { label } = row.one;
      const recomputed = middle(ofUnit(inYuan(kept), claim.money.unit), placesOf(kept.value));
      const name = COLUMN_NAMES[claim.field];
      return [
        {
          subject: label,
          stated: claim.money.value,
          recomputed,
          difference: gap(claim.money.value, recomputed),
          message: {
            zh: `正文写明${name.zh} ${printedAmount(claim.money)}，表中“${label}”为 ${printedAmount(kept)}，取整不能解释。`,
            en: `The prose tells ${printedAmount(claim.money)} as the ${name.en}; the table's ${label} has ${printedAmount(kept)}: rounding does not explain it.`,
          },
          cites: [
            { path: `/claims/amounts/${at}/money`, evidence: claim.money.evidence ?? claim.evidence, doubt: claim.money.doubt },
            citeFund(row.one, row.index, claim.field),
          ],
        },
      ];
    });
  },
  examples: [
    {
      title: "512.98 in the prose, 492.98 in the table",
      kind: "raises",
      draft: draft({
        funds: [table],
        claims: { amounts: [{ source: "total", field: "executed", money: money("512.98"), evidence: [{ quote: "实际支出512.98万元" }] }] },
      }),
      finds: [{ subject: "合计", stated: "512.98", recomputed: "492.98" }],
    },
    {
      title: "The same amount in 元",
      kind: "passes",
      draft: draft({
        funds: [table],
        claims: { amounts: [{ source: "total", field: "executed", money: money("4,929,800.00", "元"), evidence: [] }] },
      }),
      finds: [],
    },
    {
      title: "493 万元 in the prose is 492.98 rounded",
      kind: "edge",
      draft: draft({ funds: [table], claims: { amounts: [{ source: "total", field: "executed", money: money("493"), evidence: [] }] } }),
      finds: [],
    },
    {
      title: "493.10 万元 is not",
      kind: "edge",
      draft: draft({ funds: [table], claims: { amounts: [{ source: "total", field: "executed", money: money("493.10"), evidence: [] }] } }),
      finds: [{ subject: "合计", stated: "493.10", recomputed: "492.98" }],
    },
    {
      title: "The prose's 预算 is the initial one",
      kind: "passes",
      draft: draft({
        funds: [table],
        claims: { amounts: [{ source: "total", field: "adjustedBudget", money: money("515.00"), evidence: [] }] },
      }),
      finds: [],
    },
  ],
});
