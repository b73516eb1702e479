import { exact } from "../../core/decimal.js";
import type { Interval } from "../../core/interval.js";
import { meets, point } from "../../core/interval.js";
import type { GradeBand } from "../../core/record.js";
import { draft, stated } from "../example-draft.js";
import { gradesOf } from "../grades.js";
import { citeStated, type Judged } from "../judged.js";
import type { GradeScale } from "../profile.js";
import { defineRule } from "../rule.js";
import { scoredTotals } from "../totals/totals.js";

const BANDS: readonly GradeBand[] = ["excellent", "good", "fair", "poor"];

/** The bands that a total lies in: two where its rounding spans a bound. */
function bandsOf(total: Interval, bounds: GradeScale["bounds"]): GradeBand[] {
  const of = (value: Interval["low"]) => BANDS.at(bounds.findIndex((bound) => bound !== null && value.gte(exact(bound))))!;
  return [of(total.low), of(total.high)];
}

/** Bounds are points of 100; of other full marks a share or the points themselves may be meant. */
function readings(total: Interval, full: Interval): Interval[] {
  if (meets(full, point("100")) || full.low.lte(0)) return [total];
  return [total, { low: total.low.times(100).div(full.low), high: total.high.times(100).div(full.low) }];
}

/** The scales that have the word; where none has, every scale. */
function scalesFor(raw: string, judged: Judged): readonly GradeScale[] {
  const word = plainWord(raw);
  const named = judged.profile.grades.filter(({ words }) => Object.values(words).some((list) => list.includes(word)));
  return named.length > 0 ? named : judged.profile.grades;
}

/** Of the scales that have the word, the one that calls a band by it: 合格 is told in a report that knows 合格 and 不合格. */
function scaleToName(raw: string, scales: readonly GradeScale[]): GradeScale {
  return scales.find(({ words }) => Object.values(words).some(([first]) => first === plainWord(raw))) ?? scales[0]!;
}

function plainWord(raw: string): string {
  return raw.normalize("NFKC").replace(/[\s"“”'‘’。]/gu, "");
}

/** `grade/mismatch`: the grade is not the band of any stated total, by any scale that has its word. */
export const gradeMismatch = defineRule({
  id: "grade/mismatch",
  severity: "error",
  title: { zh: "等级与总分不符", en: "The grade is not that of the total" },
  why: {
    zh: "等级由总分决定：90 分（含）以上为优，80 分（含）至 90 分为良，60 分（含）至 80 分为中，60 分以下为差。",
    en: "The grade follows from the total: 优 from 90, 良 from 80, 中 from 60, 差 below.",
  },
  source: "财预〔2020〕10号: 90 (incl.)-100 优, 80 (incl.)-90 良, 60 (incl.)-80 中, below 60 差; reviewers' check 45",
  accuse(judged) {
    const totals = scoredTotals(judged).filter((total) => total.extent === "everything");
    const [first] = totals;
    if (first === undefined) return [];
    return gradesOf(judged.record).flatMap(({ grade, cited }) => {
      if (grade.band === null) return [];
      const scales = scalesFor(grade.raw, judged);
      const values = totals.flatMap((total) => judged.fullMarks.flatMap(({ marks }) => readings(total.score!, marks)));
      const bands = new Set(scales.flatMap(({ bounds }) => values.flatMap((value) => bandsOf(value, bounds))));
      if (bands.has(grade.band)) return [];
      const { words, bounds } = scaleToName(grade.raw, scales);
      const band = BANDS.find((one) => bands.has(one))!;
      const right = words[band][0]!;
      const present = bounds.flatMap((bound, i) => (bound === null ? [] : [{ bound, word: words[BANDS[i]!][0] }]));
      const told = present.map(({ bound }) => bound);
      const total = first.stated.score!.value;
      return [
        {
          subject: "grade",
          stated: grade.raw,
          recomputed: right,
          message: {
            zh: `报告评为“${grade.raw}”，而总分 ${total} 应为“${right}”（${told.join("、")} 分以上依次为${present.map(({ word }) => word).join("、")}）。`,
            en: `The report's grade is ${grade.raw}, but a total of ${total} is ${right} (lower bounds ${told.join(", ")}).`,
          },
          cites: [cited, ...totals.map((one) => citeStated(one, "score"))],
        },
      ];
    });
  },
  examples: [
    {
      title: "97.36 is called 良",
      kind: "raises",
      draft: draft({ statedScores: [stated("总分", "97.36", "100")], grade: { raw: "良", band: "good", evidence: [{ quote: "良" }] } }),
      finds: [{ subject: "grade", stated: "良", recomputed: "优" }],
      also: ["coverage/incomplete"],
    },
    {
      title: "84.2 is called 良",
      kind: "passes",
      draft: draft({ statedScores: [stated("总分", "84.2", "100")], grade: { raw: "良", band: "good", evidence: [] } }),
      finds: [],
      also: ["coverage/incomplete"],
    },
    {
      title: "Exactly 90 is 优",
      kind: "edge",
      draft: draft({ statedScores: [stated("总分", "90", "100")], grade: { raw: "优", band: "excellent", evidence: [] } }),
      finds: [],
      also: ["coverage/incomplete"],
    },
    {
      title: "89.9 is not 优; as points of one decimal it is exact",
      kind: "edge",
      draft: draft({ statedScores: [stated("总分", "89.9", "100")], grade: { raw: "优", band: "excellent", evidence: [] } }),
      finds: [{ subject: "grade", stated: "优", recomputed: "良" }],
      also: ["coverage/incomplete"],
    },
    {
      title: "55 is 不合格 by the scale that calls a band 合格",
      kind: "raises",
      draft: draft({ statedScores: [stated("总分", "55", "100")], grade: { raw: "合格", band: "fair", evidence: [] } }),
      finds: [{ subject: "grade", stated: "合格", recomputed: "不合格" }],
      also: ["coverage/incomplete"],
    },
    {
      title: "Of a report that tells only whether it passed, every total from 60 up is 合格",
      kind: "passes",
      draft: draft({ statedScores: [stated("总分", "98", "100")], grade: { raw: "合格", band: "fair", evidence: [] } }),
      finds: [],
      also: ["coverage/incomplete"],
    },
    {
      title: "98 is 合格 too where the report prints the bounds of bands that 合格 and 不合格 do not have",
      kind: "passes",
      draft: draft({
        statedScores: [stated("总分", "98", "100")],
        grade: { raw: "合格", band: "fair", evidence: [] },
        claims: { scoring: [{ about: "grade-bands", values: ["90", "80", "60"], text: "90分（含）以上为优", evidence: [] }] },
      }),
      finds: [],
      also: ["coverage/incomplete"],
    },
    {
      title: "The report prints bands of its own: 优 from 85",
      kind: "passes",
      draft: draft({
        statedScores: [stated("总分", "86", "100")],
        grade: { raw: "优", band: "excellent", evidence: [] },
        claims: { scoring: [{ about: "grade-bands", values: ["85", "75", "60"], text: "85分（含）以上为优", evidence: [] }] },
      }),
      finds: [],
      also: ["coverage/incomplete"],
    },
  ],
});
