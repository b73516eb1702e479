import CFB from "cfb";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Paragraph, Table } from "../../../src/core/extracted.js";
import { LIMITS } from "../../../src/core/limits.js";
import { readDoc } from "../../../src/extract/doc/read-doc.js";
import { faultOf } from "../fault-of.js";
import { shownBlocks, uncovered } from "../shown-blocks.js";
import {
  buildDoc,
  byte16,
  byte32,
  cell,
  DOWN,
  type DocParagraph,
  type DocParts,
  defineTable,
  ON,
  rowEnd,
  sprm,
  text,
} from "./build-doc.js";

const read = (paragraphs: DocParagraph[], parts?: DocParts) => readDoc(buildDoc(paragraphs, parts), LIMITS);
const shown = (paragraphs: DocParagraph[], parts?: DocParts) => shownBlocks(read(paragraphs, parts).blocks);
const runs = (...pieces: (string | [text: string, properties: number[]])[]): DocParagraph => ({
  runs: pieces.map((piece) => (typeof piece === "string" ? { text: piece } : { text: piece[0], properties: piece[1] })),
});
const row = (cells: string[], edges: number[], bits: number[] = []) => [
  ...cells.map((content) => cell(content)),
  rowEnd(edges.map((right, index) => ({ right, bits: bits[index] }))),
];

const HIDDEN = sprm(0x083c, 1);
const DELETED = sprm(0x0800, 1);
const SPECIAL = sprm(0x0855, 1);

