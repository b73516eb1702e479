const SEGMENTER = new Intl.Segmenter("zh", { granularity: "word" });

/** The words of a text, as the dictionary of this runtime's ICU parts them: what it does not know stands as single ideographs. */
function wordsOf(text: string): string[] {
  return Array.from(SEGMENTER.segment(text), ({ segment }) => segment);
}

/** Whether the ideograph at `at` stands in a word of two or more that the dictionary knows. */
export function isInWord(text: string, at: number): boolean {
  let from = 0;
  for (const word of wordsOf(text)) {
    if (at < from + word.length) return word.length > 1 && /^\p{Script=Han}+$/u.test(word);
    from += word.length;
  }
  return false;
}
