import fc from "fast-check";
import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { LIMITS } from "../../src/core/limits.js";
import { openZip } from "../../src/extract/zip.js";
import { faultOf } from "./fault-of.js";

const text = (bytes: Uint8Array | undefined) => (bytes ? new TextDecoder().decode(bytes) : undefined);

/** Positions at which `signature` (little-endian) stands. */
function find(bytes: Uint8Array, signature: number): number[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Array.from({ length: bytes.length - 3 }, (_, at) => at).filter((at) => view.getUint32(at, true) === signature);
}
const CENTRAL = 0x02014b50;

/** A copy in which the central directory's fields are overwritten: [offset in the record, bytes, value]. */
function patched(bytes: Uint8Array, record: number, ...fields: [at: number, size: 2 | 4, value: number][]): Uint8Array {
  const copy = bytes.slice();
  const view = new DataView(copy.buffer);
  const start = find(copy, CENTRAL)[record]!;
  for (const [at, size, value] of fields) size === 2 ? view.setUint16(start + at, value, true) : view.setUint32(start + at, value, true);
  return copy;
}

describe("openZip", () => {
  const simple = zipSync({ "word/a.xml": strToU8("<a>绩效</a>"), "b.bin": [new Uint8Array([1, 2, 3]), { level: 0 }] });

  it("reads deflated and stored entries, by name without regard to case", async () => {
    const zip = await openZip(simple, LIMITS);
    expect(zip.names).toEqual(["word/a.xml", "b.bin"]);
    expect(text(zip.read("word/a.xml"))).toBe("<a>绩效</a>");
    expect(text(zip.read("/Word/A.XML"))).toBe("<a>绩效</a>");
    expect(zip.read("b.bin")).toEqual(new Uint8Array([1, 2, 3]));
    expect(zip.read("c")).toBeUndefined();
  });

  it("takes no whole container for what is left of a zip that is cut off behind it", async () => {
    const parcel = zipSync({ "a.docx": [simple, { level: 0 }], "b.docx": [new Uint8Array(500).fill(7), { level: 0 }] });
    expect(await faultOf(() => openZip(parcel.slice(0, -150), LIMITS))).toBe("corrupt");
  });

  it("reads a container that has bytes before it and after it", async () => {
    const framed = new Uint8Array([...new Uint8Array(100).fill(7), ...simple, ...new Uint8Array(50)]);
    expect(text((await openZip(framed, LIMITS)).read("word/a.xml"))).toBe("<a>绩效</a>");
  });

  it("takes names for keys, never for paths, and reads backslashes as slashes", async () => {
    const zip = await openZip(
      zipSync({ "../../etc/x": strToU8("1"), "word\\document.xml": strToU8("2"), "folder/": new Uint8Array() }),
      LIMITS,
    );
    expect(zip.names).toEqual(["etc/x", "word/document.xml"]);
    expect(text(zip.read("word/document.xml"))).toBe("2");
  });

  it("reads names in the Chinese code page", async () => {
    const zip = zipSync({ aaaa: strToU8("1") });
    const gbk = [0xb1, 0xed, 0xb8, 0xf1];
    for (const at of [...find(zip, CENTRAL).map((p) => p + 46), 30]) zip.set(gbk, at);
    expect((await openZip(zip, LIMITS)).names).toEqual(["表格"]);
  });

  it("reads zip64 fields", async () => {
    const content = strToU8("wide");
    const plain = zipSync({ a: [content, { level: 0, extra: { 1: new Uint8Array(24) } }] });
    const start = find(plain, CENTRAL)[0]!;
    const wide = patched(plain, 0, [20, 4, 0xffffffff], [24, 4, 0xffffffff], [42, 4, 0xffffffff]);
    const view = new DataView(wide.buffer);
    view.setBigUint64(start + 46 + 1 + 4, BigInt(content.length), true);
    view.setBigUint64(start + 46 + 1 + 12, BigInt(content.length), true);
    view.setBigUint64(start + 46 + 1 + 20, 0n, true);
    expect(text((await openZip(wide, LIMITS)).read("a"))).toBe("wide");
  });

  it("faults a container that was cut off", async () => {
    expect(await faultOf(() => openZip(simple.subarray(0, simple.length - 30), LIMITS))).toBe("corrupt");
    expect(await faultOf(() => openZip(new Uint8Array(), LIMITS))).toBe("corrupt");
  });

  it("faults an entry whose bytes do not match its checksum", async () => {
    const damaged = simple.slice();
    damaged[find(damaged, 0x04034b50)[1]! + 30 + "b.bin".length] = 9;
    expect(await faultOf(async () => (await openZip(damaged, LIMITS)).read("b.bin"))).toBe("corrupt");
  });

  it("faults an encrypted entry when it is asked for", async () => {
    const zip = await openZip(patched(simple, 0, [8, 2, 1]), LIMITS);
    expect(await faultOf(() => zip.read("word/a.xml"))).toBe("encrypted");
    expect(zip.read("b.bin")).toBeDefined();
  });

  it("faults two entries of one name that differ, since readers would disagree", async () => {
    const twin = (one: string, other: string) => {
      const zip = zipSync({ a: strToU8(one), b: strToU8(other) });
      zip[find(zip, CENTRAL)[1]! + 46] = "a".charCodeAt(0);
      return zip;
    };
    expect(await faultOf(() => openZip(twin("1", "2"), LIMITS))).toBe("corrupt");
    expect(text((await openZip(twin("1", "1"), LIMITS)).read("a"))).toBe("1");
  });

  describe("limits", () => {
    const zeros = zipSync({ big: new Uint8Array(8 * 2 ** 20) }, { level: 9 });

    it("stops at the ratio", async () => {
      expect(await faultOf(async () => (await openZip(zeros, LIMITS)).read("big"))).toBe("too-large");
      expect((await openZip(zeros, { ...LIMITS, ratio: 2000 })).read("big")).toHaveLength(8 * 2 ** 20);
    });

    it("stops while inflating when the declared size is a lie", async () => {
      const liar = patched(zeros, 0, [24, 4, 10]);
      const before = process.memoryUsage().arrayBuffers;
      expect(await faultOf(async () => (await openZip(liar, LIMITS)).read("big"))).toBe("too-large");
      expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(6 * 2 ** 20);
    });

    it("counts what all entries inflate to, each once", async () => {
      const two = zipSync({ a: strToU8("x".repeat(600)), b: strToU8("y".repeat(600)) });
      expect(await faultOf(() => openZip(two, { ...LIMITS, inflatedBytes: 1000 }))).toBe("too-large");
      const zip = await openZip(two, { ...LIMITS, inflatedBytes: 1200 });
      for (const name of ["a", "a", "b"]) expect(zip.read(name)).toHaveLength(600);
    });

    it("counts entries", async () => {
      expect(await faultOf(() => openZip(simple, { ...LIMITS, entries: 1 }))).toBe("too-large");
    });
  });

  it("never throws anything but a Fault, whatever is garbled or cut", async () => {
    const base = zipSync({ "word/document.xml": strToU8("<x>1688.91</x>".repeat(40)), y: [strToU8("stored"), { level: 0 }] });
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(base.length - 1), fc.nat(255)), { maxLength: 12 }),
        fc.integer({ min: 0, max: base.length }),
        async (changes, length) => {
          const bytes = base.slice(0, length);
          for (const [at, value] of changes) if (at < length) bytes[at] = value;
          await faultOf(async () => {
            const zip = await openZip(bytes, LIMITS);
            for (const name of zip.names) zip.read(name);
          });
        },
      ),
      { numRuns: 2000 },
    );
  });
});
