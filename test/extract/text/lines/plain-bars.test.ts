import { describe, expect, it } from "vitest";
import { readText } from "../../../../src/extract/text/read-text.js";
import { shownBlocks } from "../../shown-blocks.js";

function shown(text: string): unknown[] {
  return shownBlocks(readText(new TextEncoder().encode(text)).blocks);
}

const CELLS = ["指标", "目标值", "完成值", "得分", "渠道清淤", "12公里", "", "30", "闸门检修", "", "", "", "水质达标", "98%"];

describe("a bar behind each cell", () => {
  it("is the same whether it is plain, full-width or a tab at the line's end", () => {
    const plain = shown(CELLS.map((cell) => `${cell} |`).join("\n"));
    expect(plain).toContain("|");
    expect(shown(CELLS.map((cell) => `${cell} ｜`).join("\n"))).toEqual(plain);
    expect(shown(CELLS.map((cell) => `${cell} \t`).join("\n"))).toEqual(plain);
  });

  it("fills up rows when it is full-width, too", () => {
    const rows = [
      "项目名称 | 河道清淤 | |||",
      "主管部门 | 某局 | |||",
      "指标 | 目标值 | 完成值 | 分值 | 得分 |",
      "渠道长度 | 12公里 | 12公里 | 50 | 50 |",
    ];
    expect(shown(rows.join("\n").replaceAll("|", "｜"))).toEqual(shown(rows.join("\n")));
  });

  it("is left as wide as it is drawn in a drawn table", () => {
    const drawn = ["┌──┬──┐", "｜指标｜得分｜", "├──┼──┤", "｜产出｜49  ｜", "└──┴──┘"];
    expect(shown(drawn.join("\n"))).toEqual([
      [
        ["指标", "得分"],
        ["产出", "49"],
      ],
    ]);
  });
});
