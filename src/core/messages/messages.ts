import { CONTAINER_FAULTS } from "./container-faults.js";
import { DOUBTS } from "./doubts.js";
import { FAULTS } from "./faults.js";
import { FORMAT_FAULTS } from "./format-faults.js";
import { PROBLEMS } from "./problems.js";
import { REMEDIES } from "./remedies.js";
import { REPAIRS } from "./repairs.js";
import { WARNINGS } from "./warnings.js";

/**
 * What ziping says of a document, of its reading and of requests, in English as records hold it, with the Chinese of each. `{}` stands for what
 * differs, which the Chinese names `{1}`, `{2}` … in the English order, and which may itself be such a message; `{1+1}` is a number that records count
 * from 0 and the Chinese from 1. The compiler refuses a message that is not here.
 */
export const MESSAGES = {
  ...DOUBTS,
  ...REPAIRS,
  ...WARNINGS,
  ...FAULTS,
  ...CONTAINER_FAULTS,
  ...FORMAT_FAULTS,
  ...REMEDIES,
  ...PROBLEMS,
} as const;

type Filled<Template extends string> = Template extends `${infer Before}{}${infer Behind}`
  ? `${Before}${string}${Filled<Behind>}`
  : Template;

/** A text that {@link MESSAGES} has, filled in. */
export type Message = Filled<keyof typeof MESSAGES>;
