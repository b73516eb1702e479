import { utils, write } from "@e965/xlsx";
import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { LIMITS } from "../../src/core/limits.js";
import { sniff } from "../../src/extract/sniff.js";

const kind = async (bytes: Uint8Array | string) => (await sniff(typeof bytes === "string" ? Buffer.from(bytes) : bytes, LIMITS)).kind;
const code = async (bytes: Uint8Array | string) => {
  try {
    return await kind(bytes);
  } catch (error) {
    return (error as { code: string }).code;
  }
};
const latin1 = (text: string) => Buffer.from(text, "latin1");
const zip = (files: { [name: string]: string }) =>
  zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])));
const types = (main: string) => `<Types><Override PartName="/x" ContentType="application/${main}+xml"/></Types>`;

/** A compound file's directory entry for a stream. */
function entry(name: string, type = 2): Buffer {
  const bytes = Buffer.alloc(128);
  bytes.write(name, "utf16le");
  bytes.writeUInt16LE((name.length + 1) * 2, 64);
  bytes[66] = type;
  return bytes;
}
/** Sectors of 512 bytes; the directory stands in the first. */
const compoundHead = latin1("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".padEnd(512, "\0"));
compoundHead.writeUInt16LE(9, 30);
const compound = (...names: string[]) => Buffer.concat([compoundHead, entry("Root Entry", 5), ...names.map((name) => entry(name))]);

function png(width: number, height: number): Buffer {
  const bytes = latin1(`\x89PNG\r\n\x1a\n\0\0\0\rIHDR${"\0".repeat(20)}`);
  bytes.writeUInt32BE(width, 16);
  bytes.writeUInt32BE(height, 20);
  return bytes;
}

