import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { repair } from "../../../src/normalize/repair/repair.js";
import { consistentDraft, doubt } from "./consistent-draft.js";
import { at, misreading, misstatement, places, withValue } from "./misread.js";

const RUNS = { numRuns: 100, seed: 20_240_601 };

/** A consistent draft, with `count` of its places drawn, each with a wrong value. */
function drawn(count: { min: number; max: number }) {
  return consistentDraft.chain((draft) =>
    fc.shuffledSubarray(places(draft), { minLength: count.min, maxLength: count.max }).chain((some) =>
      fc
        .tuple(
          ...some.map((place) =>
            fc.tuple(
              misreading(at(draft, place).value),
              misreading(at(draft, place).value),
              misstatement(at(draft, place).value),
              fc.double({ min: 0.3, max: 0.85, noNaN: true }),
            ),
          ),
        )
        .map((wrong) => ({
          draft,
          some: some.map((place, i) => ({
            place,
            truth: at(draft, place).value,
            wrong: wrong[i]![0],
            noise: wrong[i]![1],
            misstated: wrong[i]![2],
            confidence: wrong[i]![3],
          })),
        })),
    ),
  );
}

describe("repair, over many drafts", () => {
  it("repairs misread figures or leaves them doubtful, and never passes a wrong one as sure", () => {
    const tally = { repaired: 0, doubtful: 0, silent: 0 };
    fc.assert(
      fc.property(drawn({ min: 1, max: 4 }), ({ draft, some }) => {
        const read = some.reduce(
          (changed, { place, truth, wrong, noise, confidence }) => withValue(changed, place, wrong, doubt([noise, truth], confidence)),
          draft,
        );
        const mended = repair(read);
        for (const { place, truth } of some) {
          const now = at(mended, place);
          const right = Number(now.value) === Number(truth);
          tally[right && !now.doubt ? "repaired" : now.doubt ? "doubtful" : "silent"]++;
        }
      }),
      RUNS,
    );
    expect(tally.silent).toBe(0);
    expect(tally.repaired).toBeGreaterThan(tally.doubtful);
  });

  it("confirms figures that were read rightly though in doubt, and never turns one into a sure wrong one", () => {
    const tally = { confirmed: 0, doubtful: 0, silent: 0 };
    fc.assert(
      fc.property(drawn({ min: 1, max: 6 }), ({ draft, some }) => {
        const read = some.reduce(
          (changed, { place, truth, wrong, noise, confidence }) => withValue(changed, place, truth, doubt([noise, wrong], confidence)),
          draft,
        );
        const mended = repair(read);
        for (const { place, truth } of some) {
          const now = at(mended, place);
          tally[now.doubt ? "doubtful" : Number(now.value) === Number(truth) ? "confirmed" : "silent"]++;
        }
      }),
      RUNS,
    );
    expect(tally.silent).toBe(0);
    expect(tally.confirmed).toBeGreaterThan(tally.doubtful);
  });

  it("leaves every figure without doubt as the author wrote it", () => {
    fc.assert(
      fc.property(drawn({ min: 2, max: 5 }), ({ draft, some }) => {
        const [misread, ...authors] = some;
        const wrong = authors.reduce((changed, { place, misstated }) => withValue(changed, place, misstated), draft);
        const read = withValue(wrong, misread!.place, misread!.wrong, doubt([misread!.noise, misread!.truth], misread!.confidence));
        const mended = repair(read);
        for (const place of places(draft)) {
          const before = at(read, place);
          if (!before.doubt) expect(at(mended, place)).toEqual(before);
        }
      }),
      RUNS,
    );
  });

  it("is not led to a false reading by an author's error beside a doubtful figure", () => {
    const tally = { right: 0, doubtful: 0, silent: 0 };
    fc.assert(
      fc.property(drawn({ min: 2, max: 3 }), fc.boolean(), ({ draft, some }, isMisread) => {
        const [doubted, ...authors] = some;
        const { place, truth, wrong, noise, confidence } = doubted!;
        const erring = authors.reduce((changed, author) => withValue(changed, author.place, author.misstated), draft);
        const read = isMisread
          ? withValue(erring, place, wrong, doubt([noise, truth], confidence))
          : withValue(erring, place, truth, doubt([noise, wrong], confidence));
        const now = at(repair(read), place);
        tally[now.doubt ? "doubtful" : Number(now.value) === Number(truth) ? "right" : "silent"]++;
      }),
      { ...RUNS, numRuns: 300 },
    );
    expect(tally.silent).toBe(0);
  });

  it("gives the very draft back where nothing is in doubt", () => {
    fc.assert(
      fc.property(consistentDraft, (draft) => {
        expect(repair(draft)).toBe(draft);
      }),
      { ...RUNS, numRuns: 50 },
    );
  });

  it("changes nothing in the draft that it is given", () => {
    fc.assert(
      fc.property(drawn({ min: 1, max: 3 }), ({ draft, some }) => {
        const read = some.reduce((changed, { place, truth, wrong }) => withValue(changed, place, wrong, doubt([truth])), draft);
        const copy = structuredClone(read);
        repair(read);
        expect(read).toEqual(copy);
      }),
      { ...RUNS, numRuns: 50 },
    );
  });
});
