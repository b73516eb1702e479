import { setTimeout as sleep } from "node:timers/promises";
import { expect, it } from "vitest";
import { type LongScanParts, LongScans } from "../../src/queue/long-scans.js";
import { NoPlace, ReadingPlaces } from "../../src/queue/reading-places.js";

/** Work that ends when told to. */
function held() {
  let end = () => {};
  const until = new Promise<void>((resolve) => {
    end = resolve;
  });
  return { until, end };
}

it("lets as many read as there are places, the urgent before the others", async () => {
  const places = new ReadingPlaces(1, 5_000);
  const first = held();
  const order: string[] = [];
  const work = (name: string) => async () => {
    order.push(name);
  };
  const all = [places.use(false, () => first.until), places.use(false, work("bulk")), places.use(true, work("urgent"))];
  await sleep(5);
  expect([order, places.busy]).toEqual([[], true]);
  first.end();
  await Promise.all(all);
  expect([order, places.busy]).toEqual([["urgent", "bulk"], false]);
});

it("gives up on whoever waits too long, and on all who wait once it is closed; what is read is read", async () => {
  const places = new ReadingPlaces(1, 30);
  const first = held();
  const reading = places.use(false, async () => {
    await first.until;
    return "read";
  });
  await expect(places.use(false, async () => "late")).rejects.toThrow(NoPlace);
  const waiting = places.use(false, async () => "waiting");
  places.close();
  await expect(waiting).rejects.toThrow(NoPlace);
  await expect(places.use(true, async () => "after")).rejects.toThrow(NoPlace);
  first.end();
  expect(await reading).toBe("read");
});

it("has its place back after work that failed", async () => {
  const places = new ReadingPlaces(1, 5_000);
  await expect(places.use(false, () => Promise.reject(new Error("broken")))).rejects.toThrow("broken");
  expect(await places.use(false, async () => "next")).toBe("next");
});

it("gives a part of a long scan its place before a copy of the document is fetched for it", async () => {
  const places = new ReadingPlaces(1, 5_000);
  const taken = held();
  let copies = 0;
  const longScans = new LongScans({
    store: { checkout: async () => ({ path: `scan-${copies++}.pdf`, release: async () => void copies-- }) },
    pool: { recognise: async () => ({ kind: "recognised", pages: [] }) },
    recognised: { has: async () => false, put: async () => {} },
    options: { recogniseAtMost: 2 },
    places,
  } as unknown as LongScanParts);
  const reading = places.use(false, () => taken.until);
  const recognising = longScans.recognise({ sha256: "a".repeat(64), pages: { from: 1, to: 2 } });
  await sleep(20);
  expect(copies).toBe(0);
  taken.end();
  await Promise.all([reading, recognising]);
  expect(copies).toBe(0);
});