describe("readDoc: text", () => {
  it("reads text of one and of two bytes a character, and tells where it stands", () => {
    const { blocks, mediaType, flow } = read([text("自评得分97.80分"), { ...text("\u0093Caf\u00e9\u0094 a\u0085"), latin: true }]);
    expect(shownBlocks(blocks)).toEqual(["自评得分97.80分", "“Café” a…"]);
    expect((blocks[1] as Paragraph).evidence).toEqual([{ line: 2, quote: "“Café” a…" }]);
    expect([mediaType, flow]).toEqual(["application/msword", "flowed"]);
  });

  it("drops hidden and deleted text, and joins paragraphs whose mark was", () => {
    expect(shown([runs("甲", ["乙", HIDDEN], ["丙", DELETED], ["丁", sprm(0x083c, 0)])])).toEqual(["甲丁"]);
    expect(shown([{ ...text("上半"), markProperties: DELETED }, text("下半")])).toEqual(["上半下半"]);
    expect(shown([{ ...text("题"), markProperties: HIDDEN }, ...row(["甲"], [1000]), text("后")])).toEqual(["题", [["甲"]], "后"]);
  });

  it("drops text that the author struck out, by one line or by two, and says so", () => {
    const { blocks, warnings } = read([runs("甲", ["乙", sprm(0x0837, 1)], ["丙", sprm(0x2a53, 1)], ["丁", sprm(0x0837, 0)])]);
    expect(shownBlocks(blocks)).toEqual(["甲丁"]);
    expect(warnings.map(({ code }) => code)).toEqual(["struck-text-dropped"]);
  });

  it("takes what styles say of hidden text, and lets a run turn it round", () => {
    const styles: DocParts["styles"] = [
      { builtIn: 0, kind: 1 },
      { builtIn: 65, kind: 2, character: HIDDEN },
      { builtIn: 4094, kind: 1, base: 3 },
      { builtIn: 4094, kind: 1, character: HIDDEN },
    ];
    expect(shown([runs("甲", ["乙", sprm(0x4a30, 1, 0)])], { styles })).toEqual(["甲"]);
    expect(shown([{ ...runs("甲", ["乙", sprm(0x083c, 0x81)], ["丙", sprm(0x083c, 0)]), style: 2 }], { styles })).toEqual(["乙丙"]);
  });

  it("applies what a quick save laid over a piece", () => {
    expect(shown([text("甲"), { ...text("乙"), modifier: (1 << 8) | (0x41 << 1) }, text("丙")])).toEqual(["甲", "丙"]);
    expect(shown([text("甲"), { ...text("乙"), modifier: 1 }, text("丙")], { modifiers: [[...HIDDEN]] })).toEqual(["甲", "丙"]);
  });

  it("gives heading levels of built-in styles, of outline levels, and of what a style is based on", () => {
    const styles: DocParts["styles"] = [
      { builtIn: 0, kind: 1 },
      { builtIn: 2, kind: 1 },
      { builtIn: 4094, kind: 1, base: 3 },
      { builtIn: 4094, kind: 1, paragraph: sprm(0x2640, 2) },
    ];
    const { blocks } = read([{ ...text("二级"), style: 1 }, { ...text("三级"), style: 2 }, text("一级", sprm(0x2640, 0)), text("正文")], {
      styles,
    });
    expect(blocks.map((block) => (block as Paragraph).heading)).toEqual([2, 3, 1, undefined]);
  });

  it("shows the results of fields, not their instructions", () => {
    expect(shown([runs("共", ["\u0013", SPECIAL], " NUMPAGES ", ["\u0014", SPECIAL], "12", ["\u0015", SPECIAL], "页")])).toEqual([
      "共12页",
    ]);
    expect(shown([runs("\u0013", " eq \\o\\ac(□,√)", "\u0015", "是")])).toEqual(["☑是"]);
    expect(shown([runs("始\u0013 TOC"), text("98.5分")])).toEqual(["始", "98.5分"]);
  });

  it("reads the state of check boxes and drop-downs of legacy forms", () => {
    const name = [...byte16(0), 0, 0];
    const field = (bits: number, usual: number, tail: number[] = []) => {
      const content = [...byte32(0xffffffff), ...byte16(bits), ...byte16(0), ...byte16(0), ...name, ...byte16(usual), ...tail];
      return [...byte32(6 + content.length), ...byte16(6), ...content];
    };
    const entries = [
      ...byte16(0xffff),
      ...byte16(2),
      ...byte16(0),
      ...["优", "良"].flatMap((each) => [...byte16(1), ...byte16(each.charCodeAt(0))]),
    ];
    const stored = [
      field(1 | (1 << 2), 0),
      field(1 | (25 << 2), 0),
      field(2 | (1 << 2), 0, [...Array.from({ length: 5 }, () => name).flat(), ...entries]),
    ];
    const starts = [0, stored[0]!.length, stored[0]!.length + stored[1]!.length];
    const show = (index: number) =>
      runs(
        "\u0013",
        " FORM ",
        ["\u0001", [...SPECIAL, ...sprm(0x0806, 1), ...sprm(0x6a03, ...byte32(starts[index]!))]],
        "\u0014",
        "\u0015",
      );
    expect(shown([show(0), show(1), show(2)], { data: Uint8Array.from(stored.flat()) })).toEqual(["☑", "☐", "良"]);
  });

  it("reads symbols and text typed in picture fonts", () => {
    const fonts = ["宋体", "Wingdings", "Wingdings 2"];
    const symbol = (code: number) => [...SPECIAL, ...sprm(0x6a09, ...byte16(1), ...byte16(code))];
    expect(shown([runs(["(", symbol(0xf0fe)], "是", ["(", symbol(0xf0a8)], "否（(1)）", ["R", sprm(0x4a4f, 2, 0)])], { fonts })).toEqual([
      "☑是☐否（(1)）☑",
    ]);
  });

  it("reads breaks, hyphens and tabs", () => {
    expect(shown([text("某局\u000b自评报告"), text("2020\u001e08\u001f x\ty"), text("封面\f正文")])).toEqual([
      "某局自评报告",
      "2020-08 x y",
      "封面",
      "正文",
    ]);
    expect(shown([{ ...text("甲"), mark: "\f", properties: sprm(0x2640, 0) }, text("乙")], { sectionEnds: [2] })).toEqual(["甲", "乙"]);
  });

  it("puts notes at the end, and text boxes after the paragraph that anchors them", () => {
    const parts: DocParts = {
      footnotes: [text("\u0002不含税")],
      textBoxes: [{ anchor: 2, paragraphs: [text("框中"), ...row(["88"], [900])] }],
    };
    expect(shown([runs("12", ["\u0008", SPECIAL], "5", ["\u0002", SPECIAL]), text("末")], parts)).toEqual([
      "125",
      "框中",
      [["88"]],
      "末",
      "[脚注1] 不含税",
    ]);
  });
});

