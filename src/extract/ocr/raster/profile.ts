/** How dark a page is along lines of one direction: the sharper, the better the lines lie along it. */
export class Profile {
  readonly #bins: Float64Array;

  constructor(size: number) {
    this.#bins = new Float64Array(size);
  }

  /** Shared between the two bins it falls between, so that the profile is smooth in the angle. */
  add(at: number): void {
    const bin = Math.floor(at);
    const share = at - bin;
    this.#bins[bin]! += 1 - share;
    this.#bins[bin + 1]! += share;
  }

  /** The sum of squared differences of neighbouring bins (Postl's method). */
  get sharpness(): number {
    let sum = 0;
    for (let i = 1; i < this.#bins.length; i++) sum += (this.#bins[i]! - this.#bins[i - 1]!) ** 2;
    return sum;
  }
}
