import { setTimeout as sleep } from "node:timers/promises";
import { expect, it } from "vitest";
import { KnownOutcomes } from "../../src/queue/known-outcomes.js";

/** A warehouse that holds two records of "known"; `asked` are the contents of each question. */
function warehouse(fail: () => boolean = () => false) {
  const asked: unknown[][] = [];
  const query = async (statement: string, values: readonly unknown[] = []) => {
    if (statement.includes("COUNT")) return [{ records: "2", error: "1", warning: null, info: "3" }];
    asked.push(values.slice(1));
    await sleep(5);
    if (fail()) throw new Error("away");
    return values.includes("known") ? [{ sha256: "known" }] : [];
  };
  return { asked, outcomes: new KnownOutcomes({ query } as never, "1") };
}

it("asks once about documents that come together, and again about those that come meanwhile", async () => {
  const { asked, outcomes } = warehouse();
  const first = [outcomes.of("new"), outcomes.of("known")];
  await sleep(2);
  const second = outcomes.of("late");
  expect(await Promise.all(first)).toEqual([undefined, { records: 2, findings: { error: 1, warning: 0, info: 3 }, known: true }]);
  expect(await second).toBeUndefined();
  expect(asked).toEqual([["new", "known"], ["late"]]);
});

it("tells everyone who asked when the warehouse does not answer, and asks again", async () => {
  let away = true;
  const { outcomes } = warehouse(() => away);
  const both = await Promise.allSettled([outcomes.of("a"), outcomes.of("known")]);
  expect(both.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
  away = false;
  expect(await outcomes.of("known")).toMatchObject({ known: true });
});
