import { describe, expect, it } from "vitest";
import { markdownLine } from "../../../src/extract/markdown/markdown-line.js";

describe("a line of Markdown", () => {
  it("is a heading with its level, its closing marks dropped", () => {
    expect(markdownLine("## 二、资金情况 ##")).toEqual({ text: "二、资金情况", heading: 2 });
    expect(markdownLine("#1机组")).toEqual({ text: "#1机组" });
  });

  it("says nothing when it is a fence or a rule", () => {
    for (const line of ["```", "```markdown", "~~~", "---", "* * *", "====", "___"])
      expect([line, markdownLine(line)]).toEqual([line, undefined]);
  });

  it("loses emphasis, links, pictures and code marks", () => {
    expect(markdownLine("**总分**：*98* 分，见[附件](a.pdf)![图](b.png)`表1`")).toEqual({ text: "总分：98 分，见附件表1" });
    expect(markdownLine("__合计__")).toEqual({ text: "合计" });
  });

  it("keeps stars and tildes that are arithmetic", () => {
    for (const line of ["得分=权重*B/A，反向得分=权重*A/B", "60~80分，80~100分", "2*3*4=24", "5 * 6 * 7"])
      expect(markdownLine(line)).toEqual({ text: line });
  });

  it("loses bullets and quotes, keeps numbers, shows ticks", () => {
    expect(markdownLine("- 加快支付")).toEqual({ text: "加快支付", bullet: true });
    expect(markdownLine("> 说明")).toEqual({ text: "说明" });
    expect(markdownLine("1. 加快支付")).toEqual({ text: "1. 加快支付" });
    expect(markdownLine("- [x] 长期")).toEqual({ text: "☑ 长期", bullet: true });
    expect(markdownLine("- [ ] 长期")).toEqual({ text: "☐ 长期", bullet: true });
    expect(markdownLine("-5.2")).toEqual({ text: "-5.2" });
  });

  it("keeps a sign of comparison before a quantity", () => {
    for (const line of [">=115套", "> 95%", ">= 98"]) expect(markdownLine(line)).toEqual({ text: line });
    expect(markdownLine("> 2023年度共完成12项")).toEqual({ text: "2023年度共完成12项" });
  });

  it("loses the backslash before a sign", () => {
    expect(markdownLine("1\\. 得分\\*2 \\# \\~")).toEqual({ text: "1. 得分*2 # ~" });
  });
});
