import { describe, expect, it } from "vitest";
import { withoutGluedForm } from "../../../../src/normalize/flattened/glued/glued-form.js";

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

  it("may begin with any label, and goes on to what follows a form", () => {
    const partsOf = (line: string) => withoutGluedForm(line).trim().split(/\s+/u);
    expect(partsOf("2022年度部门整体绩效自评表部门名称某县水务局年度预算（万元）预算数执行数")).toEqual([
      "2022年度部门整体绩效自评表",
      "部门名称",
      "某县水务局",
      "年度预算（万元）预算数执行数",
    ]);
    expect(
      partsOf("（2022年度）专项名称农机补贴中央主管部门某部地方主管部门某县农业局资金使用单位某县农机站项目资金（万元）全年预算数"),
    ).toEqual([
      "（2022年度）",
      ...["专项名称", "农机补贴", "中央主管部门", "某部", "地方主管部门", "某县农业局", "资金使用单位", "某县农机站"],
      "项目资金（万元）全年预算数",
    ]);
    expect(partsOf("（2021年度）项目名称油茶种植补助项目项目负责人及电话某甲主管部门某县林业局一级指标二级指标")).toEqual([
      "（2021年度）",
      ...["项目名称", "油茶种植补助项目", "项目负责人及电话", "某甲", "主管部门", "某县林业局"],
      "一级指标二级指标",
    ]);
  });

  it("parts the whole label from the office before it", () => {
    const words = withoutGluedForm("项目名称农机补贴主管部门某县农业局项目实施单位某县农机站部门预算资金（万元）年初预算数")
      .trim()
      .split(/\s+/u);
    expect(words).toEqual([
      ...["项目名称", "农机补贴", "主管部门", "某县农业局", "项目实施单位", "某县农机站"],
      "部门预算资金（万元）年初预算数",
    ]);
  });

  it("is no sentence that names them", () => {
    for (const line of ["项目名称由主管部门和实施单位确定，项目资金（万元）据实填报", "该项目资金总额715万元", "项目名称养老补贴"])
      expect(withoutGluedForm(line)).toBe(line);
  });
});