describe("the kind of a file", () => {
  it("is PDF by its header, also behind other bytes", async () => {
    expect(await kind("%PDF-1.7\n%\xe2\xe3")).toBe("pdf");
    expect(await kind("HTTP/1.1 200 OK\r\nServer: x\r\n\r\n%PDF-1.4\n1 0 obj\n<<>>")).toBe("pdf");
    expect(await kind("说明：文件头为 %PDF-1.4 的是 PDF。")).toBe("text");
  });

  it("is an office document by the main part of its zip", async () => {
    const office = "vnd.openxmlformats-officedocument";
    expect(await kind(zip({ "[Content_Types].xml": types(`${office}.wordprocessingml.document.main`), "a/b.xml": "" }))).toBe("docx");
    expect(await kind(zip({ "[Content_Types].xml": types("vnd.ms-word.document.macroEnabled.main"), "a.xml": "" }))).toBe("docx");
    expect(await kind(zip({ "[Content_Types].xml": types(`${office}.spreadsheetml.sheet.main`) }))).toBe("sheet");
    expect(await kind(zip({ mimetype: "application/vnd.oasis.opendocument.spreadsheet" }))).toBe("sheet");
    expect(await kind(zip({ "OFD.xml": "<ofd/>" }))).toBe("ofd");
    expect(await code(zip({ "[Content_Types].xml": types(`${office}.presentationml.presentation.main`) }))).toBe("unsupported-type");
    expect(await code(zip({ "a.txt": "甲" }))).toBe("unsupported-type");
  });

  it("is corrupt for a zip that is cut off", async () => {
    const whole = zip({ "word/document.xml": "甲".repeat(500) });
    expect(await code(whole.subarray(0, whole.length / 2))).toBe("corrupt");
  });

  it("is a Word document or a workbook by the first such stream of its compound file", async () => {
    expect(await kind(compound("WordDocument", "1Table", "Workbook"))).toBe("doc");
    expect(await kind(compound("Workbook"))).toBe("sheet");
    expect(await kind(compound("Book"))).toBe("sheet");
    expect(await code(compound("EncryptedPackage"))).toBe("encrypted");
    expect(await code(compound("PowerPoint Document"))).toBe("unsupported-type");
    expect(await code(compound("1Table", "WordDocum"))).toBe("corrupt");
    expect(await code(compound("VisioDocument"))).toBe("unsupported-type");
    expect(await code(compound("Contents"))).toBe("unsupported-type");
  });

  it("is corrupt where a compound file ends before its directory, or nothing of one stands there", async () => {
    expect(await code(compoundHead)).toBe("corrupt");
    expect(await code(compoundHead.subarray(0, 8))).toBe("corrupt");
    expect(await code(Buffer.concat([compoundHead, Buffer.alloc(1024)]))).toBe("corrupt");
  });

  it("is an image that can hold a page", async () => {
    expect(await kind(png(1654, 2339))).toBe("image");
    expect(await kind(latin1(`\xff\xd8\xff\xe0\0\x04ab\xff\xc0\0\x11\x08\x09\x23\x06\x76${"\0".repeat(20)}`))).toBe("image");
    expect(await kind(latin1("II*\0\x08\0\0\0\x02\0\0\x01\x03\0\x01\0\0\0\x76\x06\0\0\x01\x01\x03\0\x01\0\0\0\x23\x09\0\0"))).toBe("image");
    expect(await code(png(300, 200))).toBe("unsupported-type");
    expect(await code(png(60_000, 60_000))).toBe("too-large");
    expect(await code(latin1("\x89PNG\r\n\x1a\n\0"))).toBe("corrupt");
    expect(await code(latin1(`BM\x36\x10\x0e\0\0\0\0\0\x36\0\0\0\x28\0\0\0\x10\0\0\0\x10\0\0\0${"\0".repeat(40)}`))).toBe(
      "unsupported-type",
    );
  });

  it("is HTML by its own elements, in any encoding, behind a prolog, comments or what a server printed", async () => {
    for (const page of [
      "<!DOCTYPE html><p>甲",
      "\ufeff  <html lang=zh><body>甲",
      '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE html PUBLIC "x"><html><p>甲',
      "<!-- saved --><html>",
      "Warning: x in y.php\n<html><body>甲</body></html>",
      "<table><tr><td>甲</td></tr></table>\n",
      "<div><p>甲</p></div>",
      "<STYLE>p{}</STYLE><meta charset=gbk><p>甲",
    ])
      expect([page, await kind(page)]).toEqual([page, "html"]);
    expect(await kind(Buffer.from("\ufeff<html><p>甲", "utf16le"))).toBe("html");
    expect(await kind(Buffer.concat([Buffer.from("<html><head><meta charset=gb2312></head><p>"), Buffer.from("cfeec4bf", "hex")]))).toBe(
      "html",
    );
  });

  it("is MHTML, SpreadsheetML or RTF by what they begin with; other XML is not read", async () => {
    expect(await kind("MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n--x")).toBe("mhtml");
    expect(
      await kind('From: <Saved by WPS>\r\nSubject: x\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype="text/html"'),
    ).toBe("mhtml");
    expect(
      await kind(
        '<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>',
      ),
    ).toBe("sheet");
    expect(
      await kind(
        '<?xml version="1.0"?><?mso-application progid="Word.Document"?><w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml"/>',
      ),
    ).toBe("word-xml");
    expect(await kind('<?xml version="1.0"?><pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage"/>')).toBe(
      "word-xml",
    );
    expect(await kind("{\\rtf1\\ansi\\ansicpg936 x}")).toBe("rtf");
    expect(await code('<?xml version="1.0"?><invoice/>')).toBe("unsupported-type");
  });

  it("is Markdown by a heading or a ruled table, else text", async () => {
    expect(await kind("# 自评报告\n正文")).toBe("markdown");
    expect(await kind("甲|乙\n---|---\n1|2")).toBe("markdown");
    expect(await kind("<table><tr><td>甲</td></tr></table>\n## 二、资金\n正文")).toBe("markdown");
    expect(await kind("<table><tr><td>甲</td></tr></table>\n正文一行")).toBe("text");
    expect(await kind("# 自评报告\n<html><body><table><tr><td>甲</td></tr></table></body></html>\n")).toBe("markdown");
    expect(await kind("自评报告\n<html><body><table><tr><td>甲</td></tr></table></body></html>\n")).toBe("text");
    expect(await kind("#1机组运行\n一、概况\n-----\n")).toBe("text");
    expect(await kind("得分 9.5")).toBe("text");
  });

  it("is none for no bytes, other formats and noise", async () => {
    expect(await code("")).toBe("empty");
    for (const other of ["\x1f\x8b\x08\0", "Rar!\x1a\x07\0", "\x7fELF\x02", "SQLite format 3\0", "\0\0\0\x18ftypmp42"])
      expect(await code(latin1(other))).toBe("unsupported-type");
    expect(await code(Uint8Array.from({ length: 3000 }, (_, i) => (i * 7919 + ((i * i) % 251)) % 256))).toBe("unsupported-type");
  });

  it("is told for what real writers make", async () => {
    const workbook = utils.book_new();
    utils.book_append_sheet(workbook, utils.aoa_to_sheet([["甲", 1]]), "s");
    for (const bookType of ["xlsx", "xlsb", "xls", "xlml", "ods"] as const)
      expect(await kind(new Uint8Array(write(workbook, { type: "array", bookType }) as ArrayBuffer))).toBe("sheet");
  });
});
