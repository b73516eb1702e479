import type { Ink } from "./ink.js";
import { type Matrix, multiply, transformBox } from "./matrix.js";
import { OPS } from "./operators.js";
import { PathInk } from "./path-ink.js";
import { type PdfFont, TextInk } from "./text-ink.js";

/** pdf.js's operator list: parallel arrays of operators (its `OPS`) and operands. */
export interface OperatorList {
  readonly fnArray: readonly number[];
  readonly argsArray: readonly unknown[];
}

/** What the walk asks of the document beside the operators. */
export interface WalkSources {
  font(name: string): PdfFont | undefined;
  /** Whether content of an optional group (a layer) is shown. */
  isShown(group: unknown): boolean;
}

/** The part of the graphics state that `q` and `Q` keep and bring back. */
export interface GraphicsState {
  ctm: Matrix;
  fill: string;
  stroke: string;
  fillOpacity: number;
  /** That of the groups around, which is laid over what is drawn in them. */
  groupOpacity: number;
  lineWidth: number;
  /** Bounding box of the clip, device space. */
  clip: readonly [number, number, number, number];
  font: PdfFont | undefined;
  /** Text state, in the words of the PDF standard: Tfs, Tc, Tw, Th, Tl, Trise, Tmode. */
  fontSize: number;
  charSpacing: number;
  wordSpacing: number;
  horizontalScale: number;
  leading: number;
  rise: number;
  renderMode: number;
}

/** Deeper than any real page nests; a hostile one may go on for ever. */
const DEEPEST = 512;

/**
 * One walk over a page's operators. `start` maps the page's space to points from its top left, rotation applied; `extent` is the page's box
 * there. Never throws for a malformed list: what cannot be followed is passed over.
 */
export function walkOperators(
  list: OperatorList,
  start: Matrix,
  extent: readonly [number, number, number, number],
  from: WalkSources,
): Ink {
  const { fnArray, argsArray } = list;
  let state = initialState(start, extent);
  const saved: GraphicsState[] = [];
  const text = new TextInk();
  const paths = new PathInk();
  /** Marked content that is open: true where it hides what is inside. */
  const marked: boolean[] = [];
  let hidden = 0;
  let clipNext = false;

  const save = (): void => {
    if (saved.length < DEEPEST) saved.push({ ...state });
  };
  const restore = (): void => {
    state = saved.pop() ?? state;
  };
  const transform = (matrix: ArrayLike<number> | null | undefined): void => {
    if (matrix) state.ctm = multiply(state.ctm, matrix);
  };
  const clipTo = (box: ArrayLike<number> | null | undefined): void => {
    if (box) state.clip = intersect(state.clip, transformBox(state.ctm, box[0]!, box[1]!, box[2]!, box[3]!));
  };

  for (let i = 0; i < fnArray.length; i++) {
    // biome-ignore lint/suspicious/noExplicitAny: each operator has operands of its own shape
    const args = argsArray[i] as any;
    switch (fnArray[i]) {
      case OPS.save:
        save();
        break;
      case OPS.restore:
        restore();
        break;
      case OPS.transform:
        transform(args);
        break;
      case OPS.setGState:
        for (const [key, value] of args[0]) {
          if (key === "LW") state.lineWidth = value;
          else if (key === "ca") state.fillOpacity = value * state.groupOpacity;
          else if (key === "Font") setFont(state, from.font(value[0]), value[1]);
        }
        break;
      case OPS.setLineWidth:
        state.lineWidth = args[0];
        break;
      case OPS.setFillRGBColor:
        state.fill = args[0];
        break;
      case OPS.setStrokeRGBColor:
        state.stroke = args[0];
        break;
      case OPS.setFillColorN:
        state.fill = "pattern";
        break;
      case OPS.setStrokeColorN:
        state.stroke = "pattern";
        break;
      case OPS.setFillTransparent:
        state.fill = "none";
        break;
      case OPS.setStrokeTransparent:
        state.stroke = "none";
        break;
      case OPS.clip:
      case OPS.eoClip:
        clipNext = true;
        break;
      case OPS.constructPath: {
        if (hidden === 0) paths.paint(args[0], args[1][0], args[2], state);
        if (clipNext) clipTo(args[2]);
        clipNext = false;
        break;
      }
      case OPS.paintFormXObjectBegin:
        save();
        transform(args[0]);
        clipTo(args[1]);
        break;
      case OPS.beginAnnotation:
        save();
        state = initialState(start, extent);
        clipTo(args[1]);
        transform(args[2]);
        transform(args[3]);
        break;
      case OPS.paintFormXObjectEnd:
      case OPS.endAnnotation:
        restore();
        break;
      case OPS.beginGroup:
        save();
        state.groupOpacity = state.fillOpacity;
        transform(args[0]?.matrix);
        clipTo(args[0]?.bbox);
        break;
      case OPS.endGroup:
        restore();
        break;
      case OPS.paintImageXObject:
      case OPS.paintInlineImageXObject:
      case OPS.paintImageMaskXObject:
      case OPS.paintSolidColorImageMask:
        if (hidden === 0) paths.paintPicture(state);
        break;
      case OPS.beginMarkedContent:
        marked.push(false);
        break;
      case OPS.beginMarkedContentProps: {
        const hides = args[0] === "OC" && !from.isShown(args[1]);
        marked.push(hides);
        if (hides) hidden++;
        break;
      }
      case OPS.endMarkedContent:
        if (marked.pop()) hidden--;
        break;
      case OPS.beginText:
        text.begin();
        break;
      case OPS.setCharSpacing:
        state.charSpacing = args[0];
        break;
      case OPS.setWordSpacing:
        state.wordSpacing = args[0];
        break;
      case OPS.setHScale:
        state.horizontalScale = args[0] / 100;
        break;
      case OPS.setLeading:
        state.leading = -args[0];
        break;
      case OPS.setFont:
        setFont(state, from.font(args[0]), args[1]);
        break;
      case OPS.setTextRenderingMode:
        state.renderMode = args[0];
        break;
      case OPS.setTextRise:
        state.rise = args[0];
        break;
      case OPS.moveText:
        text.move(args[0], args[1]);
        break;
      case OPS.setLeadingMoveText:
        state.leading = args[1];
        text.move(args[0], args[1]);
        break;
      case OPS.setTextMatrix:
        text.setMatrix(args[0]);
        break;
      case OPS.nextLine:
        text.move(0, state.leading);
        break;
      case OPS.showText:
        text.show(args[0], state, hidden === 0);
        break;
    }
  }
  return { glyphs: text.glyphs, rulings: paths.rulings, fills: paths.fills, pictures: paths.pictures };
}

function setFont(state: GraphicsState, font: PdfFont | undefined, size: number): void {
  state.font = font;
  state.fontSize = size;
}

function initialState(ctm: Matrix, clip: readonly [number, number, number, number]): GraphicsState {
  return {
    ctm,
    clip,
    fill: "#000000",
    stroke: "#000000",
    fillOpacity: 1,
    groupOpacity: 1,
    lineWidth: 1,
    font: undefined,
    fontSize: 0,
    charSpacing: 0,
    wordSpacing: 0,
    horizontalScale: 1,
    leading: 0,
    rise: 0,
    renderMode: 0,
  };
}

function intersect(
  a: readonly [number, number, number, number],
  b: readonly [number, number, number, number],
): [number, number, number, number] {
  return [Math.max(a[0], b[0]), Math.max(a[1], b[1]), Math.min(a[2], b[2]), Math.min(a[3], b[3])];
}
