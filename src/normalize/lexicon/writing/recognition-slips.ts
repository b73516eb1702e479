/**
 * Words of this field as recognition (OCR) often garbles them, with what was meant. Both sides have the same length, so that offsets stay.
 * Only words that mean nothing else when garbled are listed; where they are parts of other words (项目评审, 持续效益), with the characters before and
 * behind which they are. Sources: published reports that were recognised,
 * and the shape of the characters (目/日/曰, 标/桥/杯, 度/庋, 成/戍, 政/玫, 况/兄/洗, 量/最, 提/捉, 迟/退, 日/H, 算/箅/箕).
 */
const RECOGNITION_SLIPS: readonly (readonly [garbled: string, meant: string, before?: string, behind?: string])[] = [
  ["项日产出", "项目产出", "单各每"],
  ["项日", "项目", "", "常均期内间前后程夜渐报清产志复记用托照历本元"],
  ["项曰", "项目"],
  ["顼目", "项目"],
  ["顼日", "项目"],
  ["指桥", "指标"],
  ["指杯", "指标"],
  ["指栎", "指标"],
  ["指栋", "指标"],
  ["拾标", "指标"],
  ["目桥", "目标", "项科题栏条类名数节账细", "梁涵面墩"],
  ["日标", "目标", "每作假节当平工次生即往今昨明末整半休晴雨", "准识记志牌杆语"],
  ["曰标", "目标"],
  ["工作目", "工作日", "", "标的录前光"],
  ["情兄", "情况"],
  ["情洗", "情况"],
  ["满意庋", "满意度"],
  ["满意虔", "满意度"],
  ["年庋", "年度"],
  ["年虔", "年度"],
  ["完戍", "完成"],
  ["完咸", "完成"],
  ["完威", "完成"],
  ["达戍", "达成"],
  ["戍本", "成本"],
  ["咸本", "成本"],
  ["财玫", "财政"],
  ["财攻", "财政"],
  ["预匏", "预算"],
  ["预箅", "预算"],
  ["预筧", "预算"],
  ["预箕", "预算"],
  ["决箕", "决算"],
  ["万兀", "万元"],
  ["万无", "万元", "", "一"],
  ["方元", "万元", "平立对多各双地西东南北一", "素件旦"],
  ["方人", "万人", "\\p{Script=Han}"],
  ["方户", "万户", "\\p{Script=Han}"],
  ["方吨", "万吨", "\\p{Script=Han}"],
  ["方亩", "万亩", "\\p{Script=Han}"],
  ["方株", "万株", "\\p{Script=Han}"],
  ["方辆", "万辆", "\\p{Script=Han}"],
  ["方平方", "万平方", "\\p{Script=Han}"],
  ["方立方", "万立方", "\\p{Script=Han}"],
  ["绩郊", "绩效"],
  ["续效", "绩效", "持连延接后陆存继手"],
  ["缋效", "绩效"],
  ["白评", "自评", "明表坦空"],
  ["目评", "自评", "项科题栏条类名数书节账细盲"],
  ["自坪", "自评"],
  ["坪价", "评价", "地草停车"],
  ["得芬", "得分"],
  ["得份", "得分", "", "额子"],
  ["效盖", "效益", "", "章板住房度"],
  ["郊益", "效益"],
  ["吝项", "各项"],
  ["执行牢", "执行率"],
  ["完成牢", "完成率"],
  ["支出牢", "支出率"],
  ["质最", "质量", "", "优好高佳低差"],
  ["数最", "数量", "", "多大高少小低"],
  ["捉升", "提升"],
  ["推退", "推迟"],
];

const MEANT = new Map(RECOGNITION_SLIPS.map(([garbled, meant]) => [garbled, meant]));
/** What slips begin with is looked for first: of most texts it is all. */
const FIRST = [...new Set(RECOGNITION_SLIPS.map(([garbled]) => garbled[0]))].join("");
const SLIP = new RegExp(`(?=[${FIRST}])(?:${RECOGNITION_SLIPS.map(patternOf).join("|")})`, "gu");
/** 8月26H: what stands behind the day of a date is 日. */
const DAY = /(?<=\d月\d{1,2})[H曰目](?![\dA-Za-z])/gu;
/** 不少丁5000米, 不低下98%: between a comparison and its figure stands 于. */
const THAN = /(?<=不[少低高多大小晚迟早])[丁亍下千干](?=\s?\d)/gu;

function patternOf([garbled, , before = "", behind = ""]: (typeof RECOGNITION_SLIPS)[number]): string {
  return `${before && `(?<![${before}])`}${garbled}${behind && `(?![${behind}])`}`;
}

/** A text with the known slips of recognition undone and all else as printed; of the same length. */
export function withoutSlips(text: string): string {
  return text
    .replace(SLIP, (garbled) => MEANT.get(garbled) ?? garbled)
    .replace(DAY, "日")
    .replace(THAN, "于");
}
