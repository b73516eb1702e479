/** What is drawn on a page, as GB/T 33190-2016 (clauses 8 to 13) writes it. Millimetres, origin top left, y down. */
export type GraphicUnit = TextUnit | PathUnit | ImageUnit | CompositeUnit;

/** What all of them share. `x`, `y` is the corner of the boundary, from which `ctm` leads to the unit's own space. */
export interface UnitPlace {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly ctm: readonly number[] | undefined;
}

/** Colours are `#rrggbb` or `pattern`; undefined where the unit leaves them to its draw parameters. Opacity 0–1. */
export interface UnitPaint {
  fill?: string;
  stroke?: string;
  opacity: number;
  readonly fills: boolean;
  readonly strokes: boolean;
  readonly lineWidth: number | undefined;
  readonly drawParam: string | undefined;
}

export interface TextUnit extends UnitPlace, UnitPaint {
  readonly kind: "text";
  readonly size: number;
  readonly horizontalScale: number;
  /** Degrees by which each glyph is turned clockwise. */
  readonly charDirection: number;
  readonly readDirection: number;
  readonly codes: TextCode[];
}

export interface TextCode {
  readonly x: number | undefined;
  readonly y: number | undefined;
  readonly deltaX: string | undefined;
  readonly deltaY: string | undefined;
  text: string;
}

export interface PathUnit extends UnitPlace, UnitPaint {
  readonly kind: "path";
  data: string;
}

export interface ImageUnit extends UnitPlace {
  readonly kind: "image";
  /** ID of the picture among the resources. */
  readonly resource: string;
}

/** Draws units that stand in the resources. */
export interface CompositeUnit extends UnitPlace {
  readonly kind: "composite";
  readonly resource: string;
}

export interface DrawParam {
  readonly relative: string | undefined;
  readonly lineWidth: number | undefined;
  fill?: string;
  stroke?: string;
}

/** A page, a template or a part of resources: all hold the same elements. */
export interface OfdPart {
  readonly box: readonly number[] | undefined;
  readonly templates: readonly string[];
  readonly units: readonly GraphicUnit[];
  readonly drawParams: ReadonlyMap<string, DrawParam>;
  readonly composites: ReadonlyMap<string, readonly GraphicUnit[]>;
  /** Where the files of pictures lie, by ID, as the part writes it. */
  readonly media: ReadonlyMap<string, string>;
}
