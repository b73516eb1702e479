import type { Fund } from "../../../core/record.js";
import { sameConstraint, sumConstraint } from "../constraint.js";
import type { Collector } from "./collector.js";

/** What the prose tells of the tables, listed expenditure, and printed formulas. */
export function collectClaims(collector: Collector): void {
  const { claims, funds } = collector.draft;
  const rowOf = (source: Fund["source"]) => {
    const found = funds.flatMap((fund, index) => (fund.source === source ? [{ fund, index }] : []));
    return found.length === 1 ? found[0] : undefined;
  };
  claims.amounts.forEach(({ source, field, money }, i) => {
    const row = rowOf(source);
    const told = collector.money(money, `/claims/amounts/${i}/money`);
    const stands = row && collector.money(row.fund[field], `/funds/${row.index}/${field}`);
    if (told && stands && told !== stands) collector.constraints.push(sameConstraint(told, stands, "told in prose and in the table"));
  });
  claims.rates.forEach(({ source, rate }, i) => {
    const row = rowOf(source);
    const told = collector.percent(rate, `/claims/rates/${i}/rate`);
    const stands = row && collector.percent(row.fund.executionRate, `/funds/${row.index}/executionRate`);
    if (told && stands && told !== stands) collector.constraints.push(sameConstraint(told, stands, "told in prose and in the table"));
  });
  claims.breakdowns.forEach(({ label, total, items }, i) => {
    const whole = collector.money(total, `/claims/breakdowns/${i}/total`);
    const parts = items.flatMap(({ money }, k) => collector.money(money, `/claims/breakdowns/${i}/items/${k}/money`) ?? []);
    if (whole && parts.length > 0) collector.constraints.push(sumConstraint([parts], whole, `items of ${label}`));
  });
  claims.formulas.forEach((formula, i) => {
    const stated = collector.sameCell(formula.stated, `/claims/formulas/${i}/stated`);
    const [left, right] = formula.operands.map((one, k) => collector.sameCell(one, `/claims/formulas/${i}/operands/${k}`));
    if (!stated || !left || !right || formula.operands.length !== 2 || formula.percent) return;
    // a − b = c is a sum, a = c + b.
    if (formula.operator === "-") collector.constraints.push(sumConstraint([[stated, right]], left, formula.formula));
    if (formula.operator === "+") collector.constraints.push(sumConstraint([[left, right]], stated, formula.formula));
  });
}
