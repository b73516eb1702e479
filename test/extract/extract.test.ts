import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Fault } from "../../src/core/fault.js";
import { LIMITS } from "../../src/core/limits.js";
import { extract } from "../../src/extract/extract.js";

const bytes = (text: string) => Buffer.from(text);

describe("extracting", () => {
  it("reads a text, a page and a Markdown by their bytes alone, and names their media types", async () => {
    expect(await extract(bytes("得分90分"))).toMatchObject({ mediaType: "text/plain", pages: [], blocks: [{ text: "得分90分" }] });
    expect(await extract(bytes("<html><p>得分90分"))).toMatchObject({ mediaType: "text/html", blocks: [{ text: "得分90分" }] });
    expect(await extract(bytes("# 得分90分"))).toMatchObject({ mediaType: "text/markdown", blocks: [{ text: "得分90分", heading: 1 }] });
  });

  it("faults on what is too large, empty, or says nothing", async () => {
    await expect(extract(bytes("甲乙丙"), { limits: { ...LIMITS, bytes: 8 } })).rejects.toMatchObject({ code: "too-large" });
    await expect(extract(bytes(""))).rejects.toMatchObject({ code: "empty" });
    await expect(extract(bytes(" \n\t\n\u3000"))).rejects.toMatchObject({ code: "no-text" });
    await expect(extract(bytes("<html><body><script>x</script></body></html>"))).rejects.toMatchObject({ code: "no-text" });
  });

  it("stops when it is told to", async () => {
    await expect(extract(bytes("甲"), { signal: AbortSignal.abort(new Error("enough")) })).rejects.toThrow("enough");
  });

  it("never throws anything but a fault, whatever the bytes", async () => {
    const starts = [
      "",
      "%PDF-1.4\n",
      "PK\x03\x04",
      "PK\x05\x06",
      "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
      "{\\rtf1",
      "<html>",
      "MIME-Version: 1.0\nContent-Type: multipart/x; boundary=a\n\n--a\n",
      "GIF89a\xff\xff\xff\xff",
    ];
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...starts), fc.uint8Array({ maxLength: 400 }), async (start, rest) => {
        try {
          await extract(Buffer.concat([Buffer.from(start, "latin1"), rest]));
        } catch (error) {
          expect(error).toBeInstanceOf(Fault);
        }
      }),
      { numRuns: 300 },
    );
  });
});