describe("readDoc: numbering", () => {
  /** A list level ([MS-DOC] LVL). `pattern`: digits 0–8 stand for the numbers of levels. */
  const level = (pattern: string, code: number, follow = 2, start = 1, flags = 0, limit = 0) => {
    const characters = Array.from(pattern, (each) => (/[0-8]/.test(each) ? Number(each) : each.charCodeAt(0)));
    return [
      ...[...byte32(start), code, flags, ...new Array<number>(9).fill(0), follow, ...byte32(0), ...byte32(0), 0, 0, limit, 0],
      ...[...byte16(characters.length), ...characters.flatMap(byte16)],
    ];
  };
  const nine = (...levels: number[][]) => [...levels, ...Array.from({ length: 9 - levels.length }, () => level("", 255))];
  const item = (content: string, use: number, at = 0) => text(content, [...sprm(0x260a, at), ...sprm(0x460b, ...byte16(use))]);

  it("writes labels of several levels, restarting the deeper ones", () => {
    const lists = [{ id: 7, levels: nine(level("0、", 39), level("（1）", 39), level("2.", 0, 1)) }];
    const body = [item("概况", 1), item("背景", 1, 1), item("立项", 1, 2), item("目标", 1, 1), item("结论", 1), item("得分", 1, 1)];
    expect(shown(body, { lists, uses: [{ list: 7 }] })).toEqual([
      "一、概况",
      "（一）背景",
      "1. 立项",
      "（二）目标",
      "二、结论",
      "（一）得分",
    ]);
  });

  it("starts anew where a use overrides the start, and goes on where a level does not restart", () => {
    const lists = [{ id: 7, levels: nine(level("0.", 0), level("1)", 4, 2, 1, 0x08, 0)) }];
    const uses = [{ list: 7 }, { list: 7, overrides: [[...byte32(5), ...byte32(0x10)]] }];
    const body = [item("a", 1), item("b", 1, 1), item("c", 1), item("d", 1, 1), item("e", 2), item("f", 2)];
    expect(shown(body, { lists, uses })).toEqual(["1.a", "a)b", "2.c", "b)d", "5.e", "6.f"]);
  });

  it("leaves labels out, and keeps the text, where lists are damaged", () => {
    expect(
      shown([item("甲", 1), item("乙", 9)], { lists: [{ id: 7, levels: [level("0.", 0).slice(0, 20)] }], uses: [{ list: 7 }] }),
    ).toEqual(["甲", "乙"]);
  });
});

