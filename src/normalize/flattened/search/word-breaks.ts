import type { Atom } from "../atom.js";

/** Characters on either side that decide whether a word goes over a boundary. */
const REACH = 6;
const HAN_END = /\p{Script=Han}$/u;
const HAN_START = /^\p{Script=Han}/u;
const segmenter = new Intl.Segmenter("zh", { granularity: "word" });

/**
 * Tells of each boundary between atoms whether a word would go over it: 签订合|同并加强 parts 合同, so hardly a cell ends there. Words are those
 * of the runtime's own dictionary.
 */
export class WordBreaks {
  readonly #atoms: readonly Atom[];

  constructor(atoms: readonly Atom[]) {
    this.#atoms = atoms;
  }

  /** Does a word go over the boundary before atom `at`? */
  partsWord(at: number): boolean {
    const before = this.#tail(at);
    const after = this.#head(at);
    if (!HAN_END.test(before) || !HAN_START.test(after)) return false;
    for (const { index, segment } of segmenter.segment(before + after)) {
      if (index < before.length && index + segment.length > before.length) return true;
    }
    return false;
  }

  #tail(at: number): string {
    let text = "";
    for (let i = at - 1; i >= 0 && text.length < REACH; i--) text = this.#atoms[i]!.text + text;
    return text.slice(-REACH);
  }

  #head(at: number): string {
    let text = "";
    for (let i = at; i < this.#atoms.length && text.length < REACH; i++) text += this.#atoms[i]!.text;
    return text.slice(0, REACH);
  }
}
