// Writes fixtures/reports: small reports of invented places, two of them with contradictions put in, for the README's first command and
// for the tests of the command line. Deterministic: the same script writes the same bytes.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { strToU8, zipSync } from "fflate";

const folder = join(import.meta.dirname, "..", "fixtures", "reports");
mkdirSync(folder, { recursive: true });

const W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const escaped = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
const paragraph = (text) => `<w:p><w:r><w:t xml:space="preserve">${escaped(text)}</w:t></w:r></w:p>`;

/** A cell: text, or [text, columns] where it spans; `"^"` continues the cell above. */
function cell(spec) {
  const [text, columns] = Array.isArray(spec) ? spec : [spec, 1];
  const merge = text === "^" ? "<w:vMerge/>" : text.startsWith("v:") ? '<w:vMerge w:val="restart"/>' : "";
  const span = columns > 1 ? `<w:gridSpan w:val="${columns}"/>` : "";
  return `<w:tc><w:tcPr>${span}${merge}</w:tcPr>${paragraph(text === "^" ? "" : text.replace(/^v:/, ""))}</w:tc>`;
}

function table(columns, rows) {
  const grid = `<w:tblGrid>${'<w:gridCol w:w="900"/>'.repeat(columns)}</w:tblGrid>`;
  return `<w:tbl><w:tblPr/>${grid}${rows.map((row) => `<w:tr>${row.map(cell).join("")}</w:tr>`).join("")}</w:tbl>`;
}

