import type { Stretches } from "./formatted-pages.js";
import { type Piece, pieceText } from "./piece-table.js";
import type { Sprm } from "./sprm.js";
import type { WordFile } from "./word-file.js";

/** Characters of one look. */
export interface Run {
  /** Place of the first character in the story's text. */
  readonly at: number;
  readonly text: string;
  readonly sprms: readonly Sprm[];
}

/** A stored paragraph. */
export interface StoredParagraph {
  /** Its runs, the mark at its end left out. */
  readonly runs: readonly Run[];
  /** The mark: "\r" a paragraph's, "\u0007" a cell's or a row's, "\f" a section's; "" where the story ends without one. */
  readonly mark: string;
  readonly markSprms: readonly Sprm[];
  readonly sprms: readonly Sprm[];
  readonly style: number;
}

/** What paragraphs are read from. */
export interface TextSource {
  readonly file: WordFile;
  readonly pieces: readonly Piece[];
  readonly characters: Stretches;
  readonly paragraphs: Stretches;
  /** Places at which a section ends: the page break there is the paragraph's mark, others are text. */
  readonly sectionEnds: ReadonlySet<number>;
}

/** The paragraphs of characters `start` … `end`. */
export function* paragraphsBetween(source: TextSource, start: number, end: number): Generator<StoredParagraph> {
  let runs: Run[] = [];
  for (const run of runsBetween(source, start, end)) {
    let from = 0;
    for (const { index } of run.text.matchAll(/[\r\f\cG]/g)) {
      const mark = run.text[index]!;
      const at = run.at + index;
      if (mark === "\f" && !source.sectionEnds.has(at + 1)) continue;
      if (index > from) runs.push({ at: run.at + from, text: run.text.slice(from, index), sprms: run.sprms });
      yield { runs, mark, markSprms: run.sprms, ...propertiesAt(source, run.piece, at) };
      runs = [];
      from = index + 1;
    }
    if (from < run.text.length) runs.push({ at: run.at + from, text: run.text.slice(from), sprms: run.sprms });
  }
  if (runs.length > 0) yield { runs, mark: "", markSprms: [], sprms: [], style: 0 };
}

/** Properties of the paragraph whose mark stands at a place: those of the file, then those of a quick save. */
function propertiesAt({ paragraphs }: TextSource, piece: Piece, at: number): Pick<StoredParagraph, "sprms" | "style"> {
  const stretch = paragraphs.at(piece.offset + (at - piece.start) * piece.width);
  const sprms = stretch?.sprms ?? [];
  return { style: stretch?.style ?? 0, sprms: piece.sprms.length === 0 ? sprms : [...sprms, ...piece.sprms] };
}

function* runsBetween({ file, pieces, characters }: TextSource, start: number, end: number): Generator<Run & { piece: Piece }> {
  for (let index = firstAfter(pieces, start); index < pieces.length && pieces[index]!.start < end; index++) {
    const piece = pieces[index]!;
    const last = Math.min(end, piece.end);
    let at = Math.max(start, piece.start);
    while (at < last) {
      const offset = piece.offset + (at - piece.start) * piece.width;
      const stretch = characters.at(offset);
      const length = stretch ? Math.max(1, Math.ceil((stretch.end - offset) / piece.width)) : last - at;
      const until = Math.min(last, at + length);
      const own = stretch?.sprms ?? [];
      yield { at, piece, text: pieceText(piece, file, at, until), sprms: piece.sprms.length === 0 ? own : [...own, ...piece.sprms] };
      at = until;
    }
  }
}

/** The first piece that ends after a place; pieces stand in order. */
function firstAfter(pieces: readonly Piece[], place: number): number {
  let low = 0;
  let high = pieces.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (pieces[middle]!.end > place) high = middle;
    else low = middle + 1;
  }
  return low;
}
