import type { Claims } from "../../../core/record.js";
import { isTiered } from "../../lexicon/prose/is-tiered.js";
import { locate, type Passage } from "../passage.js";
import type { Sentence } from "../sentence.js";

type Rule = Claims["scoring"][number];

const DASH = "\\s*(?:[-~～—–－至到])+\\s*";
const BANDS = new RegExp(`100%?${DASH}(\\d{2})%?.{0,30}?\\1%?${DASH}(\\d{2})%?.{0,30}?\\2%?${DASH}0`, "u");
const QUALITATIVE = /定性|达成|三档|档次|区间|等次/u;
/** 优（90-100分）、良（80-90分）…: the lower bound that stands by each grade word. */
const GRADE_WORDS = ["优秀?", "良好?", "(?:中等?|一般|合格)"];
const RATIO =
  /得分\s*=\s*(?:权重|分值|指标分值|指标权重|标准分)?\s*[*×xX]?\s*(?:B\s*[/÷]\s*A|实际完成值\s*[/÷]\s*(?:目标值|指标值|年度指标值)|完成率)|按(?:实际)?完成(?:率|比例|程度)[^。;]{0,10}(?:计分|计算得分|得分|计算)|完成(?:率|比例)[*×](?:分值|权重)|(?:分值|权重)[*×](?:该指标)?完成(?:率|比例)/u;
const EXECUTION = /执行率?[^。;]{0,16}(?:得分|计分)|得分\s*=\s*(?:预算)?执行率\s*[*×]|执行率\s*[*×]\s*(?:该指标)?(?:分值|权重|\d+分)/u;
const FLOOR = /(?:低于|小于|不足|未达到?|<)\s*(\d{2})%[^。;]{0,12}(?:不得分|得0分|为0分|不计分|计0分)/u;
const STEP = /每(?:少|低|降|减少|降低|超|超过|增加|延迟|推迟|提高)[^。;,]{0,14}扣/u;
const OVER =
  /(?:超过|高于|大于|超出|达到|完成值为)[^。;,%]{0,14}?(\d{3})%[^。;]{0,40}(?:扣|减|偏离|酌情)|超(?:额)?(?:完成)?[^。;,%\d]{0,10}(\d{2})%[^。;]{0,30}(?:扣|减)/u;
const FULL = /(?:满分|总分(?:值)?|评价总分|总分设定|分值总计)(?:设定)?(?:为|是|:|共)?\s*(\d{2,3})\s*分/u;
const RULE_PLACE = /备注|^注|说明|原则|标准|规则|办法|方法|采用|按照|分为|设|=|确定分值|计分|评分|得分|等级|扣\s*\d|得满分|得\s*\d/u;

const LONGEST_RULE = 240;

const NOTE = /^(?:备注|注|说明|评分(?:标准|规则|说明|办法))/u;

/** More than one value: a rule of another form than proportion, by which nothing is judged. */
const OTHER_FORM = ["0", "0"];

/** Scoring rules that a sentence prints; they win over the profile. */
export function readScoring(sentence: Sentence): Rule[] {
  const { text, passage } = sentence;
  if (text.length > LONGEST_RULE || !/分|等级|%/u.test(text) || !RULE_PLACE.test(passage.folded)) return [];
  const found: Rule[] = [];
  const add = (about: Rule["about"], values: readonly string[], start: number, end: number) =>
    found.push({
      about,
      values: [...values],
      text: passage.text.slice(sentence.start, sentence.end).trim(),
      evidence: locate(passage, sentence.start + start, sentence.start + end),
    });
  const bands = BANDS.exec(text);
  if (bands && (QUALITATIVE.test(text) || QUALITATIVE.test(passage.folded)))
    add("qualitative-bands", [bands[1]!, bands[2]!], bands.index, bands.index + bands[0].length);
  const execution = EXECUTION.exec(text);
  const ratio = RATIO.exec(text);
  const floor = FLOOR.exec(text);
  const step = STEP.test(text);
  // A cell that is no note is the standard of its own row.
  const general = passage.place === "paragraph" || NOTE.test(passage.folded);
  const otherForm = general && (step || isTiered(text));
  const ofExecution = text.indexOf("执行率");
  if (ofExecution >= 0 && otherForm) add("execution", OTHER_FORM, ofExecution, text.length);
  else if (execution && /[=*×]|比例|计分|不得分/u.test(text))
    add("execution", floor ? [floor[1]!] : [], execution.index, execution.index + execution[0].length);
  else if (otherForm) add("ratio", OTHER_FORM, 0, text.length);
  else if (ratio) add("ratio", floor ? [floor[1]!] : [], ratio.index, ratio.index + ratio[0].length);
  else if (floor && /完成(?:率|比例|值)?/u.test(text)) add("ratio", [floor[1]!], floor.index, floor.index + floor[0].length);
  const over = OVER.exec(text);
  if (over) add("overachievement", [over[1] ?? String(100 + Number(over[2]))], over.index, over.index + over[0].length);
  const full = FULL.exec(text);
  if (full && Number(full[1]) >= 100) add("full-marks", [full[1]!], full.index, full.index + full[0].length);
  return found;
}

