import { z } from "zod";
import { Category, Decimal } from "../core/record-shapes.js";

const Source = z.string().min(1);

/** Words and lower bounds (in points of 100, best first) of one way to grade; a bound belongs to the band above it, null where no such band is. */
export const GradeScale = z.object({
  words: z.object({ excellent: z.array(z.string()), good: z.array(z.string()), fair: z.array(z.string()), poor: z.array(z.string()) }),
  bounds: z.array(Decimal.nullable()).length(3),
  source: Source,
});
export type GradeScale = z.infer<typeof GradeScale>;

/**
 * The scoring rules of a place and a time, as data: each entry names its source. `form` is `ratio` (in proportion, at most the weight;
 * nothing below `nothingBelow` percent) or `other`, a rule that ziping does not know how to compute, by which nothing is judged.
 */
export const Profile = z.object({
  id: z.string().regex(/^[a-z0-9-]+$/),
  title: z.object({ zh: z.string(), en: z.string() }),
  /** Names whose presence in the report's unit, department or title chooses the profile: only where its sources are strong. */
  places: z.array(z.string()),
  from: z.number().int().optional(),
  to: z.number().int().optional(),
  fullMarks: z.object({ value: Decimal, source: Source }),
  levelWeights: z.object({ values: z.partialRecord(Category, Decimal), source: Source }),
  execution: z.object({
    form: z.enum(["ratio", "other"]),
    weight: Decimal,
    base: z.enum(["initialBudget", "adjustedBudget", "received"]),
    nothingBelow: Decimal.nullable(),
    source: Source,
  }),
  quantitative: z.object({ form: z.enum(["ratio", "other"]), nothingBelow: Decimal.nullable(), source: Source }),
  /** From this percentage of the target on, points deducted from a met indicator are not questioned. */
  overachievement: z.object({ percent: Decimal, source: Source }),
  /** Lower bounds of the first two tiers, in percent of the weight. */
  qualitative: z.object({ bounds: z.array(Decimal).length(2), source: Source }),
  /** Every scale in use; a grade is wrong only when it is wrong by each scale that has its word. */
  grades: z.array(GradeScale).min(1),
});
export type Profile = z.infer<typeof Profile>;

/** A data file: the whole of a profile, or what one changes of another. */
export const ProfileFile = Profile.partial().required({ id: true, title: true, places: true }).extend({ basedOn: z.string().optional() });
export type ProfileFile = z.infer<typeof ProfileFile>;
