/**
 * The steps from glyph to glyph, `g n d` written out to n times d (GB/T 33190-2016, 11.3). No more than `most`, whatever the file says. Undefined
 * where there is no list.
 */
export function deltasOf(list: string | undefined, most: number): number[] | undefined {
  if (list === undefined || list.trim() === "") return undefined;
  const words = list
    .trim()
    .replace(/g(?=\S)/g, "g ")
    .split(/[\s,]+/);
  const steps: number[] = [];
  for (let i = 0; i < words.length && steps.length < most; i++) {
    if (words[i] !== "g") {
      steps.push(numberOf(words[i]));
      continue;
    }
    const times = Math.min(numberOf(words[i + 1]), most - steps.length);
    const step = numberOf(words[i + 2]);
    for (let k = 0; k < times; k++) steps.push(step);
    i += 2;
  }
  return steps;
}

function numberOf(word: string | undefined): number {
  const value = Number.parseFloat(word ?? "");
  return Number.isFinite(value) ? value : 0;
}
