// Self-evaluation reports of invented places, from a seed: the same seed gives the same reports.

/** A generator of numbers in [0, 1) (mulberry32). */
export function randomFrom(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

const PLACES = ["青泽县", "云溪县", "石桥区", "柳湾市", "竹岭县", "沙洲区"];
const WORKS = ["步道管护", "渠道清淤", "乡村公路养护", "图书馆开放", "饮水安全监测", "渡口设施更新", "公厕改造", "护林防火"];
const OFFICES = ["水务站", "交通所", "文化中心", "林业站", "环卫所"];
const LEVELS = [
  ["产出指标", "数量指标"],
  ["产出指标", "质量指标"],
  ["产出指标", "时效指标"],
  ["效益指标", "社会效益指标"],
  ["效益指标", "可持续影响指标"],
];
const NAMES = ["完成里程", "更换设施数量", "验收合格率", "按期完成率", "受益人数", "巡查次数", "培训场次", "群众满意率"];
const REASONS = ["无", "汛期推迟施工，已安排下一季度补做", "设备到货较晚，实际数量少于计划"];
export const HEAD = ["一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分", "偏差原因分析及改进措施"];

/** One report with `count` indicators, whose weights make 90 with the execution's 10. Every fifth row falls short; every seventh report says a wrong total. */
export function makeReport(seed, count) {
  const random = randomFrom(seed);
  const pick = (list) => list[Math.floor(random() * list.length)];
  const place = pick(PLACES);
  const work = pick(WORKS);
  const year = 2020 + Math.floor(random() * 5);
  const budget = 50 + Math.floor(random() * 900);
  const rate = 80 + Math.floor(random() * 21);
  const weight = Math.floor((90 / count) * 100) / 100;
  const rows = Array.from({ length: count }, (_, i) => {
    const [level1, level2] = LEVELS[Math.floor((i * LEVELS.length) / count)];
    const own = i === count - 1 ? 90 - weight * (count - 1) : weight;
    const target = 10 + Math.floor(random() * 500);
    const short = i % 5 === 4;
    const actual = short ? Math.floor(target * 0.9) : target + Math.floor(random() * 5);
    const score = short ? own * 0.9 : own;
    return [
      level1,
      level2,
      `${NAMES[i % NAMES.length]}${count > NAMES.length ? i + 1 : ""}`,
      `≥${target}`,
      `${actual}`,
      own.toFixed(2),
      score.toFixed(2),
      short ? REASONS[1 + (i % 2)] : REASONS[0],
    ];
  });
  const earned = rows.reduce((sum, row) => sum + Number(row[6]), rate / 10) + (seed % 7 === 0 ? 3 : 0);
  const executed = ((budget * rate) / 100).toFixed(2);
  const fund = ["年度资金总额", `${budget}.00`, `${budget}.00`, executed, "10", `${rate}%`, (rate / 10).toFixed(2)];
  return {
    seed,
    title: `${year}年度${place}${work}项目支出绩效自评表`,
    project: `${work}第${seed}号`,
    department: `${place}财政所`,
    unit: `${place}${pick(OFFICES)}`,
    fund,
    rows,
    total: earned.toFixed(2),
  };
}

const FUND_HEAD = ["项目资金（万元）", "年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分"];

/** The report as rows of [text, columns] over eight columns. */
export function formRows({ project, department, unit, fund, rows, total }) {
  const one = (text) => [text, 1];
  return [
    [one("项目名称"), [project, 7]],
    [one("主管部门"), [department, 3], one("实施单位"), [unit, 3]],
    [...FUND_HEAD.slice(0, 6).map(one), [FUND_HEAD[6], 2]],
    [...fund.slice(0, 6).map(one), [fund[6], 2]],
    HEAD.map(one),
    ...rows.map((row) => row.map(one)),
    [["总分", 5], one("100"), one(total), one("")],
  ];
}
