import { describe, expect, it } from "vitest";
import type { Table } from "../../../src/core/extracted.js";
import { LIMITS } from "../../../src/core/limits.js";
import { readHtml } from "../../../src/extract/html/read-html.js";
import { shownBlocks, shownTable, uncovered } from "../shown-blocks.js";

function read(html: string) {
  return readHtml(new TextEncoder().encode(html)).extracted;
}

function shown(html: string): unknown[] {
  return shownBlocks(read(html).blocks);
}

function tableOf(html: string): Table {
  return read(html).blocks.find((block): block is Table => block.type === "table")!;
}

const SENTENCE = "本年度按计划完成渠道清淤和闸门检修，汛期前全部验收；工程档案按季归集整理。";
const GRID = "<table><tr><td>指标</td><td>分值</td></tr><tr><td>渠道清淤</td><td>8</td></tr></table>";

describe("a page's text", () => {
  it("is its headings with their level, its paragraphs and their numbers in reading order", () => {
    expect(read("<h1>自评报告</h1>\n<p>概况\n说明</p>\n<div>甲<b>乙</b><p>丙</p>丁</div>").blocks).toMatchObject([
      { text: "自评报告", heading: 1, evidence: [{ line: 1 }] },
      { text: "概况说明", evidence: [{ line: 2 }] },
      { text: "甲乙", evidence: [{ line: 3 }] },
      { text: "丙" },
      { text: "丁" },
    ]);
  });

  it("parts lines broken by hand where an author would, and keeps a broken heading whole", () => {
    expect(shown("<h2>项目支出<br>自评表</h2><p>项目单位：甲站<br>填报日期：四月<br><br>　　正文一。<br>（一）正文二</p>")).toEqual([
      "项目支出自评表",
      "项目单位：甲站",
      "填报日期：四月",
      "正文一。",
      "（一）正文二",
    ]);
  });

  it("puts a list's term and the one description of it on a line, but no heading, and none that several follow", () => {
    expect(
      shown(
        "<dl><dt>指标名称</dt><dd>检修<b>座数</b></dd><div><dt>目标值：</dt> <dd><p>≥12座</p><p>另附表</p></dd></div><dt>分值<dd>10" +
          "<dt>一、概况</dt><dd>正文</dd><dt>成效</dt><dd>甲</dd><dd>乙</dd><dt>附表</dt><dd><ul><li>丙</li></ul></dd><dt>备注</dt><dd></dd><dt>任务：检修</dt><dd>已检修。</dd></dl>",
      ),
    ).toEqual([
      "指标名称：检修座数",
      "目标值：≥12座",
      "另附表",
      "分值：10",
      "一、概况",
      "正文",
      "成效",
      "甲",
      "乙",
      "附表",
      "丙",
      "备注",
      "任务：检修",
      "已检修。",
    ]);
  });

  it("leaves out what the page does not show, and says so", () => {
    const { blocks, warnings } = read(
      "<style>p{}</style><script>var a='<p>x</p>'</script><!--[if gte mso 9]><xml>y</xml><![endif]-->" +
        "<p>得分<span style='display: none'>99</span><s>80</s>90<span style='mso-hide:all'>5</span></p><p hidden>无</p><img src=a.png>",
    );
    expect(shownBlocks(blocks)).toEqual(["得分90"]);
    expect(warnings.map((warning) => warning.code)).toEqual(["struck-text-dropped", "picture-unread"]);
  });

  it("is what it hides when it shows nothing else", () => {
    const { blocks, warnings } = read('<div style="display:none"><p>自评得分90分</p></div>');
    expect(shownBlocks(blocks)).toEqual(["自评得分90分"]);
    expect(warnings).toMatchObject([{ code: "hidden-read" }]);
  });

  it("shows the numbers of its lists", () => {
    expect(
      shown(
        "<ol start=3><li>甲</li><li value=9>乙</li><li><p>丙</p></li></ol><ul><li>丁</li></ul><ol style='list-style:none'><li>戊</li></ol>",
      ),
    ).toEqual(["3. 甲", "9. 乙", "10. 丙", "丁", "戊"]);
  });

  it("shows its controls as they are filled in", () => {
    expect(
      shown(
        '<p>长期<input type=checkbox checked>短期<input type="checkbox"></p><p><input type="text" value="12">万元<select><option>优<option selected>良</select></p><p><textarea>说明</textarea></p>',
      ),
    ).toEqual(["长期☑短期☐", "12万元良", "说明"]);
  });

  it("never joins a raised or lowered digit to the figure before it", () => {
    expect(shown("<p>面积12<sup>1</sup>，10<sup>4</sup>m<sup>2</sup>，CO<sub>2</sub>，第1<sup>st</sup></p>")).toEqual([
      "面积12¹，10⁴m²，CO₂，第1st",
    ]);
  });

  it("is what Word shows: labels of lists, no comments, no marks of notes in figures, no row of mere widths", () => {
    expect(
      shown(
        "<p style='mso-list:l0'><![if !supportLists]><span style='mso-list:Ignore'>1、<span>&nbsp; </span></span><![endif]>概况<o:p></o:p></p>" +
          "<p>到位率98<a href='#_ftn1'><sup>[1]</sup></a>，完成<u><span>&nbsp;12&nbsp;</span></u>项<span class=MsoCommentReference><a class=msocomanchor href='#_msocom_1'>[A1]</a></span></p>" +
          "<table><tr><td>a</td><td>b</td></tr><tr height=0><td width=66></td><td width=60></td></tr></table>" +
          "<div style='mso-element:comment-list'><p>批注</p></div><div style='mso-element:footnote-list'><p><a href='#_ftnref1'>[1]</a> 脚注</p></div>",
      ),
    ).toEqual(["1、概况", "到位率98，完成 12 项", [["a", "b"]], "[1] 脚注"]);
  });

  it("is decoded by what the page declares", () => {
    const page = Buffer.concat([
      Buffer.from('<html><head><meta charset="gb2312"></head><body><p>'),
      Buffer.from("cfeec4bf", "hex"),
      Buffer.from("&ge;5</p>"),
    ]);
    expect(shownBlocks(readHtml(page).extracted.blocks)).toEqual(["项目≥5"]);
  });
});

