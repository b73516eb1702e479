import { setTimeout as sleep } from "node:timers/promises";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { BatchLoader } from "../../../src/cli/import/batch-loader.js";

const never = Number.MAX_SAFE_INTEGER;

describe("a batch loader", () => {
  it("loads each item once, in order, in batches within the limits", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.nat(20)),
        fc.integer({ min: 1, max: 5 }),
        fc.integer({ min: 1, max: 40 }),
        async (items, size, weight) => {
          const batches: (readonly number[])[] = [];
          const loader = new BatchLoader<number>(
            async (batch) => {
              await null;
              batches.push(batch);
            },
            { items: size, weight, milliseconds: 60_000 },
          );
          for (const item of items) await loader.add(item, item);
          await loader.end();
          expect(batches.flat()).toEqual(items);
          for (const batch of batches) {
            expect(batch.length).toBeLessThanOrEqual(size);
            expect(batch.slice(0, -1).reduce((sum, item) => sum + item, 0)).toBeLessThan(weight);
          }
        },
      ),
    );
  });

  it("does not run ahead of a slow warehouse by more than one batch", async () => {
    let finish = () => {};
    const loader = new BatchLoader<number>(() => new Promise((resolve) => (finish = resolve)), {
      items: 2,
      weight: never,
      milliseconds: 60_000,
    });
    let added = 0;
    const adding = (async () => {
      for (let item = 0; item < 10; item++) {
        await loader.add(item, 1);
        added++;
      }
    })();
    await sleep(20);
    expect(added).toBe(3);
    for (let i = 0; i < 5; i++) {
      finish();
      await sleep(5);
    }
    await adding;
    finish();
    await loader.end();
    expect(added).toBe(10);
  });

  it("loads what waits after its time, though nothing follows", async () => {
    const batches: (readonly string[])[] = [];
    const loader = new BatchLoader<string>(async (batch) => void batches.push(batch), { items: 100, weight: never, milliseconds: 10 });
    await loader.add("only", 1);
    await sleep(60);
    expect(batches).toEqual([["only"]]);
    await loader.end();
    expect(batches).toHaveLength(1);
  });

  it("makes no queue of small batches while a load takes long", async () => {
    const batches: (readonly number[])[] = [];
    let finish = () => {};
    const load = (batch: readonly number[]) => {
      batches.push(batch);
      return new Promise<void>((resolve) => (finish = resolve));
    };
    const loader = new BatchLoader<number>(load, { items: 100, weight: never, milliseconds: 5 });
    for (let item = 0; item < 4; item++) {
      await loader.add(item, 1);
      await sleep(20);
    }
    finish();
    await sleep(40);
    expect(batches).toEqual([[0], [1, 2, 3]]);
    finish();
    await loader.end();
  });

  it("throws what a load failed of, and loads nothing after it", async () => {
    let loads = 0;
    const loader = new BatchLoader<number>(
      () => {
        loads++;
        return Promise.reject(new Error("the disk is full"));
      },
      { items: 1, weight: never, milliseconds: 60_000 },
    );
    await loader.add(1, 1);
    await expect(loader.add(2, 1)).rejects.toThrow("the disk is full");
    await expect(loader.end()).rejects.toThrow("the disk is full");
    expect(loads).toBe(1);
  });
});
