import { type BookType, type CellObject, utils, type WorkBook, type WorkSheet, write } from "@e965/xlsx";
import { strToU8, unzipSync, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import type { Table } from "../../../src/core/extracted.js";
import { LIMITS } from "../../../src/core/limits.js";
import { readXlsx } from "../../../src/extract/xlsx/read-xlsx.js";
import { shownBlocks, uncovered } from "../shown-blocks.js";

type Value = string | number | boolean | null | Partial<CellObject>;

function sheet(rows: readonly (readonly Value[])[], merges: readonly string[] = []): WorkSheet {
  const made: WorkSheet = {};
  let columns = 1;
  for (const [r, row] of rows.entries()) {
    for (const [c, value] of row.entries()) {
      if (value === null) continue;
      const type = typeof value === "number" ? "n" : typeof value === "boolean" ? "b" : "s";
      made[utils.encode_cell({ r, c })] = typeof value === "object" ? value : { t: type, v: value };
      columns = Math.max(columns, c + 1);
    }
  }
  made["!ref"] = utils.encode_range({ s: { r: 0, c: 0 }, e: { r: Math.max(0, rows.length - 1), c: columns - 1 } });
  made["!merges"] = merges.map((merge) => utils.decode_range(merge));
  return made;
}

function book(sheets: { [name: string]: WorkSheet }): WorkBook {
  const made = utils.book_new();
  for (const [name, each] of Object.entries(sheets)) utils.book_append_sheet(made, each, name);
  return made;
}

function bytes(workbook: WorkBook, bookType: BookType = "xlsx"): Uint8Array {
  return new Uint8Array(write(workbook, { type: "array", bookType, cellStyles: true }) as ArrayBuffer);
}

async function shown(workbook: WorkBook, bookType: BookType = "xlsx"): Promise<unknown[]> {
  return shownBlocks((await readXlsx(bytes(workbook, bookType))).blocks);
}

const FORM = sheet(
  [
    ["项目支出绩效自评表", null, null, null],
    ["填报单位：渠道站", null, "单位：万元", null],
    ["一级指标", "指标", "分值", "得分"],
    ["产出", "清淤长度", 50, { t: "n", v: 48.5, z: "0.00" }],
    [null, "合格率", { t: "n", v: 0.982, z: "0.0%" }, 40],
    ["备注：按季填报。", null, null, null],
  ],
  ["A1:D1", "A4:A5", "A6:D6"],
);
const FORM_SHOWN = [
  "项目支出绩效自评表",
  "填报单位：渠道站",
  "单位：万元",
  [
    ["一级指标", "指标", "分值", "得分"],
    ["产出 [2×1]", "清淤长度", "50", "48.50"],
    ["合格率", "98.2%", "40"],
  ],
  "备注：按季填报。",
];

describe("a sheet", () => {
  it.each(["xlsx", "xlsb", "xls", "xlml"] as const)("is read from %s: captions apart, merges as spans, figures as shown", async (type) => {
    expect(await shown(book({ 表一: FORM }), type)).toEqual(FORM_SHOWN);
  });

  it("gives each table its sheet's name and each cell its row in the sheet", async () => {
    const { blocks } = await readXlsx(bytes(book({ 表一: FORM })));
    const table = blocks.find((block): block is Table => block.type === "table")!;
    expect(table).toMatchObject({ index: 0, caption: "表一", origin: "markup", confidence: 1 });
    expect(table.cells.find((cell) => cell.text === "98.2%")?.evidence).toEqual([{ line: 5, quote: "98.2%", table: 0, row: 2, column: 2 }]);
    expect(uncovered(table)).toEqual([]);
  });

  it("counts its rows on from the sheet before, so that no two places share a line", async () => {
    const { blocks } = await readXlsx(bytes(book({ 表一: FORM, 表二: sheet([["说明"]]) })));
    expect(blocks.at(-1)).toMatchObject({ text: "说明", evidence: [{ line: 7 }] });
  });

  it("shows dates as the Chinese Excel does, also by formats that are mere numbers", async () => {
    const parts = unzipSync(
      bytes(
        book({
          s: sheet([
            ["短", 44287],
            ["年月", 44287],
            ["全", 44287],
            ["自定", 44287],
          ]),
        }),
      ),
    );
    const formats = [0, 14, 57, 31, 176].map((id) => `<xf numFmtId="${id}"/>`).join("");
    parts["xl/styles.xml"] = strToU8(
      `<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts count="1"><numFmt numFmtId="176" formatCode="yyyy&quot;年度&quot;"/></numFmts><cellXfs>${formats}</cellXfs></styleSheet>`,
    );
    const name = "xl/worksheets/sheet1.xml";
    parts[name] = strToU8(
      Buffer.from(parts[name]!)
        .toString()
        .replace(/<c r="B(\d)"[^>]*>/gu, '<c r="B$1" s="$1">'),
    );
    expect(shownBlocks((await readXlsx(zipSync(parts))).blocks)).toEqual([
      [
        ["短", "2021/4/1"],
        ["年月", "2021年4月"],
        ["全", "2021年4月1日"],
        ["自定", "2021年度"],
      ],
    ]);
  });

  it("forgets the formats of the workbook before", async () => {
    const custom = book({
      s: sheet([
        ["甲", { t: "n", v: 0.5, z: '0.0"倍"' }],
        ["乙", 1],
      ]),
    });
    await readXlsx(bytes(custom));
    const plain = unzipSync(
      bytes(
        book({
          s: sheet([
            ["甲", { t: "n", v: 0.5, z: "0.000" }],
            ["乙", 1],
          ]),
        }),
      ),
    );
    plain["xl/styles.xml"] = strToU8(
      Buffer.from(plain["xl/styles.xml"]!)
        .toString()
        .replace(/<numFmts.*?<\/numFmts>/su, ""),
    );
    expect(JSON.stringify(shownBlocks((await readXlsx(zipSync(plain))).blocks))).not.toContain("倍");
  });

  it.each([
    [2.675, "0.00", "2.68"],
    [1.005, "0.00", "1.01"],
    [-1.005, "0.00", "-1.01"],
    [0.98245, "0.00%", "98.25%"],
    [1234.565, "#,##0.00", "1,234.57"],
    [0.1 + 0.2, "General", "0.3"],
    [9.4949, "0.00", "9.49"],
  ])("rounds %d in %s as Excel does: %s", async (value, format, want) => {
    expect(
      await shown(
        book({
          s: sheet([
            ["甲", { t: "n", v: value, z: format }],
            ["乙", 1],
          ]),
        }),
      ),
    ).toEqual([
      [
        ["甲", want],
        ["乙", "1"],
      ],
    ]);
  });

  it("leaves a formula without a saved value empty, never zero, and says so", async () => {
    const parts = unzipSync(
      bytes(
        book({
          s: sheet([
            ["分值", 10],
            ["得分", 7],
            ["合计", 17],
          ]),
        }),
      ),
    );
    const name = "xl/worksheets/sheet1.xml";
    parts[name] = strToU8(
      Buffer.from(parts[name]!)
        .toString()
        .replace(/<c r="B3"[^>]*>.*?<\/c>/u, '<c r="B3"><f>SUM(B1:B2)</f></c>')
        .replace(/<c r="B2"[^>]*>.*?<\/c>/u, '<c r="B2"><f>1+6</f><v>7</v></c>'),
    );
    const { blocks, warnings } = await readXlsx(zipSync(parts));
    expect(shownBlocks(blocks)).toEqual([
      [
        ["分值", "10"],
        ["得分", "7"],
        ["合计", ""],
      ],
    ]);
    expect(warnings).toMatchObject([{ code: "formula-without-value", message: expect.stringContaining("1 ") }]);
  });

  it("reads a target that a program took for a formula as typed, and says so", async () => {
    const parts = unzipSync(
      bytes(
        book({
          s: sheet([
            ["指标值", "a", "b", "c", "d"],
            ["产出", "1", "2", "3", "4"],
          ]),
        }),
      ),
    );
    const name = "xl/worksheets/sheet1.xml";
    const cells = ['<c r="B1" t="n"><f>16&#21488;</f><v></v></c>', '<c r="C1"><f>100%</f></c>', '<c r="D1"><f>A1+0.5</f><v/></c>'];
    parts[name] = strToU8(
      Buffer.from(parts[name]!)
        .toString()
        .replace(/<c r="B1".*?<\/c><c r="C1".*?<\/c><c r="D1".*?<\/c>/u, cells.join("")),
    );
    const { blocks, warnings } = await readXlsx(zipSync(parts));
    expect(shownBlocks(blocks)).toEqual([
      [
        ["指标值", "=16台", "=100%", "", "d"],
        ["产出", "1", "2", "3", "4"],
      ],
    ]);
    expect(warnings.map(({ code, message }) => [code, /^\d+/u.exec(message)?.[0]])).toEqual([
      ["formula-without-value", "1"],
      ["formula-read-as-text", "2"],
    ]);
  });

  it("takes the noughts of a workbook that nobody has calculated yet for no values", async () => {
    const parts = unzipSync(
      bytes(
        book({
          s: sheet([
            ["合计", "a", "b", "c"],
            ["产出", "1", "2", "3"],
          ]),
        }),
      ),
    );
    const name = "xl/worksheets/sheet1.xml";
    const cells = '<c r="B1"><f>SUM(A2:A9)</f><v>0</v></c><c r="C1"><f>16台</f><v>0</v></c><c r="D1"><f>100%</f><v>0</v></c>';
    parts[name] = strToU8(
      Buffer.from(parts[name]!)
        .toString()
        .replace(/<c r="B1".*?<\/c><c r="C1".*?<\/c><c r="D1".*?<\/c>/u, cells),
    );
    const calculated = await readXlsx(zipSync(parts));
    expect(shownBlocks(calculated.blocks)).toEqual([
      [
        ["合计", "0", "=16台", "=100%"],
        ["产出", "1", "2", "3"],
      ],
    ]);
    const workbook = "xl/workbook.xml";
    parts[workbook] = strToU8(
      Buffer.from(parts[workbook]!).toString().replace("</workbook>", '<calcPr calcId="1" fullCalcOnLoad="1"/></workbook>'),
    );
    const { blocks, warnings } = await readXlsx(zipSync(parts));
    expect(shownBlocks(blocks)).toEqual([
      [
        ["合计", "", "=16台", "=100%"],
        ["产出", "1", "2", "3"],
      ],
    ]);
    expect(warnings.map(({ code }) => code)).toEqual(["formula-without-value", "formula-read-as-text"]);
  });

  it("parts an author's lines in a cell and joins those broken for its width", async () => {
    expect(
      await shown(
        book({
          s: sheet([
            ["绩效\n指标", "一是加快。\n二是补录"],
            ["5917\n6085", "乙"],
          ]),
        }),
      ),
    ).toEqual([
      [
        ["绩效指标", "一是加快。\n二是补录"],
        ["5917\n6085", "乙"],
      ],
    ]);
  });

  it("is cut to what it shows, and parted where rows are blank", async () => {
    const rows: Value[][] = [
      [null, null],
      [null, "甲", "乙"],
      [null, 1, 2],
      [],
      [null, "丙", "丁", "戊"],
      [null, 3, 4, 5],
      [null, "", " "],
    ];
    expect(await shown(book({ s: sheet(rows) }))).toEqual([
      [
        ["甲", "乙"],
        ["1", "2"],
      ],
      [
        ["丙", "丁", "戊"],
        ["3", "4", "5"],
      ],
    ]);
  });

  it("keeps a label whose value is empty in the table", async () => {
    const form = sheet(
      [
        ["项目名称", null, null],
        ["主管部门", "水利局", "备注"],
        ["分值", 10, 9],
      ],
      ["B1:C1"],
    );
    expect(await shown(book({ s: form }))).toEqual([
      [
        ["项目名称", " [1×2]"],
        ["主管部门", "水利局", "备注"],
        ["分值", "10", "9"],
      ],
    ]);
  });
});

describe("what a workbook hides", () => {
  it("is left out with a warning: rows, columns and sheets; a merge shows as far as it is seen", async () => {
    const form = sheet(
      [
        ["年度合计", null, null, "得分"],
        ["甲", 1, 2, 3],
        ["乙", 4, 5, 6],
        ["丙", 7, 8, 9],
      ],
      ["A1:C1"],
    );
    form["!cols"] = [{}, { hidden: true }];
    form["!rows"] = [{}, {}, { hidden: true }];
    const workbook = book({ 表一: form, 底稿: sheet([["秘", 1]]) });
    workbook.Workbook = { Sheets: [{ Hidden: 0 }, { Hidden: 1 }] };
    const { blocks, warnings } = await readXlsx(bytes(workbook));
    expect(shownBlocks(blocks)).toEqual([
      [
        ["年度合计 [1×2]", "得分"],
        ["甲", "2", "3"],
        ["丙", "8", "9"],
      ],
    ]);
    expect(warnings.map(({ code, message }) => [code, ...(message.match(/\d+/gu) ?? [])])).toEqual([
      ["hidden-cells-left-out", "1", "1"],
      ["hidden-sheets-left-out", "1"],
    ]);
  });
});

describe("a hostile or broken workbook", () => {
  it("faults when it is cut off or no workbook", async () => {
    const whole = bytes(book({ 表一: FORM }));
    const xls = bytes(book({ 表一: FORM }), "xls");
    const fault = expect.objectContaining({ name: "Fault" });
    await expect(readXlsx(whole.subarray(0, whole.length / 2))).rejects.toEqual(fault);
    await expect(readXlsx(xls.subarray(0, 600))).rejects.toEqual(fault);
    await expect(readXlsx(zipSync({ "xl/workbook.xml": strToU8("<workbook") }))).rejects.toEqual(fault);
  });

  it("faults when it inflates beyond the limit, whatever its directory says", async () => {
    const parts = unzipSync(bytes(book({ 表一: FORM })));
    parts["xl/sharedStrings.xml"] = new Uint8Array(5_000_000).fill(0x20);
    await expect(readXlsx(zipSync(parts), { ...LIMITS, inflatedBytes: 1_000_000 })).rejects.toMatchObject({ code: "too-large" });
    await expect(readXlsx(zipSync(parts))).rejects.toMatchObject({ code: "too-large" });
  });

  it("reads a sheet of as many cells as the limit lets in", { timeout: 60_000 }, async () => {
    const rows = Array.from({ length: 15_000 }, (_, r) => Array.from({ length: 12 }, (_, c) => r + c));
    const { blocks } = await readXlsx(bytes(book({ s: sheet(rows) })));
    expect(blocks[0]).toMatchObject({ type: "table", rowCount: 15_000, columnCount: 12 });
  });

  it("faults on too many cells, and bears merges that overlap or reach to the end of the sheet", async () => {
    await expect(
      readXlsx(bytes(book({ s: sheet(Array.from({ length: 30 }, () => [1, 2, 3, 4])) })), { ...LIMITS, cells: 100 }),
    ).rejects.toMatchObject({ code: "too-large" });
    const wild = sheet(
      [
        ["甲", "乙", "丙"],
        ["丁", "戊", "己"],
      ],
      ["A1:XFD1048576", "B1:C2", "A2:B2"],
    );
    const { blocks } = await readXlsx(bytes(book({ s: wild })));
    for (const block of blocks) if (block.type === "table") expect(uncovered(block)).toEqual([]);
    expect(shownBlocks(blocks)).toEqual([[["甲 [1×2]"]]]);
  });

  it("ends when the sectors of an XLS run in a circle", async () => {
    const xls = bytes(book({ 表一: FORM }), "xls");
    const view = new DataView(xls.buffer, xls.byteOffset);
    const table = (view.getUint32(76, true) + 1) * 512;
    for (let sector = 0; sector < 128; sector++) view.setUint32(table + sector * 4, sector === 0 ? 0 : sector, true);
    await expect(readXlsx(xls)).rejects.toMatchObject({ name: "Fault" });
  });

  it("needs a password where its records say so", async () => {
    const xls = bytes(book({ 表一: FORM }), "xls");
    const bof = xls.findIndex((byte, at) => byte === 0x09 && xls[at + 1] === 0x08 && xls[at + 2] === 0x10 && xls[at + 3] === 0);
    // The record behind the first one becomes FilePass (47): XOR obfuscation with an unknown password.
    new DataView(xls.buffer, xls.byteOffset).setUint16(bof + 20, 47, true);
    await expect(readXlsx(xls)).rejects.toMatchObject({ code: "encrypted" });
  });

  it("never pollutes the prototypes of this process", async () => {
    await readXlsx(
      bytes(
        book({
          __proto__x: sheet([
            ["constructor", "__proto__"],
            ["polluted", 1],
          ]),
        }),
      ),
    );
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });
});