/** A scale of grades, printed in one passage: lower bounds of the first three. */
export function readGradeScale(passage: Passage): Rule[] {
  const { folded } = passage;
  if (!/[优良]/u.test(folded) || !/分/u.test(folded)) return [];
  const bounds = GRADE_WORDS.map((word) => lowerBound(folded, word));
  if (bounds.some((bound) => bound === null)) return [];
  const values = bounds as number[];
  if (!(values[0]! > values[1]! && values[1]! > values[2]! && values[0]! < 100)) return [];
  const start = Math.max(0, folded.search(/[优良]/u) - 20);
  return [
    {
      about: "grade-bands",
      values: values.map(String),
      text: passage.text.slice(0, 400),
      evidence: locate(passage, start, Math.min(folded.length, start + 120)),
    },
  ];
}

const NUMBER = "(\\d{2,3}(?:\\.\\d+)?)";
const CLOSES = "(?:分)?(?:\\s*\\((?:不)?含[^)]*\\))?";

/** Bound of a grade: 优(90-100分), 90分(含)以上为优, 80≤得分<90为良, 得分≥90为优. */
function lowerBound(folded: string, word: string): number | null {
  const edge = "(?![\\p{Script=Han}]*(?:率|化|先))";
  const forms = [
    new RegExp(
      `${word}(?:秀|好|等)?(?:等级|级|等|档)?["]?\\s*[(:]?\\s*(?:得分|总分|为|分值|指)?\\s*(?:≥|>=|大于等于)?\\s*${NUMBER}${CLOSES}\\s*(?:[-~～—–至到]|≤|以上|及以上|\\)|\\(含\\)|,|、)`,
      "u",
    ),
    new RegExp(
      `${NUMBER}${CLOSES}\\s*[-~～—–至到≤<]+\\s*(?:得分|总分|S|X|x)?\\s*[≤<]?\\s*\\d{2,3}${CLOSES}(?:以下)?\\s*(?:的|之间|为|评为|属于|是|,|:|"){1,4}${word}${edge}`,
      "u",
    ),
    new RegExp(
      `${NUMBER}${CLOSES}\\s*(?:\\(含\\))?(?:以上|及以上|-100分?)(?:\\(含[^)]*\\))?\\s*(?:的|为|评为|属于|是|,|:|"){1,4}${word}${edge}`,
      "u",
    ),
    new RegExp(
      `(?:得分|总分)?\\s*(?:≥|>=|大于等于|大于或等于)\\s*${NUMBER}${CLOSES}\\s*(?:的|时|为|评为|属于|是|,|:|"){1,4}${word}${edge}`,
      "u",
    ),
  ];
  for (const form of forms) {
    const match = form.exec(folded);
    if (!match) continue;
    const range = /(\d{2,3}(?:\.\d+)?)[^\d]*[-~～—–至到][^\d]*(\d{2,3})/u.exec(match[0]);
    const values = range ? [Number(range[1]), Number(range[2])] : [Number(match[1])];
    const bound = Math.min(...values);
    if (bound >= 30 && bound <= 100) return bound;
  }
  return null;
}
