import CFB from "cfb";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { openCompoundFile } from "../../src/extract/compound-file.js";
import { faultOf } from "./fault-of.js";

const container = (streams: { [name: string]: Uint8Array }) => {
  const file = CFB.utils.cfb_new();
  for (const [name, content] of Object.entries(streams)) CFB.utils.cfb_add(file, `/${name}`, Buffer.from(content));
  return Uint8Array.from(CFB.write(file, { type: "buffer" }) as Buffer);
};
const pattern = (length: number) => Uint8Array.from({ length }, (_, index) => (index * 7 + (index >> 8)) & 255);

describe("openCompoundFile", () => {
  it("reads small and large streams, by name without regard to case", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 20_000 }), { minLength: 1, maxLength: 6 }), (lengths) => {
        const file = openCompoundFile(container(Object.fromEntries(lengths.map((length, index) => [`Stream${index}`, pattern(length)]))));
        for (const [index, length] of lengths.entries()) expect(file.stream(`STREAM${index}`)).toEqual(pattern(length));
        expect(file.stream("other")).toBeUndefined();
      }),
      { numRuns: 50 },
    );
  });

  it("ends at once on chains that run in a circle", async () => {
    const whole = container({ A: pattern(30_000), B: pattern(300) });
    const view = new DataView(whole.buffer);
    const table = (view.getUint32(76, true) + 1) * 512;
    for (let sector = 0; sector < 70; sector++) {
      const bytes = whole.slice();
      new DataView(bytes.buffer).setUint32(table + sector * 4, sector === 0 ? 1 : sector - 1, true);
      expect([undefined, "corrupt"]).toContain(await faultOf(() => ["A", "B"].map((name) => openCompoundFile(bytes).stream(name))));
    }
    const looped = whole.slice();
    new DataView(looped.buffer).setUint32(table + 4, 1, true);
    const start = Date.now();
    await faultOf(() => ["A", "B"].map((name) => openCompoundFile(looped).stream(name)));
    expect(Date.now() - start).toBeLessThan(1000);
  });

  it("never throws anything but a Fault, whatever is garbled or cut", async () => {
    const whole = container({ A: pattern(9000), B: pattern(300) });
    const anywhere = fc.tuple(fc.oneof(fc.nat(600), fc.nat(whole.length - 1)), fc.constantFrom(0, 1, 0x7f, 0xfd, 0xff));
    await fc.assert(
      fc.asyncProperty(fc.array(anywhere, { maxLength: 20 }), fc.nat(whole.length), async (changes, cut) => {
        const bytes = whole.slice();
        for (const [at, value] of changes) bytes[at] = value;
        for (const each of [bytes, bytes.subarray(0, cut)])
          await faultOf(() => ["A", "B"].map((name) => openCompoundFile(each).stream(name)));
      }),
      { numRuns: 1000 },
    );
  });
});
