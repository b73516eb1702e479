import { type Raster, raster } from "./raster.js";

/** A value for each square cell of a page, rows from the top. */
export interface CellField {
  /** Side of a cell, pixels. */
  readonly cell: number;
  readonly across: number;
  readonly down: number;
  readonly values: Float32Array;
}

/** The field of a page's cells, each with the value that is given for it. */
export function cellField({ width, height }: Raster, cell: number, value: (x: number, y: number) => number): CellField {
  const [across, down] = [Math.ceil(width / cell), Math.ceil(height / cell)];
  return { cell, across, down, values: Float32Array.from({ length: across * down }, (_, i) => value(i % across, Math.floor(i / across))) };
}

/** The field with each cell's value told by those of the cell and the eight around it. */
export function overNeighbours(field: CellField, reduce: (near: number[], own: number) => number): CellField {
  const { across, down, values } = field;
  const reduced = values.map((own, index) => {
    const x = index % across;
    const y = (index - x) / across;
    const near: number[] = [];
    for (let ny = Math.max(0, y - 1); ny <= Math.min(down - 1, y + 1); ny++) {
      for (let nx = Math.max(0, x - 1); nx <= Math.min(across - 1, x + 1); nx++) near.push(values[ny * across + nx]!);
    }
    return reduce(near, own);
  });
  return { ...field, values: reduced };
}

/** The page with each pixel changed by its grey and the field's value there, which goes evenly from the middle of one cell to the next. */
export function changedBy(
  page: Raster,
  { cell, across, down, values }: CellField,
  change: (grey: number, value: number) => number,
): Raster {
  const changed = raster(page.width, page.height);
  for (let y = 0; y < page.height; y++) {
    const fy = clamp((y + 0.5) / cell - 0.5, down - 1);
    const top = fy | 0;
    const bottom = Math.min(down - 1, top + 1);
    const wy = fy - top;
    for (let x = 0; x < page.width; x++) {
      const fx = clamp((x + 0.5) / cell - 0.5, across - 1);
      const left = fx | 0;
      const right = Math.min(across - 1, left + 1);
      const wx = fx - left;
      const upper = values[top * across + left]! * (1 - wx) + values[top * across + right]! * wx;
      const lower = values[bottom * across + left]! * (1 - wx) + values[bottom * across + right]! * wx;
      const at = y * page.width + x;
      changed.data[at] = clamp(change(page.data[at]!, upper * (1 - wy) + lower * wy), 255);
    }
  }
  return changed;
}

function clamp(value: number, most: number): number {
  return value < 0 ? 0 : Math.min(value, most);
}
