import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { Fault } from "../../src/core/fault.js";
import type { Record } from "../../src/core/record.js";
import * as shapes from "../../src/core/record-shapes.js";
import { readDocument } from "../../src/pipeline/read-document.js";
import { PIPELINE_VERSION } from "../../src/pipeline/version.js";

const fixture = (name: string) => readFileSync(join(import.meta.dirname, "..", "..", "fixtures", "reports", name));
const bytesOf = (text: string) => new TextEncoder().encode(text);
const report = (year: number, project: string) => `# ${year}年度${project}项目绩效自评表

| 项目名称 | ${project} |
| --- | --- |
| 实施单位 | 栖梧市应急物资中心 |

| 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 |
| --- | --- | --- | --- | --- | --- | --- |
| 产出指标 | 数量指标 | 储备编织袋数量 | ≥5000条 | 5200条 | 60 | 60 |
| 效益指标 | 社会效益指标 | 受益乡镇数量 | ≥9个 | 9个 | 40 | 40 |
| 总分 | | | | | 100 | 100 |
`;

describe("reading a document", () => {
  it("gives a record of the contract's shape, with what is known of the file", async () => {
    const bytes = fixture("library-books-2024.docx");
    const [record, ...others] = await readDocument(bytes, "a.docx", {});
    expect(others).toEqual([]);
    expect(shapes.Record.parse(record)).toEqual(record);
    expect(record!.source).toEqual({
      fileName: "a.docx",
      sha256: createHash("sha256").update(bytes).digest("hex"),
      mediaType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
      byteLength: bytes.length,
      pageCount: null,
      textLayer: null,
    });
  });

  it("holds each figure with the place where it stands", async () => {
    const [record] = await readDocument(fixture("road-maintenance-2024.docx"), "a.docx", {});
    for (const row of [...record!.indicators, ...record!.funds, ...record!.statedScores]) expect(row.evidence).not.toEqual([]);
  });

  it("numbers the parts of a file that holds several reports", async () => {
    const records = await readDocument(bytesOf(`${report(2023, "防汛物资储备")}\n${report(2024, "森林防火")}`), "a.md", {});
    expect(records.map(({ source, report }) => [source.part, report.fiscalYear])).toEqual([
      [1, 2023],
      [2, 2024],
    ]);
  });

  it("says of a readable document that it is no self-evaluation", async () => {
    const [record] = await readDocument(bytesOf("关于做好防汛工作的通知\n\n各乡镇人民政府：\n请于六月底前完成河道清淤。\n"), "a.txt", {});
    expect(record!.indicators).toEqual([]);
    expect(record!.warnings.map(({ code }) => code)).toContain("not-a-report");
  });

  it("reads the same bytes to the same record, but for the time it took", async () => {
    const read = async () => {
      const [{ timings, ...record }] = (await readDocument(fixture("water-quality-2023.md"), "a.md", {})) as [Record];
      return record;
    };
    expect(await read()).toEqual(await read());
  });

  it.each([
    ["empty", ""],
    ["unsupported-type", "\u0000\u0001\u0002\u0003\u0004".repeat(20)],
    ["corrupt", "PK\u0003\u0004 and no more"],
    ["corrupt", "%PDF-1.7\nand no more"],
  ])("throws the fault %s, with a remedy", async (code, text) => {
    const error = await readDocument(bytesOf(text), "a.pdf", {}).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(Fault);
    expect(error).toMatchObject({ code, remedy: expect.stringMatching(/\w/) });
  });

  it("carries a version that tells the code that read it", () => {
    expect(PIPELINE_VERSION).toMatch(/^\d+\.\d+\.\d+\+(source|[0-9a-f]{12})$/);
  });
});
