import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Paragraph, Table } from "../../../src/core/extracted.js";
import { LIMITS } from "../../../src/core/limits.js";
import { readRtf } from "../../../src/extract/rtf/read-rtf.js";
import { faultOf } from "../fault-of.js";
import { shownBlocks } from "../shown-blocks.js";

const HEAD =
  "{\\rtf1\\ansi\\ansicpg936\\deff0{\\fonttbl{\\f0\\froman\\fcharset0 Times New Roman;}{\\f1\\fnil\\fcharset134 \\'cb\\'ce\\'cc\\'e5;}{\\f2\\fnil\\fcharset2 Wingdings;}{\\f3\\fnil\\fcharset128 MS Mincho;}}";
const read = (body: string) => readRtf(Buffer.from(`${HEAD}${body}}`, "latin1"), LIMITS);
const shown = (body: string) => shownBlocks(read(body).blocks);
const row = (edges: string, ...cells: string[]) =>
  `\\trowd${edges}\\pard\\intbl ${cells.map((each) => `${each}\\cell `).join("")}\\row\\pard `;
const x = (...rights: number[]) => rights.map((right) => `\\cellx${right}`).join("");

describe("readRtf", () => {
  it("reads text in the document's code page, in a font's, and in Unicode with its stand-ins", () => {
    expect(shown("\\f0 \\'bc\\'a8\\'d0\\'a7{\\f1 \\'d7\\'d4\\'c6\\'c0}\\f3 \\'95\\'5d\\par")).toEqual(["绩效自评評"]);
    expect(shown("\\uc1\\u32489?\\u25928\\'3f {\\uc2\\u24471\\'b5\\'c3}\\uc0\\u20998 97\\par")).toEqual(["绩效得分97"]);
    expect(shown("\\{a\\}\\\\ \\ldblquote b\\rdblquote\\~c\\par")).toEqual(["{a}\\ “b” c"]);
  });

  it("reads tables with spans from the edges of all rows and the marks of merged cells", () => {
    const body =
      row(`\\clvmgf${x(1000)}${x(2000, 3000)}`, "\\'b2\\'fa\\'b3\\'f6", "a", "b") +
      row(`\\clvmrg${x(1000)}${x(2000, 3000)}`, "", "c", "d") +
      row(x(2000, 3000), "sum", "9") +
      row(`\\clmgf${x(1000)}\\clmrg${x(2000)}${x(3000)}`, "old", "", "8");
    expect(shown(`${body}after\\par`)).toEqual([
      [
        ["产出 [2×1]", "a", "b"],
        ["c", "d"],
        ["sum [1×2]", "9"],
        ["old [1×2]", "8"],
      ],
      "after",
    ]);
  });

  it("reads tables inside cells, whose definition stands behind them", () => {
    const inner = `\\pard\\intbl\\itap2 in1\\nestcell in2\\nestcell{\\*\\nesttableprops\\trowd${x(400, 800)}\\nestrow}{\\nonesttables\\par}`;
    const [table] = read(`\\trowd${x(1000, 2000)}\\pard\\intbl out\\par${inner}\\pard\\intbl \\cell x\\cell\\row\\pard`).blocks as [Table];
    expect(shownBlocks([table])).toEqual([[["out", "x"]]]);
    expect(shownBlocks(table.cells[0]!.nested ?? [])).toEqual([[["in1", "in2"]]]);
  });

  it("keeps to what a reader sees: no hidden or deleted text, no headers, no pictures, labels and notes written out", () => {
    expect(shown("a{\\v b}{\\deleted c}{\\header h\\par}{\\*\\unknown u}{\\pict 00ff}d\\par")).toEqual(["ad"]);
    expect(shown("{\\listtext\\pard 1.\\tab}first\\par{\\pntext 2.\\tab}second\\par")).toEqual(["1. first", "2. second"]);
    expect(shown("12.5{\\super\\chftn{\\footnote\\pard note\\par}}w\\par")).toEqual(["12.5w", "[脚注1] note"]);
    expect(shown("a{\\shp{\\*\\shpinst{\\sp{\\sn x}{\\sv y}}{\\shptxt\\pard box\\par}}{\\shprslt no\\par}}b\\par")).toEqual(["ab", "box"]);
  });

  it("drops text that the author struck out, and says so", () => {
    const { blocks, warnings } = read("a{\\strike b}{\\striked1 c}\\strike d\\strike0 e\\strike f\\plain g\\par");
    expect(shownBlocks(blocks)).toEqual(["aeg"]);
    expect(warnings.map(({ code }) => code)).toEqual(["struck-text-dropped"]);
  });

  it("reads fields, forms and picture fonts", () => {
    expect(shown("{\\field{\\*\\fldinst PAGE}{\\fldrslt 7}}x\\par")).toEqual(["7x"]);
    const box = (result: number) =>
      `{\\field{\\*\\fldinst FORMCHECKBOX {\\*\\formfield{\\fftype1\\ffres${result}\\ffdefres1{\\*\\ffname c}}}}{\\fldrslt }}`;
    expect(shown(`${box(0)}${box(1)}${box(25)}\\par`)).toEqual(["☐☑☑"]);
    expect(
      shown("{\\field{\\*\\fldinst FORMDROPDOWN {\\*\\formfield{\\fftype2\\ffres1{\\*\\ffl good}{\\*\\ffl fair}}}}{\\fldrslt }}\\par"),
    ).toEqual(["fair"]);
    expect(shown("{\\f2 \\'fe}{\\f2\\u-3928?}\\par")).toEqual(["☑☐"]);
  });

  it("gives heading levels of paragraphs and styles", () => {
    const { blocks } = read(
      "{\\stylesheet{\\s1\\outlinelevel0 heading 1;}}\\pard\\s1 one\\par\\pard\\outlinelevel1 two\\par\\pard three\\par",
    );
    expect(blocks.map((block) => (block as Paragraph).heading)).toEqual([1, 2, undefined]);
  });

  it("faults what is cut off or nested without end", async () => {
    expect(await faultOf(() => readRtf(Buffer.from(`${HEAD}{abc`), LIMITS))).toBe("corrupt");
    expect(await faultOf(() => readRtf(Buffer.from("plain"), LIMITS))).toBe("corrupt");
    expect(await faultOf(() => readRtf(Buffer.from(`{\\rtf1${"{".repeat(1000)}`), LIMITS))).toBe("too-large");
  });

  it("never throws anything but a Fault, whatever stands inside", async () => {
    const pieces = [
      "{",
      "}",
      "\\par ",
      "\\cell",
      "\\row",
      "\\trowd",
      "\\cellx9",
      "\\intbl",
      "\\itap3 ",
      "\\nestcell",
      "\\nestrow",
      "\\u-5 ",
      "\\'b2",
      "\\'",
      "\\*",
      "\\bin5 ",
      "\\bin-9 ",
      "\\field",
      "\\fldinst",
      "\\footnote",
      "\\shptxt",
      "\\pict",
      "\\f9",
      "绩",
    ];
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(...pieces), { maxLength: 60 }), async (parts) => {
        await faultOf(() => readRtf(Buffer.from(`{\\rtf1 ${parts.join("")}`), LIMITS));
        await faultOf(() => read(parts.join("").replace(/[{}]/g, "")));
      }),
      { numRuns: 1000 },
    );
  });
});
