import { describe, expect, it } from "vitest";
import { LIMITS } from "../../../src/core/limits.js";
import { readMhtml } from "../../../src/extract/html/read-mhtml.js";
import { shownBlocks } from "../shown-blocks.js";

function message(encoding: string, charset: string, body: string): Uint8Array {
  return Buffer.from(
    [
      "MIME-Version: 1.0",
      'Content-Type: multipart/related;\r\n\tboundary="----=_Part_1"',
      "",
      "A note for readers that know no MIME.",
      "------=_Part_1",
      "Content-Location: file:///C:/a.htm",
      `Content-Transfer-Encoding: ${encoding}`,
      `Content-Type: text/html; charset="${charset}"`,
      "",
      body,
      "",
      "------=_Part_1",
      "Content-Type: text/html",
      "",
      "<p>page header</p>",
      "------=_Part_1--",
      "",
    ].join("\r\n"),
    "latin1",
  );
}

describe("a page saved in one file", () => {
  it("says that it is cut off, in its table or behind it", async () => {
    const whole = message("8bit", "utf-8", `<p>a</p><table><tr><td>b</td><td>c</td></tr></table>${"<p>d</p>".repeat(9)}`);
    const codes = async (length: number) =>
      (await readMhtml(whole.subarray(0, length), { limits: LIMITS })).warnings.map(({ code }) => code);
    const at = (text: string) => Buffer.from(whole).indexOf(text);
    expect(await codes(whole.length)).toEqual([]);
    expect(await codes(at("</td>"))).toEqual(["cut-off"]);
    expect(await codes(at("<p>d"))).toEqual(["cut-off"]);
  });

  it("is read from its quoted-printable part in its own encoding", async () => {
    const body = "<html><body><p class=3DMsoNormal>=CF=EE=\r\n=C4=BF=3D8</p></body></html>";
    const { blocks } = await readMhtml(message("quoted-printable", "gb2312", body), { limits: LIMITS });
    expect(shownBlocks(blocks)).toEqual(["项目=8"]);
  });

  it("is read from base64", async () => {
    const body = Buffer.from("<p>得分90</p>").toString("base64");
    const { blocks } = await readMhtml(message("base64", "utf-8", body), { limits: LIMITS });
    expect(shownBlocks(blocks)).toEqual(["得分90"]);
  });

  it("faults without a page in it", async () => {
    const bytes = Buffer.from("MIME-Version: 1.0\r\nContent-Type: text/plain\r\n\r\nx");
    await expect(readMhtml(bytes, { limits: LIMITS })).rejects.toMatchObject({ code: "corrupt" });
  });

  it("faults on parts nested without end", async () => {
    const nested = Array.from({ length: 300 }, (_, i) => i + 1000)
      .map((i) => `Content-Type: multipart/mixed; boundary=b${i}\r\n\r\n--b${i}\r\n`)
      .join("");
    await expect(readMhtml(Buffer.from(nested), { limits: LIMITS })).rejects.toMatchObject({ code: "too-large" });
  });
});