describe("the flow of a page", () => {
  const cells = ["指标", "分值", "得分", "数量", "清淤", "50", "49", "质量", "合格", "40", "40"];

  it("is lines where a table lies in pieces, a paragraph for each cell", () => {
    const page = `<h1>自评表</h1><p>${SENTENCE}</p>${[...cells, ...cells].map((cell) => `<p>${cell}</p>`).join("")}`;
    expect(read(page).flow).toBe("lines");
    expect(read(page + GRID.replaceAll("</td></tr>", "</td><td>9</td></tr>")).flow).toBe("flowed");
  });

  it("is the author's else", () => {
    expect(read(`<p>${SENTENCE}</p>`.repeat(30)).flow).toBe("flowed");
    expect(read("<p>甲</p><p>乙</p>").flow).toBe("flowed");
  });
});

describe("a table", () => {
  it("keeps the lines of a row apart that holds several records, and joins those broken for a cell's width", () => {
    const stacked = tableOf(
      "<table><tr><td>渠道<br>清淤</td><td>≥5千米</td><td>8</td><td>8</td></tr><tr><td>渠道长度<br>闸门座数</td><td>≥5千米<br>≥2座</td><td>10<br>8</td><td>10<br>7</td></tr></table>",
    );
    expect(shownTable(stacked)).toEqual([
      ["渠道清淤", "≥5千米", "8", "8"],
      ["渠道长度\n闸门座数", "≥5千米\n≥2座", "10\n8", "10\n7"],
    ]);
  });

  it("has its spans on a grid that is covered", () => {
    const table = tableOf(
      '<table><tr><td rowspan=2>产出</td><td colspan="2">甲</td></tr><tr><td>乙<td>丙</tr><tr><td>丁</td></tr></table>',
    );
    expect(shownTable(table)).toEqual([
      ["产出 [2×1]", "甲 [1×2]"],
      ["乙", "丙"],
      ["丁", "", ""],
    ]);
    expect(uncovered(table)).toEqual([]);
  });

  it("cuts absurd and overlapping spans", () => {
    const table = tableOf(
      "<table><tbody><tr><td rowspan=0>甲</td><td>乙</td><td rowspan=99>丙</td></tr><tr><td colspan=5>丁</td></tr></tbody><tbody><tr><td colspan=1000 rowspan=9999999>戊</td></tr></tbody></table>",
    );
    expect(shownTable(table)).toEqual([["甲 [2×1]", "乙", "丙 [2×1]"], ["丁"], ["戊 [1×3]"]]);
    expect(uncovered(table)).toEqual([]);
  });

  it("shows its head first and its foot last, and its caption as a paragraph before it", () => {
    const html =
      "<table><caption>表1 单位：万元</caption><tfoot><tr><td>合计</td><td>8</td></tr></tfoot><tbody><tr><td>渠道</td><td>8</td></tr></tbody><thead><tr><th>指标</th><th>分值</th></tr></thead></table>";
    expect(shown(html)).toEqual([
      "表1 单位：万元",
      [
        ["指标", "分值"],
        ["渠道", "8"],
        ["合计", "8"],
      ],
    ]);
    expect(tableOf(html).caption).toBe("表1 单位：万元");
  });

  it("joins no lines of a table that blanks part into columns, though they are as long as lines of running text", () => {
    const lines = ["一级指标　三级指标　年度指标值　实际完成值　得分", "产出指标　培育规模种植户数量　≥45户　45户　12", "总分　98"];
    expect(shown(`<p>${lines.join("<br>")}</p>`)).toEqual([
      "一级指标三级指标年度指标值实际完成值得分",
      "产出指标培育规模种植户数量≥45户 45户 12",
      "总分 98",
    ]);
  });

  it("joins a cell's text that was broken for its width and parts its paragraphs, never joining two figures", () => {
    expect(
      shown(
        "<table><tr><td>绩<br>效<br>指<br>标</td><td><p>一是加快支付。</p><p>二是补录数据</p></td><td>5917<br>6085</td></tr><tr><td>a</td><td>b</td><td>c</td></tr></table>",
      ),
    ).toEqual([
      [
        ["绩效指标", "一是加快支付。\n二是补录数据", "5917\n6085"],
        ["a", "b", "c"],
      ],
    ]);
  });

  it("keeps one that stands inside a cell of data apart", () => {
    const table = tableOf(
      `<table><tr><td>指标</td><td>明细</td></tr><tr><td>渠道</td><td>见下${GRID}</td></tr><tr><td>闸门</td><td>无</td></tr></table>`,
    );
    expect(shownTable(table)).toEqual([
      ["指标", "明细"],
      ["渠道", "见下"],
      ["闸门", "无"],
    ]);
    const nested = table.cells.find((cell) => cell.nested)?.nested?.[0];
    expect(nested && shownTable(nested)).toEqual([
      ["指标", "分值"],
      ["渠道清淤", "8"],
    ]);
    expect([table.index, nested?.index, nested?.cells[0]?.evidence[0]?.table]).toEqual([0, 1, 1]);
  });

  it("that only lays out the page gives way to its content", () => {
    expect(
      shown(
        `<table><tr><td><a href=/>首页</a></td><td><h1>自评报告</h1><p>${SENTENCE}</p>${GRID}</td></tr><tr><td colspan=2>落款</td></tr></table>`,
      ),
    ).toEqual([
      "首页",
      "自评报告",
      SENTENCE,
      [
        ["指标", "分值"],
        ["渠道清淤", "8"],
      ],
      "落款",
    ]);
    expect(shown("<table><tr><td>第一段</td></tr><tr><td>第二段</td></tr></table>")).toEqual(["第一段", "第二段"]);
  });

  it("does without its rows' tags", () => {
    expect(shown("<table><td>甲<td>乙<tr><td>1<td>2</table>")).toEqual([
      [
        ["甲", "乙"],
        ["1", "2"],
      ],
    ]);
  });
});

