import { describe, expect, it } from "vitest";
import { Fault } from "../../src/core/fault.js";
import { LIMITS } from "../../src/core/limits.js";
import { walkXml } from "../../src/extract/xml.js";

const NAMES = { "urn:new": "n", "urn:old": "n" };

function walk(xml: string | Uint8Array, limits = LIMITS): string {
  const bytes = typeof xml === "string" ? new TextEncoder().encode(xml) : xml;
  let out = "";
  walkXml(bytes, NAMES, limits, {
    open: (name, attributes) => {
      out += `<${[name, ...Object.entries(attributes).map(([key, value]) => `${key}=${value}`)].join(" ")}>`;
    },
    text: (text) => {
      out += text;
    },
    close: (name) => {
      out += `</${name}>`;
    },
  });
  return out;
}

const code = (xml: string | Uint8Array, limits = LIMITS) => {
  try {
    walk(xml, limits);
  } catch (error) {
    return error instanceof Fault ? error.code : error;
  }
};

const utf16 = (text: string, big: boolean, mark: boolean) => {
  const units = [...(mark ? "\ufeff" : ""), ...text].map((c) => c.charCodeAt(0));
  return new Uint8Array(units.flatMap((u) => (big ? [u >> 8, u & 255] : [u & 255, u >> 8])));
};

describe("walkXml", () => {
  it("names elements and attributes by the reader's prefix, whatever the document's", () => {
    expect(walk('<q:a xmlns:q="urn:old" q:v="1" w="2"><b xmlns="urn:new">得分</b></q:a>')).toBe("<n:a n:v=1 w=2><n:b>得分</n:b></n:a>");
  });

  it.each([
    ["utf-16le with a mark", utf16("<a>分值</a>", false, true)],
    ["utf-16be with a mark", utf16("<a>分值</a>", true, true)],
    ["utf-16le without a mark", utf16("<a>分值</a>", false, false)],
    [
      "gb18030 as declared",
      new Uint8Array([...Buffer.from('<?xml version="1.0" encoding="GB2312"?><a>'), 0xb7, 0xd6, 0xd6, 0xb5, ...Buffer.from("</a>")]),
    ],
    ["utf-8 with a mark", new Uint8Array([0xef, 0xbb, 0xbf, ...Buffer.from("<a>分值</a>")])],
  ])("reads %s", (_, bytes) => {
    expect(walk(bytes)).toBe("<a>分值</a>");
  });

  it("keeps a character whole that lies across two pieces", () => {
    const filler = "x".repeat(65_536 - 4);
    expect(walk(`<a>${filler}绩效</a>`)).toBe(`<a>${filler}绩效</a>`);
  });

  it("refuses a DOCTYPE, so that nothing expands and nothing is fetched", () => {
    expect(code('<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/hostname">]><d>&x;</d>')).toBe("corrupt");
    expect(code("<d>&x;</d>")).toBe("corrupt");
  });

  it("refuses XML that is cut off or not well-formed", () => {
    expect(code("<a><b>")).toBe("corrupt");
    expect(code("<a></b>")).toBe("corrupt");
    expect(code("")).toBe("corrupt");
    expect(code(new Uint8Array([0x3c, 0x61, 0x3e, 0xff, 0xff]))).toBe("corrupt");
    expect(code('<?xml version="1.0" encoding="x-unknown"?><a/>')).toBe("corrupt");
  });

  it("lets control characters pass that a careless generator wrote", () => {
    expect(walk("<a>1\u000b2</a>")).toBe("<a>1\u000b2</a>");
  });

  it("stops at the nesting limit", () => {
    expect(code("<a>".repeat(500_000))).toBe("too-large");
    expect(code("<a><b><c/></b></a>", { ...LIMITS, nesting: 2 })).toBe("too-large");
  });
});