describe("readDoc: tables", () => {
  it("gives true spans from the edges of all rows and the marks of merged cells", () => {
    const body = [
      text("表"),
      ...row(["产出指标", "数量", "≥50个"], [1000, 2000, 3000], [DOWN, DOWN]),
      ...row(["", "", "≥60个"], [1000, 2000, 3000], [ON, ON]),
      ...row(["总分", "100"], [2000, 3000]),
      text("后"),
    ];
    const { blocks } = read(body);
    expect(shownBlocks(blocks)).toEqual(["表", [["产出指标 [2×1]", "数量 [2×1]", "≥50个"], ["≥60个"], ["总分 [1×2]", "100"]], "后"]);
    expect((blocks[1] as Table).cells[2]!.evidence).toEqual([{ table: 0, row: 0, column: 2, line: 4, quote: "≥50个" }]);
  });

  it("takes edges that were dragged apart a little for one", () => {
    expect(shown([...row(["指标", "分值"], [1000, 2000]), ...row(["甲", "10"], [1040, 2030])])).toEqual([
      [
        ["指标", "分值"],
        ["甲", "10"],
      ],
    ]);
  });

  it.each([
    ["of Word 97's documentation", 1, 2],
    ["of [MS-DOC]", 2, 1],
  ])("merges across by the marks %s", (_, first, other) => {
    const body = [...row(["合计", "", "9"], [1000, 2000, 3000], [first, other]), ...row(["a", "b", "c"], [1000, 2000, 3000])];
    expect(shown(body)).toEqual([
      [
        ["合计 [1×2]", "9"],
        ["a", "b", "c"],
      ],
    ]);
  });

  it("applies changes to a row's definition in their order", () => {
    const defined = [{ right: 1000 }, { right: 2000 }, { right: 3000 }];
    const merged = [cell("甲"), cell(""), cell("乙"), rowEnd(defined, 1, sprm(0x5624, 0, 2))];
    const vertical = [
      cell("a"),
      cell("b"),
      cell("c"),
      rowEnd(defined, 1, sprm(0xd62b, 2, 0, 3)),
      cell(""),
      cell("d"),
      cell("e"),
      rowEnd(defined, 1, sprm(0xd62b, 2, 0, 1)),
    ];
    const inserted = [cell("x"), cell("y"), rowEnd([{ right: 1000 }], 1, sprm(0x7621, 1, 1, ...byte16(2000)))];
    const deleted = [cell("p"), rowEnd(defined, 1, [...sprm(0x5622, 1, 3), ...sprm(0x7623, 0, 1, ...byte16(3000))])];
    expect(shown([...merged, ...vertical, ...inserted, ...deleted])).toEqual([
      [["甲 [1×2]", "乙"], ["a [2×1]", "b", "c"], ["d", "e"], ["x", "y [1×2]"], ["p [1×3]"]],
    ]);
  });

  it("reads rows whose definition stands in the data stream", () => {
    const edges = Array.from({ length: 30 }, (_, index) => ({ right: (index + 1) * 300 }));
    const group = defineTable(edges);
    const end: DocParagraph = {
      runs: [],
      mark: "\u0007",
      properties: [...sprm(0x2416, 1), ...sprm(0x2417, 1), ...sprm(0x6646, ...byte32(4))],
    };
    const data = Uint8Array.from([0, 0, 0, 0, ...byte16(group.length), ...group]);
    const cells = edges.map((_, index) => cell(`列${index}`));
    expect(shown([...cells, end], { data })).toEqual([[edges.map((_, index) => `列${index}`)]]);
  });

  it("reads a content control once, which LibreOffice writes as text fields and as text", () => {
    const inCell = (content: string) => text(content, [...sprm(0x2416, 1)]);
    const field = "\u0013 FORMTEXT \u0014";
    const again = [inCell(`${field}合计`), inCell(`\u0015合计${field}合计`), inCell("\u0015"), inCell(`${field}合计`), cell("\u0015")];
    const form = [inCell(`${field}第一批\u0015`), cell("第一批")];
    expect(shown([...again, ...form, cell("100"), rowEnd([{ right: 500 }, { right: 1000 }, { right: 1500 }])])).toEqual([
      [["合计", "第一批\n第一批", "100"]],
    ]);
  });

  it("reads a content control in a line once, also where its bare text lost its beginning, and leaves fields that say the same", () => {
    const field = (result: string) => `\u0013 FORMTEXT \u0014${result}\u0015`;
    const again = (result: string, bare: string) => `${field(result)}${bare}${field(result)}\u0005${field(result)}`;
    const cells = [
      cell(again("90万元以内", "万元以内")),
      cell(`不少于${again("43台", "43台")}`),
      cell(`${field("2024年11月底前")}年${field("2024年11月底前")}11${again("2024年11月底前", "月底前")}`),
      cell(`${field("0")}${field("0")}${field("0")}`),
    ];
    expect(
      shown([
        ...cells,
        cell(`${field("优")}优`),
        rowEnd([{ right: 500 }, { right: 1000 }, { right: 1500 }, { right: 2000 }, { right: 2500 }]),
      ]),
    ).toEqual([[["90万元以内", "不少于43台", "2024年11月底前", "000", "优优"]]]);
  });

  it("keeps tables that stand in a cell beside its text", () => {
    const inner = [cell("支出", 2), cell("3.5", 2), rowEnd([{ right: 400 }, { right: 800 }], 2)];
    const [table] = read([text("明细", [...sprm(0x2416, 1)]), ...inner, cell(""), cell("备注"), rowEnd([{ right: 1000 }, { right: 2000 }])])
      .blocks as [Table];
    expect(shownBlocks([table])).toEqual([[["明细", "备注"]]]);
    expect(shownBlocks(table.cells[0]!.nested ?? [])).toEqual([[["支出", "3.5"]]]);
  });

  it("drops rows that were deleted, and cells beyond the definition that hold nothing", () => {
    const gone: DocParagraph = { ...rowEnd([{ right: 1000 }]), markProperties: DELETED };
    expect(shown([cell("删"), gone, cell("留"), cell(""), rowEnd([{ right: 1000 }])])).toEqual([[["留"]]]);
    expect(shown([cell("留"), cell("9"), rowEnd([{ right: 1000 }])])).toEqual([[["留", "9"]]]);
  });

  it("sets a shorter row where its justification puts it", () => {
    const right = [cell("小计"), rowEnd([{ right: 1000 }], 1, sprm(0x5400, 2, 0))];
    expect(shown([...row(["甲", "10"], [1000, 2000]), ...right])).toEqual([
      [
        ["甲", "10"],
        ["", "小计"],
      ],
    ]);
  });

  it("loses no text of a table whose rows were never ended", () => {
    expect(shown([cell("甲"), cell("乙"), text("后")])).toEqual([[["甲", "乙"]], "后"]);
  });
});

