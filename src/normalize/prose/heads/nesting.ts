/** Ranks of heads, one within another, with what was in force before each. */
export class Nesting<Place> {
  readonly #nowhere: Place;
  #open: { readonly rank: string; readonly before: Place }[] = [];

  constructor(nowhere: Place) {
    this.#nowhere = nowhere;
  }

  /** What a head of the rank stands under: of a new rank, what is in force; of a known one, what was when that rank began. */
  enter(rank: string, current: Place): Place {
    const known = this.#open.findIndex((open) => open.rank === rank);
    // A head set off otherwise than those of its numbering (（二） as a heading of the page) closes what stands below them all the same.
    const at = known < 0 ? this.#open.findIndex((open) => orderOf(rank) < orderOf(open.rank)) : known;
    const before = at < 0 ? current : (this.#open[at]?.before ?? this.#nowhere);
    this.#open = [...this.#open.slice(0, at < 0 ? undefined : at), { rank, before }];
    return before;
  }
}

/** Numbering from the highest rank down, as official documents use it. */
const ORDER = ["一、", "(一)", "1", "(1)"];

function orderOf(rank: string): number {
  const at = ORDER.findIndex((number) => rank.startsWith(number));
  return at < 0 ? ORDER.length : at;
}
