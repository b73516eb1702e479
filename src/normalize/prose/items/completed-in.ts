const NOT_DONE = /(?:未|没有|尚未|未能)(?:全部)?(?:完成|达成|达到|实现)/u;
const DONE = /(?:完成|达成|达到|实现|超额完成)(?:了)?(?:年初|年度|预期|全年|绩效)*(?:目标|指标|任务)/u;

/** What a sentence itself says of an indicator: that its target was reached, or was not; null where it says neither. */
export function completedIn(text: string): boolean | null {
  if (NOT_DONE.test(text)) return false;
  return DONE.test(text) ? true : null;
}
