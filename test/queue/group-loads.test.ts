import { setTimeout as sleep } from "node:timers/promises";
import { expect, it } from "vitest";
import { GroupLoader } from "../../src/queue/group-loads.js";
import { type JudgedDocument, WarehouseAway } from "../../src/warehouse/warehouse.js";

const origin = { pipelineVersion: "1", startedAt: new Date(0) };
const document = (sha256: string): JudgedDocument => ({
  file: { path: sha256, fileName: sha256, byteLength: 1, modifiedAt: new Date(0) },
  sha256,
  outcome: { error: { code: "corrupt", message: "—", remedy: "—" } },
});

/** A loader that keeps what each transaction holds; `refuse` may throw for it. */
function loader(othersAreRead: () => boolean, refuse: (names: readonly string[]) => void = () => {}) {
  const loads: string[][] = [];
  const load = async (documents: readonly JudgedDocument[]) => {
    const names = documents.map(({ sha256 }) => sha256!);
    loads.push(names);
    await sleep(5);
    refuse(names);
  };
  return { loads, group: new GroupLoader({ load }, origin, othersAreRead, 200) };
}

it("loads at once what nobody follows", async () => {
  const { loads, group } = loader(() => false);
  const asked = performance.now();
  await group.load(document("a"));
  expect(performance.now() - asked).toBeLessThan(500);
  expect(loads).toEqual([["a"]]);
});

it("lets a document wait for those that are being read, until the last of them or an urgent one comes", async () => {
  let busy = true;
  const { loads, group } = loader(() => busy);
  const first = [group.load(document("a")), group.load(document("b"))];
  await sleep(50);
  expect(loads).toEqual([]);
  await Promise.all([...first, group.load(document("c"), true)]);
  expect(loads).toEqual([["a", "b", "c"]]);
  const second = group.load(document("d"));
  await sleep(20);
  busy = false;
  await Promise.all([second, group.load(document("e"))]);
  expect(loads[1]).toEqual(["d", "e"]);
});

it("does not wait when it is told that nobody follows any more, nor when records fill the memory", async () => {
  let busy = true;
  const { loads, group } = loader(() => busy);
  const asked = performance.now();
  const alone = group.load(document("a"));
  await sleep(20);
  busy = false;
  group.look();
  await alone;
  busy = true;
  const record = " ".repeat(2 ** 24);
  await Promise.all(["b", "c"].map((name) => group.load({ ...document(name), outcome: { rows: [record] } })));
  expect(performance.now() - asked).toBeLessThan(1_000);
  expect(loads).toEqual([["a"], ["b"], ["c"]]);
});

it("does not wait for ever for documents that never come", async () => {
  const { loads, group } = loader(() => true);
  const asked = performance.now();
  await group.load(document("a"));
  expect(performance.now() - asked).toBeGreaterThan(190);
  expect(loads).toEqual([["a"]]);
});

it("tries each alone where one is refused, so that only that one fails", async () => {
  const { loads, group } = loader(
    () => false,
    (names) => {
      if (names.includes("bad")) throw new Error("refused");
    },
  );
  const results = await Promise.allSettled(["a", "bad", "c"].map((name) => group.load(document(name))));
  expect(results.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
  expect(loads).toEqual([["a", "bad", "c"], ["a"], ["bad"], ["c"]]);
});

it("asks a database that is away once for all of them", async () => {
  const { loads, group } = loader(
    () => false,
    () => {
      throw new WarehouseAway("PostgreSQL does not answer");
    },
  );
  const results = await Promise.allSettled(["a", "b"].map((name) => group.load(document(name))));
  expect(results.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
  expect(loads).toHaveLength(1);
});