describe("readDoc: what it does not read", () => {
  const container = (streams: { [name: string]: Uint8Array }) => {
    const file = CFB.utils.cfb_new();
    for (const [name, content] of Object.entries(streams)) CFB.utils.cfb_add(file, `/${name}`, Buffer.from(content));
    return Uint8Array.from(CFB.write(file, { type: "buffer" }) as Buffer);
  };

  it("faults passwords, older versions, other content and broken containers, each by its name", async () => {
    expect(await faultOf(() => read([text("x")], { head: [[0x0b, 0x03]] }))).toBe("encrypted");
    expect(await faultOf(() => readDoc(container({ EncryptedPackage: new Uint8Array(9) }), LIMITS))).toBe("encrypted");
    expect(await faultOf(() => read([text("x")], { head: [[2, 0x68]] }))).toBe("unsupported-type");
    expect(await faultOf(() => readDoc(container({ Workbook: new Uint8Array(9) }), LIMITS))).toBe("unsupported-type");
    expect(await faultOf(() => readDoc(container({ WordDocument: new Uint8Array(9) }), LIMITS))).toBe("corrupt");
    expect(await faultOf(() => readDoc(buildDoc([text("x")]).subarray(0, 1500), LIMITS))).toBe("corrupt");
    expect(await faultOf(() => readDoc(new Uint8Array(600), LIMITS))).toBe("corrupt");
  });

  it("warns of embedded objects and of pictures that may be scans", () => {
    const object = runs("\u0013", " EMBED Excel.Sheet.8 ", "\u0014", "\u0001", "\u0015");
    expect(read([object]).warnings).toEqual([{ code: "embedded-unread", message: expect.stringContaining("Excel.Sheet.8") }]);
    const picture = (width: number, height: number) =>
      Uint8Array.from([...new Array<number>(28).fill(0), ...byte16(width), ...byte16(height), ...byte16(1000), ...byte16(1000)]);
    const shownPicture = runs(["\u0001", [...SPECIAL, ...sprm(0x6a03, ...byte32(0))]]);
    expect(read([shownPicture], { data: picture(9000, 12_000) }).warnings.map(({ code }) => code)).toEqual(["picture-unread"]);
    expect(read([shownPicture], { data: picture(2000, 2000) }).warnings).toEqual([]);
  });
});

describe("readDoc: properties", () => {
  const content = fc.stringMatching(/^[一-龥0-9.%≥]{0,6}$/);
  const grids = fc.uniqueArray(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 6 }).chain((edges) => {
    const all = edges.sort((a, b) => a - b).map((edge) => edge * 200);
    const cells = fc
      .tuple(fc.subarray(all.slice(0, -1)), fc.array(content, { minLength: 6, maxLength: 6 }))
      .map(([inner, texts]) => ({ edges: [...inner, all.at(-1)!], texts }));
    return fc.array(cells, { minLength: 1, maxLength: 5 });
  });

  it("gives back every cell that was written, in rows that cover the grid", () => {
    fc.assert(
      fc.property(grids, (rows) => {
        const [table] = read([
          text("前"),
          ...rows.flatMap(({ edges, texts }) => row(texts.slice(0, edges.length), edges)),
          text("后"),
        ]).blocks.filter((block): block is Table => block.type === "table");
        expect(uncovered(table!)).toEqual([]);
        expect(rows.map((_, index) => table!.cells.filter((each) => each.row === index).map((each) => each.text))).toEqual(
          rows.map(({ edges, texts }) => texts.slice(0, edges.length)),
        );
      }),
      { numRuns: 150 },
    );
  });

  it("never throws anything but a Fault, whatever is garbled or cut", async () => {
    const whole = buildDoc(
      [
        text("前"),
        ...row(["产出", "数量"], [1000, 2000], [DOWN]),
        ...row(["", "质量"], [1000, 2000], [ON]),
        runs("\u0013", " PAGE ", "\u0014", "1", "\u0015"),
      ],
      {
        footnotes: [text("注")],
        textBoxes: [{ anchor: 1, paragraphs: [text("框")] }],
        fonts: ["宋体"],
      },
    );
    const anywhere = fc.tuple(fc.nat(whole.length - 1), fc.constantFrom(0, 1, 2, 0x7f, 0x80, 0xfe, 0xff));
    await fc.assert(
      fc.asyncProperty(fc.array(anywhere, { maxLength: 30 }), fc.option(fc.nat(whole.length), { freq: 10 }), async (changes, cut) => {
        const bytes = whole.slice();
        for (const [at, value] of changes) bytes[at] = value;
        await faultOf(() => readDoc(bytes.subarray(0, cut ?? bytes.length), LIMITS));
      }),
      { numRuns: 1500 },
    );
  });
});
