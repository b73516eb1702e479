import { describe, expect, it } from "vitest";
import { LIMITS } from "../../../src/core/limits.js";
import { readWordXml } from "../../../src/extract/docx/read-docx.js";
import { shownBlocks } from "../shown-blocks.js";

const shown = (xml: string) => shownBlocks(readWordXml(new TextEncoder().encode(xml), LIMITS).blocks);

describe("readWordXml", () => {
  it("reads the XML of Word 2003: merged cells, stored labels, deletions, notes", () => {
    const cell = (text: string, properties = "") => `<w:tc><w:tcPr>${properties}</w:tcPr><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:tc>`;
    const xml = `<?xml version="1.0"?><?mso-application progid="Word.Document"?>
      <w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml" xmlns:wx="http://schemas.microsoft.com/office/word/2003/auxHint"
        xmlns:aml="http://schemas.microsoft.com/aml/2001/core">
      <w:styles><w:style w:type="paragraph" w:default="on" w:styleId="a"><w:name w:val="Normal"/></w:style></w:styles>
      <w:body><wx:sect>
        <w:p><w:pPr><w:listPr><w:ilvl w:val="0"/><w:ilfo w:val="1"/><wx:t wx:val="一、"/></w:listPr></w:pPr><w:r><w:t>概况</w:t></w:r></w:p>
        <w:p><w:r><w:t>预算</w:t></w:r><aml:annotation w:type="Word.Deletion"><aml:content><w:r><w:delText>39</w:delText></w:r></aml:content></aml:annotation>
          <aml:annotation w:type="Word.Insertion"><aml:content><w:r><w:t>41</w:t></w:r></aml:content></aml:annotation>
          <w:r><w:footnote><w:p><w:r><w:t>不含税</w:t></w:r></w:p></w:footnote></w:r><w:r><w:t>万元</w:t></w:r></w:p>
        <w:tbl><w:tblGrid><w:gridCol w:w="900"/><w:gridCol w:w="900"/></w:tblGrid>
          <w:tr>${cell("产出", '<w:vmerge w:val="restart"/>')}${cell("a")}</w:tr><w:tr>${cell("", "<w:vmerge/>")}${cell("b")}</w:tr></w:tbl>
      </wx:sect></w:body></w:wordDocument>`;
    expect(shown(xml)).toEqual(["一、概况", "预算41万元", [["产出 [2×1]", "a"], ["b"]], "[脚注1] 不含税"]);
  });

  it("reads a package that is one file", () => {
    const part = (name: string, content: string) =>
      `<pkg:part pkg:name="/word/${name}.xml"><pkg:xmlData>${content}</pkg:xmlData></pkg:part>`;
    const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
    const numbering = `<w:numbering ${w}><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`;
    const body = `<w:document ${w}><w:body><w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>甲</w:t></w:r></w:p></w:body></w:document>`;
    expect(
      shown(
        `<pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage">${part("document", body)}${part("numbering", numbering)}</pkg:package>`,
      ),
    ).toEqual(["1. 甲"]);
  });
});
