import { strToU8, zipSync } from "fflate";

/** A small report of the Ministry's form as HTML, text or Markdown; `serial` makes its content its own. Every 7th has a wrong total. */
export function report(serial: number): { readonly name: string; readonly bytes: Uint8Array } {
  const kind = ["html", "md", "txt", "docx"][serial % 4]!;
  const rows = indicators(serial);
  const total = 10 + rows.reduce((sum, row) => sum + row.score, 0) + (serial % 7 === 0 ? 2 : 0);
  const name = `report-${serial}.${kind}`;
  const title = `2023年度第${serial}号农村公路养护项目支出绩效自评表`;
  const head = ["一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分", "偏差原因分析及改进措施"];
  const body = rows.map((row) => [row.level1, row.level2, row.name, row.target, row.actual, String(row.weight), String(row.score), ""]);
  const table = [head, ["预算执行", "预算执行率", "预算执行率", "100%", "100%", "10", "10", ""], ...body];
  const foot = `经自评，项目自评总得分${total}分，评价等级为优。`;
  switch (kind) {
    case "html":
      return { name, bytes: strToU8(`<html><meta charset="utf-8"><h1>${title}</h1>${htmlTable(table)}<p>${foot}</p></html>`) };
    case "md":
      return { name, bytes: strToU8(`# ${title}\n\n${pipeTable(table)}\n\n${foot}\n`) };
    case "docx":
      return { name, bytes: docx(title, table, foot) };
    default:
      return { name, bytes: strToU8(`${title}\n\n${table.map((row) => row.join("\t")).join("\n")}\n\n${foot}\n`) };
  }
}

/** A document that gives no record, and why. */
export function unreadable(serial: number): { readonly name: string; readonly bytes: Uint8Array; readonly code: string } {
  if (serial % 2 === 0)
    return {
      name: `junk-${serial}.bin`,
      bytes: Uint8Array.from({ length: 600 }, (_, i) => (i * 7919 + serial * 31) % 251),
      code: "unsupported-type",
    };
  return { name: `cut-${serial}.docx`, bytes: report(4 * serial + 3).bytes.slice(0, 900), code: "corrupt" };
}

interface Row {
  readonly level1: string;
  readonly level2: string;
  readonly name: string;
  readonly target: string;
  readonly actual: string;
  readonly weight: number;
  readonly score: number;
}

function indicators(serial: number): Row[] {
  const row = (level1: string, level2: string, name: string, weight: number, quantity: string): Row => {
    return { level1, level2, name, target: `≥${quantity}`, actual: quantity, weight, score: weight };
  };
  return [
    row("产出指标", "数量指标", "养护里程", 25, `${100 + (serial % 900)}公里`),
    row("产出指标", "质量指标", "养护合格率", 25, "95%"),
    row("效益指标", "社会效益指标", "受益人口", 30, `${1000 + serial}人`),
    row("满意度指标", "服务对象满意度指标", "群众满意度", 10, "90%"),
  ];
}

function htmlTable(table: readonly string[][]): string {
  return `<table border="1">${table.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join("")}</tr>`).join("")}</table>`;
}

function pipeTable([head, ...rows]: readonly string[][]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [line(head!), line(head!.map(() => "---")), ...rows.map(line)].join("\n");
}

function docx(title: string, table: readonly string[][], foot: string): Uint8Array {
  const paragraph = (text: string) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;
  const rows = table.map((row) => `<w:tr>${row.map((cell) => `<w:tc>${paragraph(cell)}</w:tc>`).join("")}</w:tr>`).join("");
  const main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
  const document = `<?xml version="1.0"?><w:document xmlns:w="${main}"><w:body>${paragraph(title)}<w:tbl>${rows}</w:tbl>${paragraph(foot)}</w:body></w:document>`;
  const type = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
  const relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument";
  return zipSync({
    "[Content_Types].xml": strToU8(
      `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="${type}"/></Types>`,
    ),
    "_rels/.rels": strToU8(
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${relation}" Target="word/document.xml"/></Relationships>`,
    ),
    "word/document.xml": strToU8(document),
  });
}
