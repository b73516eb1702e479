import { ANY_NUMBER } from "../../../core/numbering.js";
import { remembered } from "../../lexicon/remembered.js";

/** 1.5公里 begins with a figure. */
const NUMBER = new RegExp(`^${ANY_NUMBER}(?!\\d)`, "u");

/** An indicator's name as far as two tellings of it must agree: no layout, punctuation, numbering, quotes, stars or 其中 before it. */
export const nameKey = remembered((name): string =>
  name
    .replace(/[①-⑳]/gu, "($&)")
    .normalize("NFKC")
    .replace(/^[★☆▲△*]+\s*/u, "")
    .replace(/^其中(?:[:：]\s*|(?=.{3}))/u, "")
    .replace(NUMBER, "")
    .replace(/[\s,，、。.;；:："“”'‘’()（）[\]【】《》〈〉\-—－_·・]/gu, "")
    .toLowerCase(),
);
