import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import type { Evidence } from "../../src/core/evidence.js";
import type { Record as ReportRecord } from "../../src/core/record.js";
import { ZipingProcess } from "../service/processes.js";
import { unreadable } from "../service/reports.js";
import { BROWSER, Browser } from "./browser.js";

const folder = mkdtempSync(join(tmpdir(), "ziping-review-"));
const fixtures = join(import.meta.dirname, "..", "..", "fixtures");
const ATTACK = "<img src=x onerror=\"document.title='owned'\">";
const escaped = ATTACK.replaceAll("<", "&lt;").replaceAll(">", "&gt;");

/** A report whose names are markup and script, and in which each of `count` rows gives itself full marks for a target that was missed. */
function hostile(count: number): string {
  const cells = (texts: readonly (string | number)[]) => `<tr>${texts.map((text) => `<td>${text}</td>`).join("")}</tr>`;
  const row = (_: unknown, i: number) => cells(["产出指标", "数量指标", `${escaped}第${i + 1}段`, "≥100公里", "80公里", 1, 1, ""]);
  const head = cells(["一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分", "偏差原因"]);
  const named = `<tr><td>项目名称</td><td colspan="7">${escaped}</td></tr>`;
  return `<meta charset="utf-8"><h1>2021年度项目支出绩效自评表</h1><table border="1">${named}${head}${Array.from({ length: count }, row).join("")}</table>`;
}

const LETTER = "关于召开座谈会的通知\n\n各科室：定于下周三下午在三楼会议室召开座谈会，请准时参加。\n";
const documents = {
  paged: join(fixtures, "layouts", "hndept-2.pdf"),
  drawn: join(fixtures, "holdout", "h17.ofd"),
  workbook: join(fixtures, "layouts", "he20-1.xlsx"),
  text: join(fixtures, "layouts", "hb20-2.txt"),
  mended: join(fixtures, "holdout", "h118.txt"),
  doubtful: join(fixtures, "holdout", "h291.txt"),
  several: join(fixtures, "holdout", "h03.xlsx"),
  letter: join(folder, "letter.txt"),
  hostile: join(folder, "hostile.html"),
};
const hashOf = (path: string) => createHash("sha256").update(readFileSync(path)).digest("hex");