describe("what stands around a page's content", () => {
  const chrome = (content: string) =>
    `<div class="top"><ul class="nav"><li><a href=/>首页</a></li><li><a href=/a>政务公开</a></li></ul></div><div class="crumb">当前位置：首页 &gt; 公开</div>` +
    `<h1>自评报告</h1><div class="info">索引号：0001 浏览次数：5</div>${content}` +
    `<div class="share">分享到</div><footer>主办：某站 <a href=/m>网站地图</a></footer>`;

  it("is left out on evidence", () => {
    expect(shown(chrome(`<div id="zoom"><p>${SENTENCE}</p>${GRID}<p>${SENTENCE}</p></div>`))).toEqual([
      "自评报告",
      SENTENCE,
      [
        ["指标", "分值"],
        ["渠道清淤", "8"],
      ],
      SENTENCE,
    ]);
  });

  it("is left out also in a page that is laid out by a table", () => {
    const rows = [
      "<img src=logo.png>",
      "<table><tr><td><a href=#>首页</a></td><td><a href=#>公开</a></td></tr></table>",
      `<div><h1>自评报告</h1><p>${SENTENCE}</p><p>${SENTENCE}</p></div>`,
      "版权所有：某站",
    ];
    expect(shown(`<table>${rows.map((row) => `<tr><td>${row}</td></tr>`).join("")}</table>`)).toEqual(["自评报告", SENTENCE, SENTENCE]);
  });

  it("is kept where nothing speaks against it", () => {
    expect(shown(`<h1>自评表</h1><p>（2021年度）</p><div>${GRID}<p>${SENTENCE}</p></div><p>填报人：甲</p>`)).toEqual([
      "自评表",
      "（2021年度）",
      [
        ["指标", "分值"],
        ["渠道清淤", "8"],
      ],
      SENTENCE,
      "填报人：甲",
    ]);
  });

  it.each([
    "经自评，残疾人家庭无障碍改造项目自评得分97分。",
    "（一）无障碍改造情况",
    "相关信息公开情况",
    "界桩位于项目所在位置以北，相关信息已公开。",
    "上一篇章已述，下一篇章再述。",
  ])("is no sentence or heading of the content that has a word of it: %s", (text) => {
    const long = `<p>${SENTENCE.repeat(12)}</p>`;
    expect(shown(`<h1>自评报告</h1>${long}<p>${text}</p>${long}`)).toContain(text);
  });

  it.each(["无障碍", "长者模式无障碍", "进入无障碍 | 繁体", "相关链接 财政部 审计署", "上一篇：公告", "您当前的位置：首页"])(
    "is left out by such a word alone: %s",
    (text) => {
      expect(shown(`<h1>自评报告</h1><div>${text}</div><div><p>${SENTENCE}</p></div>`)).toEqual(["自评报告", SENTENCE]);
    },
  );

  it("is judged by no name when it holds part of the content", () => {
    expect(shown(`<div class="nav"><p>${SENTENCE}</p></div><div class="main"><p>${SENTENCE}</p></div>`)).toEqual([SENTENCE, SENTENCE]);
  });
});

