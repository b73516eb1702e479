const MASKED = /\*{2,}|[×xX]{2,}|[*×]\d|\d[*×]/u;

/** Whether digits of a figure were hidden before it was published: `**.**`, `1*5`, `XX`. */
export function isMasked(text: string): boolean {
  return MASKED.test(text);
}
