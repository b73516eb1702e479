const WIDE =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6\u2014\u2026\u2018-\u201d\u2460-\u24ff\u{20000}-\u{3fffd}]/u;
const LETTER = /\p{L}/u;

/**
 * How far a glyph reaches, in ems. OFD files name fonts that are seldom inside, so the width is known only from where the next glyph
 * stands (`step`, in ems): a wide one fills its em, others reach to the next glyph unless that stands farther than such glyphs are wide.
 */
export function glyphWidth(character: string, step: number | undefined): number {
  const usual = WIDE.test(character) ? 1 : 0.5;
  if (step === undefined || step <= 0) return usual;
  const widest = usual === 1 ? 1 : LETTER.test(character) ? 0.95 : 0.62;
  return step <= widest ? step : usual;
}
