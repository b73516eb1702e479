import { isFundAmount } from "../../../core/record.js";
import { fundRole } from "../../lexicon/labels/head-words.js";

/** Characters of two heads side by side that left no room between them. */
const TWO = /^\p{Script=Han}{4,12}$/u;
/** Of one head. */
const LEAST = 2;

/** 全年执行分值: where the head behind an amount's begins that makes one word with it; undefined where it is no such word. */
export function headBehindAmount(word: string): number | undefined {
  if (!TWO.test(word) || fundRole(word)?.exact) return undefined;
  for (let at = word.length - LEAST; at >= LEAST; at--) {
    const [amount, other] = [fundRole(word.slice(0, at)), fundRole(word.slice(at))];
    if (amount?.exact && isFundAmount(amount.role) && other?.exact && other.role !== amount.role) return at;
  }
  return undefined;
}