function docx(name, body) {
  const part = (text) => [strToU8(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>${text}`), { mtime: new Date(2024, 0, 1) }];
  const types =
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>';
  const rels =
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>';
  const document = `<w:document xmlns:w="${W}"><w:body>${body.join("")}</w:body></w:document>`;
  const files = { "[Content_Types].xml": part(types), "_rels/.rels": part(rels), "word/document.xml": part(document) };
  writeFileSync(join(folder, name), zipSync(files));
}

/** The Ministry's form: heads, fund table, indicators, total. Ten columns. */
function form({ title, project, department, unit, funds, rows, total }) {
  return [
    paragraph(title),
    table(10, [
      ["项目名称", [project, 9]],
      ["主管部门", [department, 4], "实施单位", [unit, 4]],
      ["v:项目资金（万元）", ["", 2], "年初预算数", "全年预算数", ["全年执行数", 2], "分值", "执行率", "得分"],
      ...funds.map(([label, initial, adjusted, executed, ...rest]) => ["^", [label, 2], initial, adjusted, [executed, 2], ...rest]),
      ["一级指标", "二级指标", ["三级指标", 2], "年度指标值", "实际完成值", "分值", "得分", ["偏差原因分析及改进措施", 2]],
      ...rows.map(([l1, l2, l3, target, actual, weight, score, reason]) => [l1, l2, [l3, 2], target, actual, weight, score, [reason, 2]]),
      [["总分", 6], ...total, ["", 2]],
    ]),
  ];
}

docx(
  "road-maintenance-2024.docx",
  form({
    title: "2024年度农村公路养护项目支出绩效自评表",
    project: "农村公路养护",
    department: "云溪县交通运输局",
    unit: "云溪县公路养护中心",
    funds: [
      ["年度资金总额", "320.00", "300.00", "291.00", "10", "97.00%", "9.7"],
      ["其中：当年财政拨款", "320.00", "300.00", "291.00", "—", "—", "—"],
    ],
    rows: [
      ["v:产出指标", "v:数量指标", "养护公路里程", "≥120公里", "126公里", "15", "15", ""],
      ["^", "^", "清理边沟长度", "≥80公里", "72公里", "10", "9", "汛期塌方，剩余路段已列入次年计划"],
      ["^", "质量指标", "路面检测合格率", "≥95%", "98%", "15", "15", ""],
      ["^", "时效指标", "养护任务按期完成率", "100%", "100%", "10", "10", ""],
      ["v:效益指标", "社会效益指标", "受益行政村数量", "≥46个", "46个", "20", "20", ""],
      ["^", "可持续影响指标", "养护巡查制度健全", "健全", "健全", "10", "10", ""],
      ["满意度指标", "服务对象满意度指标", "沿线群众满意度", "≥90%", "94%", "10", "10", ""],
    ],
    total: ["100", "98.7"],
  }),
);

docx(
  "library-books-2024.docx",
  form({
    title: "2024年度公共图书馆图书购置项目支出绩效自评表",
    project: "公共图书馆图书购置",
    department: "栖梧市文化和旅游局",
    unit: "栖梧市图书馆",
    funds: [
      ["年度资金总额", "80.00", "80.00", "66.40", "10", "93.00%", "9.3"],
      ["其中：当年财政拨款", "60.00", "60.00", "46.40", "—", "—", "—"],
      ["上年结转资金", "20.00", "20.00", "20.00", "—", "—", "—"],
    ],
    rows: [
      ["v:产出指标", "v:数量指标", "购置图书册数", "≥20000册", "16800册", "20", "20", ""],
      ["^", "^", "流动服务点数量", "≥12个", "12个", "10", "10", ""],
      ["^", "质量指标", "图书编目合格率", "≥98%", "99%", "10", "10", ""],
      ["^", "时效指标", "图书上架及时率", "≥95%", "96%", "10", "10", ""],
      ["v:效益指标", "v:社会效益指标", "读者到馆人次", "≥15万人次", "36万人次", "20", "20", ""],
      ["^", "^", "阅读推广活动场次", "≥24场", "24场", "10", "10", ""],
      ["满意度指标", "服务对象满意度指标", "读者满意度", "≥90%", "92%", "10", "10", ""],
    ],
    total: ["100", "98.3"],
  }),
);

writeFileSync(
  join(folder, "water-quality-2023.md"),
  `# 2023年度饮用水水源地水质监测项目绩效自评报告

项目名称：饮用水水源地水质监测

主管部门：远岫县生态环境局

实施单位：远岫县环境监测站

## 一、资金情况

单位：万元

| 资金来源 | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分 |
| --- | --- | --- | --- | --- | --- |
| 年度资金总额 | 45.00 | 47.25 | 10 | 105.00% | 10 |
| 其中：县级财政资金 | 45.00 | 47.25 | | | |

## 二、指标完成情况

| 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 |
| --- | --- | --- | --- | --- | --- | --- |
| 产出指标 | 数量指标 | 监测断面数量 | ≥8个 | 8个 | 20 | 20 |
| 产出指标 | 数量指标 | 出具监测报告份数 | ≥96份 | 72份 | 20 | 15 |
| 产出指标 | 质量指标 | 监测数据有效率 | ≥98% | 98.5% | 10 | 10 |
| 效益指标 | 生态效益指标 | 水源地水质达标率 | 100% | 70% | 30 | 21 |
| 满意度指标 | 服务对象满意度指标 | 公众满意度 | ≥85% | 80% | 10 | 9.4 |
| 合计 | | | | | 90 | 75.4 |

## 三、自评结论

经自评，本项目综合得分85.4分，自评等级为“优”。
`,
);

writeFileSync(
  join(folder, "elderly-canteens-2024.txt"),
  `2024年度社区老年食堂运营补助项目绩效自评报告
项目名称：社区老年食堂运营补助
主管部门：澄江市民政局
项目单位：澄江市养老服务指导中心
一、基本情况
本项目年度预算150万元，实际支出147万元，预算执行率98%。
二、绩效指标完成情况
过程—资金管理—资金支出率10分，自评9.8分。全年预算150万元，实际支出147万元，支出率98%。
产出—数量指标—补助老年食堂数量25分，自评25分。目标值30家，实际补助31家。
产出—时效指标—补助资金发放及时率25分，自评25分。目标值100%，实际完成100%。
效益—社会效益—每日就餐老年人次30分，自评30分。目标值2000人次，实际2150人次。
满意度—服务对象满意度—就餐老年人满意度10分，自评10分。目标值90%，实际93%。
三、自评结论
本项目自评总得分99.8分，自评等级为优。
`,
);
