import fc from "fast-check";
import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import type { Paragraph, Table } from "../../../src/core/extracted.js";
import { LIMITS } from "../../../src/core/limits.js";
import { readDocx } from "../../../src/extract/docx/read-docx.js";
import { faultOf } from "../fault-of.js";
import { shownBlocks, uncovered } from "../shown-blocks.js";
import { buildDocx, type DocxParts, p, r, tbl, tc, tr } from "./build-docx.js";

const read = async (body: string, parts?: DocxParts) => (await readDocx(buildDocx(body, parts), LIMITS)).extracted;
const shown = async (body: string, parts?: DocxParts) => shownBlocks((await read(body, parts)).blocks);

describe("readDocx: text", () => {
  it("joins the runs of a paragraph and tells where it stands", async () => {
    const { blocks, flow, pages, mediaType } = await read(p("") + p(r("自评得分") + r("97.80") + r("分")));
    expect(blocks).toEqual([
      {
        type: "paragraph",
        text: "自评得分97.80分",
        lines: [{ text: "自评得分97.80分", evidence: { line: 2, quote: "自评得分97.80分" } }],
        evidence: [{ line: 2, quote: "自评得分97.80分" }],
      },
    ]);
    expect({ flow, pages, mediaType }).toEqual({
      flow: "flowed",
      pages: [],
      mediaType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    });
  });

  it("reads tabs, hyphens and soft hyphens", async () => {
    const run = (inner: string) => `<w:r>${inner}</w:r>`;
    expect(
      await shown(p(run("<w:t>2020</w:t><w:noBreakHyphen/><w:t>08</w:t>") + run("<w:tab/><w:t>kg per</w:t><w:softHyphen/><w:t>son</w:t>"))),
    ).toEqual(["2020-08 kg person"]);
  });

  it("joins soft breaks that are layout and parts at those that end a sentence or begin a point", async () => {
    const br = "<w:r><w:br/></w:r>";
    expect(await shown(p(r("某某县财政局") + br + r("绩效自评报告")))).toEqual(["某某县财政局绩效自评报告"]);
    expect(await shown(p(r("资金到位及时。") + br + r("支出合规。")))).toEqual(["资金到位及时。", "支出合规。"]);
    expect(await shown(p(r("总体目标") + br + r("1.修缮校舍") + br + r("2.购置设备")))).toEqual(["总体目标", "1.修缮校舍", "2.购置设备"]);
    expect(await shown(p(`${r("封面")}<w:r><w:br w:type="page"/></w:r>${r("正文")}`))).toEqual(["封面", "正文"]);
    expect(await shown(tbl([900], tr(tc(p(r("产出指标") + br + r("（50分）"))))))).toEqual([[["产出指标（50分）"]]]);
  });

  it("keeps soft breaks of a row that holds several records", async () => {
    const cell = (...lines: string[]) => tc(p(lines.map((line) => r(line)).join("<w:r><w:br/></w:r>")));
    const row = tr(cell("渠道长度", "闸门座数") + cell("10", "8") + cell("10", "7"));
    expect(await shown(tbl([900, 900, 900], row))).toEqual([[["渠道长度\n闸门座数", "10\n8", "10\n7"]]]);
  });

  it("keeps the final text of tracked changes", async () => {
    const body = [
      p(`${r("预算")}<w:del><w:r><w:delText>39.00</w:delText></w:r></w:del><w:ins>${r("39.41")}</w:ins>${r("万元")}`),
      p(`<w:moveFrom>${r("移走的")}</w:moveFrom><w:moveTo>${r("移来的")}</w:moveTo>`),
      p("上半", "<w:rPr><w:del/></w:rPr>"),
      p("下半"),
      p("<w:del><w:r><w:delText>全删</w:delText></w:r></w:del>", "<w:rPr><w:del/></w:rPr>"),
      p("尾"),
    ];
    expect(await shown(body.join(""))).toEqual(["预算39.41万元", "移来的", "上半下半", "尾"]);
  });

  it("keeps what stands before a deleted mark when a table or the end follows", async () => {
    const gone = "<w:rPr><w:del/></w:rPr>";
    expect(await shown(p("前", gone) + tbl([900], tr(tc(p("甲", gone)))) + p("后", gone))).toEqual(["前", [["甲"]], "后"]);
  });

  it("drops hidden text, said by the run or by a style, and shows what a run says is not hidden", async () => {
    const styles = `<w:style w:type="character" w:styleId="H"><w:name w:val="secret"/><w:rPr><w:vanish/></w:rPr></w:style>
      <w:style w:type="character" w:styleId="H2"><w:name w:val="more"/><w:basedOn w:val="H"/></w:style>`;
    const body = p(r("甲") + r("乙", "<w:vanish/>") + r("丙", '<w:vanish w:val="0"/>') + r("丁", '<w:rStyle w:val="H2"/>') + r("戊"));
    expect(await shown(body, { styles })).toEqual(["甲丙戊"]);
  });

  it("drops text that the author struck out, by one line or by two, and says so", async () => {
    const styles = `<w:style w:type="character" w:styleId="S"><w:name w:val="old"/><w:rPr><w:strike/></w:rPr></w:style>`;
    const body = p(
      r("得分") + r("9", "<w:strike/>") + r("8", "<w:dstrike/>") + r("7", '<w:rStyle w:val="S"/>') + r("6", '<w:strike w:val="0"/>'),
    );
    const { blocks, warnings } = await read(body, { styles });
    expect(shownBlocks(blocks)).toEqual(["得分6"]);
    expect(warnings.map(({ code }) => code)).toEqual(["struck-text-dropped"]);
  });

  it("shows the results of fields, not their instructions, also when they nest or were left open", async () => {
    const mark = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
    const code = (text: string) => `<w:r><w:instrText>${text}</w:instrText></w:r>`;
    const nested = p(
      mark("begin") +
        code("IF ") +
        mark("begin") +
        code("PAGE") +
        mark("separate") +
        r("7") +
        mark("end") +
        code(" = 7") +
        mark("separate") +
        r("合格") +
        mark("end"),
    );
    expect(await shown(nested)).toEqual(["合格"]);
    expect(await shown(p(`<w:fldSimple w:instr=" DATE ">${r("2024年3月")}</w:fldSimple>`))).toEqual(["2024年3月"]);
    expect(await shown(p(`${r("始")}${mark("begin")}${code("TOC")}`) + p("98.5分"))).toEqual(["始", "98.5分"]);
  });

  it("reads enclosed characters and symbols that exist only as field instructions", async () => {
    const field = (instruction: string) =>
      `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>${instruction}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`;
    expect(
      await shown(
        p(`${field("eq \\o\\ac(□,√)")}${r("是")}${field("eq \\o\\ac(○,3)")}${field("EQ \\f(1,2)")}${field('SYMBOL 254 \\f "Wingdings"')}`),
      ),
    ).toEqual(["☑是③1/2☑"]);
  });

  it("leaves out a generated table of contents", async () => {
    const styles = '<w:style w:type="paragraph" w:styleId="T1"><w:name w:val="toc 1"/></w:style>';
    const mark = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
    const entry = (inner: string) => p(inner, '<w:pStyle w:val="T1"/>');
    const toc =
      entry(`${mark("begin")}<w:r><w:instrText>TOC \\o "1-3"</w:instrText></w:r>${mark("separate")}${r("一、概况 1")}`) +
      entry(r("二、结论 3")) +
      p(mark("end"));
    expect((await shown(`${p("目录")}${toc}${p("一、概况")}`, { styles })).slice(-1)).toEqual(["一、概况"]);
    expect(await shown(`${p("目录")}${toc}${p("一、概况")}`, { styles })).not.toContain("二、结论 3");
    const control = `<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr><w:sdtContent>${p("三、 5")}</w:sdtContent></w:sdt>`;
    expect(await shown(control + p("正文"))).toEqual(["正文"]);
  });

  it("reads ticks and boxes of picture fonts", async () => {
    const sym = (font: string, char: string) => `<w:r><w:sym w:font="${font}" w:char="${char}"/></w:r>`;
    expect(
      await shown(p(sym("Wingdings", "F0FE") + sym("Wingdings", "F0A8") + sym("Wingdings", "F0FC") + sym("Wingdings", "F0FB"))),
    ).toEqual(["☑☐√×"]);
    expect(
      await shown(p(sym("Wingdings 2", "F052") + sym("Wingdings 2", "F0A3") + sym("Wingdings 2", "0050") + sym("Symbol", "F0B3"))),
    ).toEqual(["☑☐√≥"]);
    const typed = '<w:rFonts w:ascii="Wingdings 2" w:hAnsi="Wingdings 2" w:eastAsia="宋体"/>';
    expect(await shown(p(r("R是", typed) + r(" 95", "") + r("\uf0a3否", typed)))).toEqual(["☑是 95☐否"]);
    expect(await shown(p(sym("宋体", "25A1") + sym("Nobody knows", "F041")))).toEqual(["□\ufffd"]);
  });

  it("reads the state of check boxes, drop-downs and text of legacy forms", async () => {
    const field = (data: string, name: string, result = "") =>
      `<w:r><w:fldChar w:fldCharType="begin"><w:ffData>${data}</w:ffData></w:fldChar></w:r><w:r><w:instrText>${name}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${result}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;
    const body =
      field('<w:checkBox><w:default w:val="0"/><w:checked/></w:checkBox>', "FORMCHECKBOX") +
      field('<w:checkBox><w:default w:val="0"/></w:checkBox>', "FORMCHECKBOX", r("☒")) +
      field('<w:checkBox><w:default w:val="1"/><w:checked w:val="0"/></w:checkBox>', "FORMCHECKBOX") +
      field('<w:ddList><w:result w:val="1"/><w:listEntry w:val="优"/><w:listEntry w:val="良"/></w:ddList>', "FORMDROPDOWN") +
      field("<w:textInput/>", "FORMTEXT", r("88"));
    expect(await shown(p(body))).toEqual(["☑☐☐良88"]);
  });

  it("reads content controls: check boxes by their state, prompts not at all", async () => {
    const styles = '<w:style w:type="character" w:styleId="a0"><w:name w:val="Placeholder Text"/></w:style>';
    const box = (state: string, glyph: string) =>
      `<w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val="${state}"/></w14:checkbox></w:sdtPr><w:sdtContent>${r(glyph)}</w:sdtContent></w:sdt>`;
    const prompt = `<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${r("单击此处输入", '<w:rStyle w:val="a0"/>')}</w:sdtContent></w:sdt>`;
    const filled = `<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${r("已填")}</w:sdtContent></w:sdt>`;
    expect(await shown(p(box("1", "☒") + r("是") + box("0", "☐") + r("否") + prompt + filled), { styles })).toEqual(["☑是☐否已填"]);
    const around = `<w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val="1"/></w14:checkbox></w:sdtPr><w:sdtContent>${tc("☒")}</w:sdtContent></w:sdt>`;
    expect(await shown(tbl([900, 900], `<w:tr>${around}${tc("☒")}</w:tr>`))).toEqual([[["☑", "☒"]]]);
  });

  it("reads formulas, ruby bases, links and unknown wrappers", async () => {
    const t = (text: string) => `<m:r><m:t>${text}</m:t></m:r>`;
    const formula = `<m:oMath>${t("得分=")}<m:f><m:num>${t("A+B")}</m:num><m:den>${t("C")}</m:den></m:f>${t("×10")}</m:oMath>`;
    expect(await shown(p(formula))).toEqual(["得分=(A+B)/C×10"]);
    expect(await shown(p(`<w:r><w:ruby><w:rt>${r("jì")}</w:rt><w:rubyBase>${r("绩")}</w:rubyBase></w:ruby></w:r>${r("效")}`))).toEqual([
      "绩效",
    ]);
    expect(
      await shown(p(`<w:hyperlink>${r("链接")}</w:hyperlink><w:smartTag>${r("2020")}</w:smartTag><w:customXml>${r("年")}</w:customXml>`)),
    ).toEqual(["链接2020年"]);
  });

  it("reads text boxes once, after the paragraph that anchors them, with their tables", async () => {
    const content = `<w:txbxContent>${p("框中")}${tbl([900], tr(tc("88")))}</w:txbxContent>`;
    const both = `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><a:graphic><a:graphicData><wps:wsp><wps:txbx>${content}</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>${content}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>`;
    expect(await shown(p(r("前") + both + r("后")) + p("末"))).toEqual(["前后", "框中", [["88"]], "末"]);
    const fallbackOnly = `<w:r><mc:AlternateContent><mc:Choice Requires="wpx"><w:drawing/></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>${content}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>`;
    expect(await shown(p(fallbackOnly))).toEqual(["框中", [["88"]]]);
    expect(
      await shown(
        tbl(
          [900],
          tr(
            tc(
              p(
                r("格") +
                  `<w:r><w:pict><v:shape><v:textbox><w:txbxContent>${p("内框")}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>`,
              ),
            ),
          ),
        ),
      ),
    ).toEqual([[["格\n内框"]]]);
  });

  it("puts notes at the end, marked, and no reference mark into a figure", async () => {
    const ref = '<w:r><w:footnoteReference w:id="2"/></w:r>';
    const footnotes = `<w:footnote w:type="separator" w:id="0">${p("线")}</w:footnote><w:footnote w:id="2">${p(`<w:r><w:footnoteRef/></w:r>${r("不含税")}`)}</w:footnote><w:footnote w:id="3">${p("没有引用")}</w:footnote>`;
    expect(await shown(tbl([900], tr(tc(p(r("12.5") + ref)))), { footnotes })).toEqual([[["12.5"]], "[脚注1] 不含税"]);
  });

  it("gives heading levels of styles, their bases, their names and the paragraph itself", async () => {
    const styles = `<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/></w:style>
      <w:style w:type="paragraph" w:styleId="A"><w:name w:val="公文标题"/><w:basedOn w:val="2"/></w:style>
      <w:style w:type="paragraph" w:styleId="2"><w:name w:val="own"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>
      <w:style w:type="paragraph" w:styleId="L"><w:name w:val="loop"/><w:basedOn w:val="L"/></w:style>`;
    const style = (id: string) => `<w:pStyle w:val="${id}"/>`;
    const body =
      p("一级", style("1")) +
      p("二级", style("A")) +
      p("三级", '<w:outlineLvl w:val="2"/>') +
      p("正文", `${style("1")}<w:outlineLvl w:val="9"/>`) +
      p("环", style("L"));
    expect((await read(body, { styles })).blocks.map((block) => (block as Paragraph).heading)).toEqual([1, 2, 3, undefined, undefined]);
  });

  it("reads strict packages and documents put into documents, and warns of other chunks", async () => {
    expect(await shown(p("严格"), { namespace: "http://purl.oclc.org/ooxml/wordprocessingml/main" })).toEqual(["严格"]);
    const chunks = {
      c1: { name: "word/afchunk1.docx", content: buildDocx(p("内") + tbl([900], tr(tc("9")))) },
      c2: { name: "word/afchunk2.htm", content: strToU8("<p>x</p>") },
    };
    const result = await read(`${p("外")}<w:altChunk r:id="c1"/><w:altChunk r:id="c2"/>`, { chunks });
    expect(shownBlocks(result.blocks)).toEqual(["外", "内", [["9"]]]);
    expect(result.warnings.map(({ code }) => code)).toEqual(["embedded-unread"]);
  });

  it("warns of pictures that may be scans and of embedded objects, not of stamps", async () => {
    const picture = (cx: number, cy: number) =>
      `<w:r><w:drawing><wp:inline><wp:extent cx="${cx}" cy="${cy}"/><a:graphic><a:graphicData><pic:pic/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`;
    expect((await read(p(picture(6_000_000, 8_000_000)))).warnings.map(({ code }) => code)).toEqual(["picture-unread"]);
    expect((await read(p(picture(1_500_000, 1_500_000)))).warnings).toEqual([]);
    const object = '<w:r><w:object><v:shape/><o:OLEObject ProgID="Excel.Sheet.12"/></w:object></w:r>';
    expect((await read(p(object))).warnings).toEqual([{ code: "embedded-unread", message: expect.stringContaining("Excel.Sheet.12") }]);
  });
});

describe("readDocx: numbering", () => {
  const level = (index: number, format: string, text: string, more = "") =>
    `<w:lvl w:ilvl="${index}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/>${more}</w:lvl>`;
  const list = (id: number, ...levels: string[]) => `<w:abstractNum w:abstractNumId="${id}">${levels.join("")}</w:abstractNum>`;
  const num = (id: number, abstract: number, more = "") => `<w:num w:numId="${id}"><w:abstractNumId w:val="${abstract}"/>${more}</w:num>`;
  const item = (text: string, id: number, at = 0) => p(text, `<w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="${id}"/></w:numPr>`);
  const none = '<w:suff w:val="nothing"/>';

  it("writes labels of several levels, restarting the deeper ones", async () => {
    const numbering =
      list(
        0,
        level(0, "chineseCountingThousand", "%1、", none),
        level(1, "chineseCountingThousand", "（%2）", none),
        level(2, "decimal", "%3."),
      ) + num(1, 0);
    const body = item("概况", 1) + item("背景", 1, 1) + item("立项", 1, 2) + item("目标", 1, 1) + item("结论", 1) + item("得分", 1, 1);
    expect(await shown(body, { numbering })).toEqual(["一、概况", "（一）背景", "1. 立项", "（二）目标", "二、结论", "（一）得分"]);
  });

  it("counts uses of one list together, and starts anew where a use says so", async () => {
    const numbering =
      list(0, level(0, "decimal", "%1.", none)) +
      num(1, 0) +
      num(2, 0) +
      num(3, 0, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>');
    expect(await shown(item("a", 1) + item("b", 2) + item("c", 3) + item("d", 3) + item("e", 1), { numbering })).toEqual([
      "1.a",
      "2.b",
      "1.c",
      "2.d",
      "3.e",
    ]);
  });

  it("numbers several levels in one label, in decimal where the law style asks", async () => {
    const numbering =
      list(0, level(0, "chineseCounting", "第%1章"), level(1, "decimal", "%1.%2", "<w:isLgl/>"), level(2, "decimal", "%1.%2.%3")) +
      num(1, 0);
    expect(await shown(item("总则", 1) + item("范围", 1, 1) + item("细目", 1, 2), { numbering })).toEqual([
      "第一章总则",
      "1.1 范围",
      "一.1.1 细目",
    ]);
  });

  it("takes numbering from styles, from the level that names the style, and lets numId 0 take it away", async () => {
    const styles = `<w:style w:type="paragraph" w:styleId="S"><w:name w:val="s"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
      <w:style w:type="paragraph" w:styleId="S2"><w:name w:val="s2"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>`;
    const numbering =
      list(0, level(0, "decimal", "%1)", '<w:pStyle w:val="S"/>'), level(1, "lowerLetter", "%2)", '<w:pStyle w:val="S2"/>')) + num(1, 0);
    const body =
      p("甲", '<w:pStyle w:val="S"/>') +
      p("乙", '<w:pStyle w:val="S2"/>') +
      p("丙", '<w:pStyle w:val="S"/><w:numPr><w:numId w:val="0"/></w:numPr>');
    expect(await shown(body, { styles, numbering })).toEqual(["1) 甲", "a) 乙", "丙"]);
  });

  it("fills a column of nothing but automatic numbers", async () => {
    const numbering = list(0, level(0, "decimal", "%1")) + num(1, 0);
    expect(await shown(tbl([500, 900], tr(tc(item("", 1)), tc("甲")), tr(tc(item("", 1)), tc("乙"))), { numbering })).toEqual([
      [
        ["1", "甲"],
        ["2", "乙"],
      ],
    ]);
  });

  it("does not count paragraphs that were deleted", async () => {
    const numbering = list(0, level(0, "decimal", "%1.", none)) + num(1, 0);
    const deleted = p(
      "<w:del><w:r><w:delText>x</w:delText></w:r></w:del>",
      '<w:numPr><w:numId w:val="1"/></w:numPr><w:rPr><w:del/></w:rPr>',
    );
    expect(await shown(item("a", 1) + deleted + item("b", 1), { numbering })).toEqual(["1.a", "2.b"]);
  });

  it("shows bullets by their font", async () => {
    const numbering =
      list(0, level(0, "bullet", "\uf0fe", '<w:rPr><w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/></w:rPr>')) +
      num(1, 0) +
      list(1, level(0, "bullet", "\uf0b7")) +
      num(2, 1);
    expect(await shown(item("甲", 1) + item("乙", 2), { numbering })).toEqual(["☑甲", "• 乙"]);
  });
});

describe("readDocx: tables", () => {
  const span = (count: number) => `<w:gridSpan w:val="${count}"/>`;
  const down = '<w:vMerge w:val="restart"/>';
  const on = "<w:vMerge/>";

  it("gives cells with spans over rows and columns, each with its place and paragraph", async () => {
    const body =
      p("表") +
      tbl(
        [900, 900, 900],
        tr(tc("产出指标", down), tc("数量", down), tc("≥50个")),
        tr(tc("", on), tc("", on), tc("≥60个")),
        tr(tc("总分", span(2)), tc("100")),
      );
    const [, table] = (await read(body)).blocks as [Paragraph, Table];
    expect(shownBlocks([table])).toEqual([[["产出指标 [2×1]", "数量 [2×1]", "≥50个"], ["≥60个"], ["总分 [1×2]", "100"]]]);
    expect(table.cells[2]).toEqual({
      row: 0,
      column: 2,
      rowSpan: 1,
      colSpan: 1,
      text: "≥50个",
      evidence: [{ table: 0, row: 0, column: 2, line: 4, quote: "≥50个" }],
    });
    expect(uncovered(table)).toEqual([]);
  });

  it("keeps the columns of rows that begin or end short", async () => {
    const row = '<w:tr><w:trPr><w:gridBefore w:val="1"/><w:gridAfter w:val="1"/></w:trPr>';
    const [table] = (await read(tbl([900, 900, 900], tr(tc("a"), tc("b"), tc("c")), `${row}${tc("乙")}</w:tr>`))).blocks as [Table];
    expect(shownBlocks([table])).toEqual([
      [
        ["a", "b", "c"],
        ["", "乙", ""],
      ],
    ]);
  });

  it("merges across by the older hMerge too", async () => {
    const across = (value: string) => `<w:hMerge w:val="${value}"/>`;
    const body = tbl(
      [900, 900, 900],
      tr(tc("合计", across("restart")), tc("", across("continue")), tc("9")),
      tr(tc("a"), tc("b"), tc("c")),
    );
    expect(await shown(body)).toEqual([
      [
        ["合计 [1×2]", "9"],
        ["a", "b", "c"],
      ],
    ]);
  });

  it("takes edges that were dragged apart a little for one, and columns nobody uses for none", async () => {
    const body = tbl([1000, 30, 970, 500], tr(tc("指标"), tc("分值", span(2)), tc("x")), tr(tc("甲", span(2)), tc("10"), tc("y")));
    expect(await shown(body)).toEqual([
      [
        ["指标", "分值", "x"],
        ["甲", "10", "y"],
      ],
    ]);
    expect(await shown(tbl([500, 500, 500], tr(tc("a", span(2)), tc("b")), tr(tc("c", span(2)), tc("d"))))).toEqual([
      [
        ["a", "b"],
        ["c", "d"],
      ],
    ]);
  });

  it("keeps a column however narrow when it holds a cell", async () => {
    expect(await shown(tbl([1000, 20, 980], tr(tc("a"), tc("b"), tc("c")), tr(tc("d", span(3)))))).toEqual([
      [["a", "b", "c"], ["d [1×3]"]],
    ]);
  });

  it("reads rows without spans by their cells' widths", async () => {
    const w = (width: number) => `<w:tcW w:w="${width}" w:type="dxa"/>`;
    const body = tbl(
      [],
      tr(tc("项目名称", w(1000)), tc("村道养护", w(3000))),
      tr(tc("分值", w(1000)), tc("得分", w(1000)), tc("原因", w(2000))),
    );
    expect(await shown(body)).toEqual([
      [
        ["项目名称", "村道养护 [1×2]"],
        ["分值", "得分", "原因"],
      ],
    ]);
  });

  it("leaves out deleted and hidden rows and deleted cells", async () => {
    const row = (property: string, text: string) => `<w:tr><w:trPr>${property}</w:trPr>${tc(text)}</w:tr>`;
    expect(
      await shown(tbl([900], row("<w:del/>", "删"), row("<w:ins/>", "留"), row("<w:hidden/>", "隐"), tr(tc("x", "<w:cellDel/>"), tc("y")))),
    ).toEqual([[["留"], ["y"]]]);
  });

  it("reads rows and cells inside content controls and revisions", async () => {
    const control = (content: string) => `<w:sdt><w:sdtPr/><w:sdtContent>${content}</w:sdtContent></w:sdt>`;
    expect(
      await shown(
        control(tbl([900, 900], control(tr(tc("甲"), control(tc("乙")))), `<w:customXml>${tr(tc("丙"), tc("丁"))}</w:customXml>`)),
      ),
    ).toEqual([
      [
        ["甲", "乙"],
        ["丙", "丁"],
      ],
    ]);
  });

  it("keeps tables that stand in a cell beside its text, numbered after it", async () => {
    const inner = tbl([400, 400], tr(tc("支出"), tc("3.5")));
    const [table, after] = (await read(tbl([900, 900], tr(tc(p("明细") + inner + p("")), tc("备注"))) + tbl([900], tr(tc("末")))))
      .blocks as [Table, Table];
    expect(table.cells[0]!.text).toBe("明细");
    expect(table.cells[0]!.nested?.map((each) => [each.index, ...shownBlocks([each])])).toEqual([[1, [["支出", "3.5"]]]]);
    expect([table.index, after.index]).toEqual([0, 2]);
  });

  it("sees through a table of one column that only frames other blocks", async () => {
    const inner = tbl([400, 400], tr(tc("支出"), tc("3.5")));
    expect(await shown(tbl([900], tr(tc(p("题") + inner + p("注")))))).toEqual(["题", [["支出", "3.5"]], "注"]);
  });

  it("drops what a merged cell's continuation holds, as Word does", async () => {
    expect(await shown(tbl([900, 900], tr(tc("产出", down), tc("1")), tr(tc("产出", on), tc("2"))))).toEqual([
      [["产出 [2×1]", "1"], ["2"]],
    ]);
  });

  it("does not merge a continuation that fits no cell above", async () => {
    const [table] = (await read(tbl([900, 900], tr(tc("甲", down + span(2))), tr(tc("乙", on), tc("丙"))))).blocks as [Table];
    expect(shownBlocks([table])).toEqual([[["甲 [1×2]"], ["乙", "丙"]]]);
    expect(uncovered(table)).toEqual([]);
  });

  it("separates the author's paragraphs in a cell", async () => {
    expect(await shown(tbl([900], tr(tc(p("≥95%") + p("") + p("≤3天")))))).toEqual([[["≥95%\n≤3天"]]]);
  });
});

describe("readDocx: hostile input", () => {
  it("faults containers that are no Word documents", async () => {
    expect(await faultOf(() => readDocx(zipSync({ "a.txt": strToU8("x") }), LIMITS))).toBe("corrupt");
    expect(await faultOf(() => readDocx(zipSync({ "word/document.xml": strToU8("<x/>") }), LIMITS))).toBe("corrupt");
    expect(await faultOf(() => readDocx(strToU8("not a zip"), LIMITS))).toBe("corrupt");
  });

  it("keeps to the limits of cells and nesting", async () => {
    const many = tbl([900, 900], ...Array.from({ length: 60 }, () => tr(tc("1"), tc("2"))));
    expect(await faultOf(() => readDocx(buildDocx(many), { ...LIMITS, cells: 100 }))).toBe("too-large");
    const deep = Array.from({ length: 100 }).reduce<string>((inner) => tbl([900, 900], tr(tc(inner + p("")), tc("x"))), p("底"));
    expect(await faultOf(() => readDocx(buildDocx(deep), LIMITS))).toBe("too-large");
    const wide = tbl([900], tr(...Array.from({ length: 50 }, () => tc("x", span(1000)))));
    expect(await faultOf(() => readDocx(buildDocx(wide), LIMITS))).toBe("too-large");
  });

  it("stops at a document that holds itself", async () => {
    const once = buildDocx(p("层"));
    const wrap = (content: Uint8Array) =>
      buildDocx(`${p("层")}<w:altChunk r:id="c"/>`, { chunks: { c: { name: "word/c.docx", content } } });
    expect(shownBlocks((await readDocx(wrap(wrap(wrap(wrap(wrap(once))))), LIMITS)).extracted.blocks)).toHaveLength(4);
  });

  const span = (count: number) => `<w:gridSpan w:val="${count}"/>`;
  const fragment = fc.letrec<{ any: string; cell: string }>((tie) => ({
    cell: fc
      .tuple(
        fc.constantFrom("", span(2), span(99), "<w:vMerge/>", '<w:vMerge w:val="restart"/>', '<w:hMerge w:val="continue"/>'),
        tie("any"),
      )
      .map(([properties, content]) => tc(content || p(""), properties)),
    any: fc.oneof(
      { maxDepth: 4 },
      fc.constantFrom(
        p("98.5"),
        p(r("x", "<w:vanish/>")),
        p("", "<w:rPr><w:del/></w:rPr>"),
        '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r></w:p>',
        p('<w:r><w:fldChar w:fldCharType="end"/></w:r>'),
      ),
      fc.array(tie("any"), { maxLength: 3 }).map((parts) => parts.join("")),
      fc
        .array(fc.array(tie("cell"), { maxLength: 4 }), { maxLength: 4 })
        .map((rows) => tbl([900, 100, 3], ...rows.map((cells) => tr(...cells)))),
      tie("any").map((inner) => `<w:sdt><w:sdtContent>${inner}</w:sdtContent></w:sdt>`),
      tie("any").map((inner) => p(`<w:r><w:pict><v:textbox><w:txbxContent>${inner}</w:txbxContent></v:textbox></w:pict></w:r>`)),
    ),
  })).any;

  it("covers every grid exactly, however rows and spans are put together", async () => {
    await fc.assert(
      fc.asyncProperty(fragment, async (body) => {
        const tables = (blocks: readonly unknown[]): Table[] =>
          (blocks as (Paragraph | Table)[]).flatMap((block) =>
            block.type === "table" ? [block, ...block.cells.flatMap((cell) => tables(cell.nested ?? []))] : [],
          );
        for (const table of tables((await read(body)).blocks)) expect(uncovered(table)).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });

  it("never throws anything but a Fault on XML that was cut or garbled", async () => {
    const whole = `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${p("一")}${tbl([900, 900], tr(tc("1"), tc("2", span(2))))}</w:body></w:document>`;
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(whole.length - 1), fc.string({ maxLength: 3 })), { maxLength: 5 }),
        fc.nat(whole.length),
        async (changes, cut) => {
          let xml = whole;
          for (const [at, text] of changes) xml = xml.slice(0, at) + text + xml.slice(at + text.length);
          await faultOf(() => readDocx(zipSync({ "word/document.xml": strToU8(xml.slice(0, cut)) }), LIMITS));
          await faultOf(() => readDocx(zipSync({ "word/document.xml": strToU8(xml) }), LIMITS));
        },
      ),
      { numRuns: 400 },
    );
  });
});
