const BOUND =
  "(?:\\d\\s*%?[^\\d,，。；;、]{0,4}?(?:[(（][^()（）]{0,6}[)）])?及?(?:以上|以下|以内)|[≥>≤<]=?\\s*\\d|(?:不低于|高于|低于|不足|超过|大于|小于)\\s*\\d|\\d\\s*%?\\s*[-~～—至]\\s*\\d)";
const TIERED = new RegExp(`${BOUND}[^,，。；;]{0,12}?(?:的[,，])?(?:得|计|给)(?:满分|\\d)`, "u");

/** Whether a text gives points by steps of what was reached: 95%以上得10分，90%-95%得8分. Full marks from 100 % on are no steps. */
export function isTiered(text: string): boolean {
  return TIERED.test(text.replace(/100\s*[%％]/gu, ""));
}