describe.skipIf(BROWSER === undefined)("the review page in a browser", () => {
  let server: ZipingProcess;
  let base = "";
  let link = "";
  let token = "";
  let browser: Browser;

  const ask = async (path: string, init: RequestInit = {}) =>
    (await fetch(`${base}${path}`, { ...init, headers: { authorization: `Bearer ${token}` } })).text();
  const upload = async (path: string) => {
    const body = new FormData();
    body.append("file", new Blob([readFileSync(path)]), path.split("/").at(-1));
    const { documents: receipts } = JSON.parse(await ask("/v1/documents", { method: "POST", body }));
    expect(await ask(`/v1/jobs/${receipts[0].job}/events`)).toMatch("event: done");
  };
  /** Opens a place of the page with a valid token. */
  const open = (place: string) => browser.goTo(`${link}${place}`);
  /** Boxes lie where the evidence says, over what is printed there, and the first is seen. */
  const expectBoxes = async ({ source }: ReportRecord, evidence: readonly Evidence[]) => {
    const page = source.pages!.find((one) => one.page === evidence[0]!.page)!;
    const drawn: Drawn[] = await browser.evaluate(DRAWN);
    expect(drawn).toHaveLength(evidence.length);
    for (const [i, { box, ink }] of drawn.entries()) {
      // The box is drawn two points around what it marks.
      const [x0, y0, x1, y1] = evidence[i]!.bbox!;
      const inPoints = box.map((share, side) => share * (side % 2 === 0 ? page.width : page.height));
      for (const [side, expected] of [x0 - 2, y0 - 2, x1 + 2, y1 + 2].entries())
        expect(Math.abs(inPoints[side]! - expected)).toBeLessThan(0.6);
      expect(ink).toBeGreaterThan(0.01);
    }
    await browser.until(IS_SEEN);
  };
  const recordOf = async (path: string): Promise<ReportRecord> => JSON.parse(await ask(`/v1/documents/${hashOf(path)}`)).records[0];

  beforeAll(async () => {
    writeFileSync(documents.hostile, hostile(60));
    writeFileSync(documents.letter, LETTER);
    const environment = { ZIPING_DATA: join(folder, "data"), ZIPING_PORT: "0", ZIPING_WORKERS: "1", TMPDIR: folder };
    server = new ZipingProcess(inject("dist"), ["serve"], environment);
    [, link] = (await server.says(/review the findings at (\S+)\n/)) as unknown as [string, string];
    [base, token] = link.split("/#token=") as [string, string];
    browser = await Browser.open("zh-CN");
    await browser.resize(1280, 900);
    for (const path of Object.values(documents)) await upload(path);
  });

  afterAll(async () => {
    await browser?.close();
    await server?.end("SIGTERM");
    rmSync(folder, { recursive: true, force: true });
  });

  it("asks for the token, says when it is refused, and takes it from a link without leaving it in the address", async () => {
    await browser.goTo(`${base}/`);
    await browser.until(`document.querySelector("label[for=token]") !== null`);
    await browser.evaluate(`document.getElementById("token").focus(); document.getElementById("token").value = "zp_wrong"`);
    await browser.press("Enter");
    expect(await browser.text("[role=alert]")).toMatch("令牌未被接受");
    expect(browser.complaints.splice(0)).toEqual([expect.stringContaining("401")]);
    await browser.goTo(link);
    expect(await browser.text("main h1")).toBe("先看什么");
    expect(await browser.evaluate("location.href")).toBe(`${base}/#/`);
    expect(await browser.evaluate("[localStorage.length, document.cookie, sessionStorage.getItem('ziping.token')]")).toEqual([
      0,
      "",
      token,
    ]);
  });

  it("lists the gravest findings first, a page at a time", async () => {
    await open("/");
    await browser.until(`document.querySelectorAll(".findings > li").length === 50`);
    expect(await browser.evaluate(`document.querySelector(".findings > li").className`)).toBe("finding error");
    const { rows } = JSON.parse(await ask("/v1/findings?limit=1000"));
    for (let shown = 50; shown < rows.length; shown += 50) {
      await browser.click(".list button");
      await browser.until(`document.querySelectorAll(".findings > li").length === ${Math.min(rows.length, shown + 50)}`);
    }
    const severities: string[] = await browser.evaluate(
      `[...document.querySelectorAll(".findings > li")].map((li) => li.className.split(" ")[1])`,
    );
    expect(severities).toEqual([...severities].sort((a, b) => RANKS.indexOf(a) - RANKS.indexOf(b)));
    expect(await browser.evaluate(`document.querySelector(".list button").hidden`)).toBe(true);
  });

  it("filters, and keeps what was chosen in its address", async () => {
    await open("/");
    await browser.choose("#severity", "warning");
    await browser.until(`document.querySelector(".findings > li")?.className === "finding warning"`);
    expect(await browser.evaluate(`[...document.querySelectorAll(".findings > li:not(.warning)")].length`)).toBe(0);
    await browser.fill("#unit", "岚溪县不动产登记中心");
    await browser.choose("#year", "2023");
    await browser.choose("#rule", "indicator/deviation-unexplained");
    await browser.until(`document.querySelectorAll(".findings > li").length === 1`);
    expect(await browser.evaluate("location.hash")).toMatch(/severity=warning.*rule=indicator/);
    await open("/?cause=extraction");
    await browser.until(`document.querySelector(".findings > li")?.classList.contains("doubtful")`);
    expect(await browser.text("main .about")).toMatch("列出的是疑问，不是矛盾");
    expect(await browser.text(".findings .question")).toMatch("识读存疑，不是矛盾");
  });

  it("opens a report at its finding, beside the row that it concerns, with the box over the figure on the page", async () => {
    await open(`/?rule=funds/execution-score-mismatch&unit=${encodeURIComponent("岚溪县不动产登记中心")}`);
    await browser.click(".findings a");
    await browser.until(`document.querySelector(".box.chosen") !== null`);
    const record = await recordOf(documents.paged);
    const index = record.findings.findIndex(({ rule }) => rule === "funds/execution-score-mismatch");
    const card = `document.getElementById("finding-${index + 1}")`;
    await browser.until(`document.activeElement === ${card}`);
    expect(await browser.evaluate(`${card}.closest("tr").previousElementSibling.querySelector("th").innerText`)).toBe("年度资金总额");
    expect(await browser.evaluate(`${card}.innerText`)).toMatch(/填报 10\s+复算 9.35/);
    await expectBoxes(record, record.findings[index]!.evidence);
  });

  it("draws the page of an OFD, with the box over the figure", async () => {
    const record = await recordOf(documents.drawn);
    await open(`/report/${hashOf(documents.drawn)}/1?finding=1`);
    await browser.until(`document.querySelector(".box.chosen") !== null`);
    await expectBoxes(record, record.findings[0]!.evidence);
  });

  it("shows the place that is asked for by keyboard, scrolled to", async () => {
    await open(`/report/${hashOf(documents.paged)}/1`);
    await browser.resize(1280, 500);
    await browser.until(`document.querySelector(".page canvas") !== null`);
    await browser.click(".turn button:last-child");
    await browser.evaluate(`[...document.querySelectorAll("tbody th button")].find((one) => one.innerText === "办事群众满意度").focus()`);
    await browser.press("Enter");
    await browser.until(`document.querySelector(".box.chosen")?.title === "办事群众满意度"`);
    await browser.until(IS_SEEN);
    await browser.resize(1280, 900);
  });

  it("shows the cell of a workbook, scrolled to, and the words of a text", async () => {
    await browser.resize(1280, 400);
    await open(`/report/${hashOf(documents.workbook)}/1?finding=1`);
    expect(await browser.text("td.chosen")).toBe("98.90");
    await browser.until(IS_SEEN);
    await browser.resize(1280, 900);
    await open(`/report/${hashOf(documents.text)}/1?finding=1`);
    expect(await browser.text("mark.chosen")).toBe("97.2分");
    expect(await browser.text("blockquote")).toMatch("自评得分为97.2分");
  });

  it("tells repairs and doubtful readings as such", async () => {
    await open(`/report/${hashOf(documents.mended)}/1`);
    expect(await browser.text(".notes .reading")).toMatch(/^识读(修正|存疑)/);
    const { repairs } = await recordOf(documents.mended);
    const told: string = await browser.evaluate("document.body.innerText");
    for (const { before, after } of repairs) expect(told).toContain(`识读修正：“${before}”读作“${after}”`);
    expect(await browser.evaluate(`document.querySelectorAll("mark.doubt").length`)).toBeGreaterThan(0);
    await open(`/report/${hashOf(documents.doubtful)}/1`);
    expect(await browser.text(".reading")).toBe("识读存疑：按没有框线的文本重建，没有合计可以印证");
  });

  it("says of a document that it is no report, and gives the file as it came", async () => {
    await open(`/report/${hashOf(documents.letter)}/1`);
    expect(await browser.text("main .problem")).toBe("这不是绩效自评报告。");
    expect(await browser.download("dl.head button")).toEqual({ name: basename(documents.letter), text: LETTER });
  });

  it("shows what a document says as text, whatever it is", async () => {
    await open(`/report/${hashOf(documents.hostile)}/1`);
    await browser.until(`document.querySelector("td.chosen, mark.chosen") !== null`);
    expect(await browser.text("dl.head dd")).toBe(ATTACK);
    expect(await browser.evaluate("[document.images.length, document.scripts.length, document.title.includes('owned')]")).toEqual([
      0,
      1,
      false,
    ]);
    expect(browser.complaints).toEqual([]);
    // Nor could the page's own script make markup of a text by mistake.
    expect(await browser.evaluate("(() => { try { document.body.innerHTML = '<b>'; } catch (error) { return error.name; } })()")).toBe(
      "TypeError",
    );
    browser.complaints.length = 0;
  });

  it("takes files, follows them, and leads to the report, or says why there is none", async () => {
    const junk = unreadable(2);
    writeFileSync(join(folder, junk.name), junk.bytes);
    await open("/upload");
    await browser.giveFiles("#files", [join(fixtures, "reports", "library-books-2024.docx"), join(folder, junk.name)]);
    expect(await browser.text(".uploads .problem")).toMatch(/未能读取.*格式不支持.*处理办法: 请转换为/s);
    await browser.click(".uploads a");
    expect(await browser.text("main h1")).toBe("2024年度公共图书馆图书购置项目支出绩效自评表");
    await open(`/reports?text=${encodeURIComponent("公共图书馆")}`);
    expect(await browser.text("tbody th a")).toBe("公共图书馆图书购置");
  });

  it("leads from one report of a file to the others", async () => {
    await open(`/report/${hashOf(documents.several)}/1`);
    await browser.click("nav.about a:nth-of-type(2)");
    await browser.until(`document.querySelector("nav.about [aria-current]")?.innerText === "2"`);
    const second = JSON.parse(await ask(`/v1/documents/${hashOf(documents.several)}`)).records[1] as ReportRecord;
    expect(await browser.text("main h1")).toBe(second.report.title);
  });

  it("keeps what was uploaded in sight, and asks for the token anew when it is no longer accepted", async () => {
    await open("/upload");
    await browser.giveFiles("#files", [documents.text]);
    await browser.until(`document.querySelector(".uploads a") !== null`);
    await browser.evaluate(`location.hash = "#/reports"`);
    await browser.until(`document.querySelector("tbody tr") !== null`);
    await browser.evaluate(`location.hash = "#/upload"`);
    expect(await browser.text(".uploads b")).toBe("hb20-2.txt");
    await browser.evaluate(`sessionStorage.setItem("ziping.token", "zp_revoked"); location.hash = "#/"`);
    expect(await browser.text("[role=alert]")).toMatch("令牌未被接受");
    expect(browser.complaints.splice(0).every((one) => one.includes("401"))).toBe(true);
  });

  it("speaks English where it is asked to", async () => {
    await open("/");
    await browser.click(".tools button");
    await browser.until(`document.documentElement.lang === "en"`);
    expect(await browser.text("main h1")).toBe("What to look at first");
    expect(await browser.text(".findings .message")).toMatch("rounding does not explain it");
    await browser.click(".tools button");
    await browser.until(`document.documentElement.lang === "zh-CN"`);
  });

  it.each([
    ["/", ".findings > li"],
    ["/reports", "tbody tr"],
    ["/upload", "#files"],
    [`/report/${"paged"}`, ".box"],
  ])("names every control of %s and fits a telephone", async (place, sign) => {
    await open(place.replace("paged", `${hashOf(documents.paged)}/1`));
    await browser.until(`document.querySelector(${JSON.stringify(sign)}) !== null`);
    await browser.resize(400, 850);
    expect(await browser.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")).toBe(true);
    await browser.resize(1280, 900);
    expect(await browser.evaluate(UNNAMED)).toEqual([]);
    await browser.evaluate("document.activeElement.blur()");
    await browser.press("Tab");
    expect(await browser.evaluate("document.activeElement.className")).toBe("skip");
    await browser.press("Enter");
    expect(await browser.evaluate("document.activeElement.id")).toBe("content");
  });

  it("has complained of nothing on the way", () => {
    expect(browser.complaints).toEqual([]);
  });
});

const RANKS = ["error", "warning", "info"];

interface Drawn {
  /** x0, y0, x1, y1 as shares of the page. */
  readonly box: readonly number[];
  /** Share of dark pixels within. */
  readonly ink: number;
}

const DRAWN = `(() => {
  const canvas = document.querySelector(".page canvas");
  const page = canvas.getBoundingClientRect();
  return [...document.querySelectorAll(".box")].map((one) => {
    const box = one.getBoundingClientRect();
    const shares = [(box.left - page.left) / page.width, (box.top - page.top) / page.height, (box.right - page.left) / page.width, (box.bottom - page.top) / page.height];
    const [x0, y0, x1, y1] = shares.map((share, i) => Math.round(share * (i % 2 === 0 ? canvas.width : canvas.height)));
    const { data } = canvas.getContext("2d").getImageData(x0, y0, x1 - x0, y1 - y0);
    return { box: shares, ink: data.filter((value, i) => i % 4 === 0 && value < 128).length / (data.length / 4) };
  });
})()`;

/** Whether the chosen box lies within what is seen of its frame. */
const IS_SEEN = `(() => {
  const [box, frame] = [".frame .chosen", ".frame"].map((name) => document.querySelector(name).getBoundingClientRect());
  return box.top >= frame.top && box.bottom <= frame.bottom && box.left >= frame.left && box.right <= frame.right;
})()`;

/** Controls that a reader who sees nothing is not told the name of, and tables without heads. */
const UNNAMED = `[
  ...[...document.querySelectorAll("input, select")].filter((one) => one.labels.length === 0),
  ...[...document.querySelectorAll("button, a")].filter((one) => one.innerText.trim() === "" && !one.hidden && !one.classList.contains("skip")),
  ...[...document.querySelectorAll("main table:not(.grid)")].filter((one) => one.querySelectorAll("th[scope=col]").length === 0),
].map((one) => one.outerHTML)`;
