import { describe, expect, it } from "vitest";
import { withoutGluedForm } from "../../../src/normalize/flattened/glued-form.js";

describe("a form whose labels and values ran together", () => {
  it("has blanks around its labels, and before the label of its money's row", () => {
    const words = withoutGluedForm(
      "（2020年度）项目名称养老补贴主管部门某县民政局实施单位某县指导中心项目资金（万元）年初预算数全年执行数得分年度资金总额715.00664.959.3",
    );
    expect(words.split(/\s+/u)).toEqual([
      "（2020年度）",
      "项目名称",
      "养老补贴",
      "主管部门",
      "某县民政局",
      "实施单位",
      "某县指导中心",
      "项目资金（万元）年初预算数全年执行数得分",
      "年度资金总额715.00664.959.3",
    ]);
  });

  it("is no sentence that names them", () => {
    for (const line of ["项目名称由主管部门和实施单位确定，项目资金（万元）据实填报", "该项目资金总额715万元", "项目名称养老补贴"])
      expect(withoutGluedForm(line)).toBe(line);
  });
});
