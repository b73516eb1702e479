import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { concurrently } from "../../src/pipeline/isolate/concurrently.js";

const delays = [40, 5, 20, 1];
const wait = async (ms: number) => {
  await sleep(ms);
  return ms;
};

async function gather<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const all: Item[] = [];
  for await (const item of items) all.push(item);
  return all;
}

describe("work done concurrently", () => {
  it("gives results in the order of the items", async () => {
    expect(await gather(concurrently(delays, wait, { atOnce: 4, inOrder: true }))).toEqual(delays);
  });

  it("gives results as they come when order does not matter", async () => {
    expect(await gather(concurrently(delays, wait, { atOnce: 4, inOrder: false }))).toEqual([1, 5, 20, 40]);
  });

  it("draws no more items than it may hold, however slow the consumer", async () => {
    let drawn = 0;
    async function* endless() {
      for (;;) yield ++drawn;
    }
    const results = concurrently(endless(), async (item) => item, { atOnce: 3, inOrder: true });
    for (let taken = 1; taken <= 5; taken++) {
      expect((await results.next()).value).toBe(taken);
      await sleep(5);
      expect(drawn).toBeLessThanOrEqual(taken + 3);
    }
    await results.return(undefined);
  });

  it("ends with the first rejection and closes the source", async () => {
    let closed = false;
    async function* source() {
      try {
        yield* [1, 2, 3, 4];
      } finally {
        closed = true;
      }
    }
    const failing = async (item: number) => {
      if (item === 2) throw new Error("two");
      return item;
    };
    await expect(gather(concurrently(source(), failing, { atOnce: 2, inOrder: true }))).rejects.toThrow("two");
    expect(closed).toBe(true);
  });
});
