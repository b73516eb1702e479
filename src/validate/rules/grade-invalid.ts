import { draft, stated } from "../example-draft.js";
import { gradesOf } from "../grades.js";
import { isNotApplicable } from "../plain-text.js";
import { defineRule } from "../rule.js";

/** `grade/invalid`: a number, or another thing that is no grade, stands where the grade should. */
export const gradeInvalid = defineRule({
  id: "grade/invalid",
  severity: "warning",
  title: { zh: "等级栏填写的不是等级", en: "What stands as the grade is no grade" },
  why: {
    zh: "等次栏应填优、良、中、差；填写分数等其他内容，等次无从确认。",
    en: "The cell is for 优, 良, 中 or 差; with a number in it the grade is not told.",
  },
  source: "财预〔2020〕10号: the result is a score and a grade; reviewers' check 45 (a grade cell that holds the number 100)",
  accuse(judged) {
    return gradesOf(judged.record).flatMap(({ grade, cited }) => {
      if (grade.band !== null || isNotApplicable(grade.raw)) return [];
      return [
        {
          subject: "grade",
          stated: grade.raw,
          recomputed: null,
          message: {
            zh: `等级处写的是“${grade.raw}”，不是等级。`,
            en: `Where the grade should stand is ${grade.raw}, which is no grade.`,
          },
          cites: [cited],
        },
      ];
    });
  },
  examples: [
    {
      title: "The cell 自评等次 holds the score",
      kind: "raises",
      draft: draft({ statedScores: [stated("综合得分", "96.4")], grade: { raw: "96.4", band: null, evidence: [{ quote: "自评等次" }] } }),
      finds: [{ subject: "grade", stated: "96.4" }],
      also: ["coverage/incomplete"],
    },
    {
      title: "The cell holds a number though the text tells a grade",
      kind: "raises",
      draft: draft({
        grade: { raw: "优秀", band: "excellent", evidence: [] },
        claims: { grades: [{ raw: "97", band: null, evidence: [{ quote: "自评等次" }] }] },
      }),
      finds: [{ subject: "grade", stated: "97" }],
    },
    {
      title: "优秀 is a grade",
      kind: "passes",
      draft: draft({ grade: { raw: "优秀", band: "excellent", evidence: [] } }),
      finds: [],
    },
    {
      title: "A dash in the cell is nothing, not something else than a grade",
      kind: "edge",
      draft: draft({ grade: { raw: "—", band: null, evidence: [] } }),
      finds: [],
    },
  ],
});