describe("limits of a page", () => {
  const fault = expect.objectContaining({ name: "Fault", code: "too-large" });

  it("hold for nested blocks, nested tables and piled-up inline elements", () => {
    expect(() => read("<div>".repeat(5000))).toThrow(fault);
    expect(() => read("<table><tr><td>".repeat(5000))).toThrow(fault);
    expect(() => read("<b>".repeat(50_000))).toThrow(fault);
    expect(shown(`${"<span>".repeat(150)}文${"</span>".repeat(150)}`)).toEqual(["文"]);
  });

  it("hold for cells, also those that spans claim", () => {
    expect(() => readHtml(Buffer.from(`<table><tr>${"<td>a".repeat(60)}</tr></table>`), { ...LIMITS, cells: 50 })).toThrow(fault);
    expect(() => read(`<table>${"<tr><td colspan=1000>a<td>b".repeat(2000)}</table>`)).toThrow(fault);
  });
});

describe("tags that nobody closed", () => {
  const row = (...cells: string[]) => `<TR>${cells.map((cell) => `<TD><P><FONT face=宋体>${cell}`).join("")}`;

  it("end where the next cell or row begins, however deep they stand", () => {
    const rows = Array.from({ length: 400 }, (_, i) => row(`渠道清淤${i}`, String(i)));
    const { cells, rowCount, columnCount } = tableOf(`<TABLE border=1>${row("指标", "分值")}${rows.join("")}</TABLE><P>以上。`);
    expect([rowCount, columnCount]).toEqual([401, 2]);
    expect(cells.slice(-2).map(({ text }) => text)).toEqual(["渠道清淤399", "399"]);
  });

  it("leave a table inside a cell whole, and what stands behind the table outside of it", () => {
    const inner = "<table><tr><td>甲<td>乙<tr><td>丙<td>丁</table>";
    const closed = "<table><tr><td>甲</td><td>乙</td></tr><tr><td>丙</td><td>丁</td></tr></table>";
    const whole = [
      ["指标", "分值"],
      ["渠道清淤", "9"],
      [`闸门检修${closed}`, "8"],
    ].map((cells) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join("")}</tr>`);
    expect(shown(`<table border=1>${row("指标", "分值")}${row("渠道清淤", "9")}${row(`闸门检修${inner}`, "8")}</table><p>说明`)).toEqual(
      shown(`<table border=1>${whole.join("")}</table><p>说明</p>`),
    );
  });

  it("keep struck text struck in the next paragraph, and not in the next cell", () => {
    expect(shown("<p><s>旧值<p>旧文</s>新文")).toEqual(["新文"]);
    const { cells } = tableOf("<table><tr><td>闸门检修<s>7<td>8<tr><td>渠道清淤<td>9</table>");
    expect(cells.map(({ text }) => text)).toEqual(["闸门检修", "8", "渠道清淤", "9"]);
  });
});

describe("a table made of other elements", () => {
  const cell = (text: string) => `<span class="td">${text}</span>`;
  const row = (...texts: string[]) => `<div class="tr">${texts.map(cell).join("")}</div>`;

  it("is told by its structure, its empty cells with it", () => {
    const html = `<div>${row("指标", "完成值", "分值")}${row("渠道清淤", "", "8")}${row("闸门检修", "12座", "7")}</div>`;
    expect(tableOf(html).cells.map(({ row, column, text }) => `${row} ${column} ${text}`)).toEqual([
      "0 0 指标",
      "0 1 完成值",
      "0 2 分值",
      "1 0 渠道清淤",
      "1 1 ",
      "1 2 8",
      "2 0 闸门检修",
      "2 1 12座",
      "2 2 7",
    ]);
  });

  it("is none where text stands between, or the parts are of several kinds", () => {
    expect(tableOf(`<div>${row("甲", "乙")}说明${row("丙", "丁")}${row("戊", "己")}</div>`)).toBeUndefined();
    expect(
      tableOf("<div><div class='a'><p>甲</p><div>乙</div></div><div class='a'><p>丙</p><p>丁</p></div><div class='a'>戊</div></div>"),
    ).toBeUndefined();
  });
});
