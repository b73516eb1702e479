import { expect, it } from "vitest";
import { withoutSlips } from "../../../../src/normalize/lexicon/writing/recognition-slips.js";

it.each([
  ["项日支出", "项目支出"],
  ["绩效日标", "绩效目标"],
  ["单位（万兀）", "单位（万元）"],
  ["时效指桥", "时效指标"],
  ["绩效白评", "绩效自评"],
  ["续效评价", "绩效评价"],
  ["≥7.2方人", "≥7.2万人"],
  ["3方平方米", "3万平方米"],
  ["质最指标", "质量指标"],
  ["推退至下年", "推迟至下年"],
  ["2019年8月26H前", "2019年8月26日前"],
])("%s is %s", (garbled, meant) => expect(withoutSlips(garbled)).toBe(meant));

it.each([
  "可持续效益指标",
  "持续效应",
  "项目评审完成率",
  "某项目评价报告",
  "各项日常工作",
  "专项日均接待",
  "工作日标准",
  "节假日标识",
  "每日标准",
  "项目桥梁维修",
  "万无一失",
  "立方元素",
  "对方人员",
  "地方户籍",
  "得份额",
  "有效盖章",
  "数最多的地区",
  "3月12H2批次",
])("%s is a word, and stays", (text) => expect(withoutSlips(text)).toBe(text));
