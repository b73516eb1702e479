import { Fault } from "../../core/fault.js";
import type { Limits } from "../../core/limits.js";
import { walkXml, type XmlAttributes, type XmlVisitor } from "../xml.js";
import { colourOf } from "./colour.js";
import type { DrawParam, GraphicUnit, OfdPart, TextCode, UnitPaint, UnitPlace } from "./graphic-units.js";
import { numbersOf } from "./numbers-of.js";

/** Units of one part; no page is drawn with so many. */
const MOST_UNITS = 500_000;
/** Characters of one text, one path: what goes beyond them is passed over, as no page shows it. */
const LONGEST_TEXT = 200_000;
const LONGEST_PATH = 2_000_000;
const LONGEST_PLACE = 1_000;

/** What is inside these does not stand on the page: clipping paths, tiles of patterns, glyph numbers, links. */
const PASSED_OVER = new Set(["Clips", "CGTransform", "Actions", "Annotations", "Extensions"]);

/** Reads a page, a template or resources. Faults: `corrupt`, `too-large`. */
export function readPart(bytes: Uint8Array, limits: Limits): OfdPart {
  const visitor = new PartVisitor();
  walkXml(bytes, {}, limits, visitor);
  return visitor;
}

class PartVisitor implements OfdPart, XmlVisitor {
  box: readonly number[] | undefined;
  readonly templates: string[] = [];
  readonly units: GraphicUnit[] = [];
  readonly drawParams = new Map<string, DrawParam>();
  readonly composites = new Map<string, GraphicUnit[]>();
  readonly media = new Map<string, string>();

  #depth = 0;
  #skipFrom = Number.POSITIVE_INFINITY;
  #count = 0;
  #layerParam: string | undefined;
  /** Where units go: the page's, or those of the composite that is open. */
  #into: GraphicUnit[] = this.units;
  #unit: GraphicUnit | undefined;
  /** What a colour element belongs to. */
  #paint: UnitPaint | DrawParam | undefined;
  #code: TextCode | undefined;
  #path = false;
  /** The folder in which a part of resources keeps its files. */
  #folder = "";
  #media: { readonly id: string; place: string | undefined } | undefined;
  /** Text of the element of interest that is open. */
  #box: string | undefined;

  open(name: string, attributes: XmlAttributes): void {
    this.#depth++;
    if (this.#depth > this.#skipFrom) return;
    switch (name) {
      case "Template":
        if (attributes.TemplateID) this.templates.push(attributes.TemplateID);
        break;
      case "PhysicalBox":
        this.#box = "";
        break;
      case "Res":
        this.#folder = attributes.BaseLoc ? `${attributes.BaseLoc.replace(/\/$/u, "")}/` : "";
        break;
      case "MultiMedia":
        this.#media = { id: attributes.ID ?? "", place: undefined };
        break;
      case "MediaFile":
        if (this.#media) this.#media.place = "";
        break;
      case "Layer":
        this.#layerParam = attributes.DrawParam;
        break;
      case "DrawParam":
        this.#openDrawParam(attributes);
        break;
      case "CompositeGraphicUnit":
        this.#into = [];
        this.composites.set(attributes.ID ?? "", this.#into);
        break;
      case "TextObject":
      case "PathObject":
      case "ImageObject":
      case "CompositeObject":
        this.#openUnit(name, attributes);
        break;
      case "TextCode":
        this.#openCode(attributes);
        break;
      case "AbbreviatedData":
        this.#path = true;
        break;
      case "FillColor":
      case "StrokeColor":
        this.#colour(name, attributes);
        this.#skipFrom = this.#depth;
        break;
      default:
        if (PASSED_OVER.has(name)) this.#skipFrom = this.#depth;
    }
  }

  text(text: string): void {
    if (this.#depth > this.#skipFrom) return;
    if (this.#code) this.#code.text += text.slice(0, Math.max(0, LONGEST_TEXT - this.#code.text.length));
    else if (this.#path && this.#unit?.kind === "path")
      this.#unit.data += text.slice(0, Math.max(0, LONGEST_PATH - this.#unit.data.length));
    else if (this.#box !== undefined) this.#box += text;
    else if (this.#media?.place !== undefined) this.#media.place += text.slice(0, LONGEST_PLACE);
  }

  close(name: string): void {
    this.#depth--;
    if (this.#depth >= this.#skipFrom) return;
    this.#skipFrom = Number.POSITIVE_INFINITY;
    if (name === "TextCode") this.#code = undefined;
    else if (name === "AbbreviatedData") this.#path = false;
    else if (name === "PhysicalBox") {
      this.box ??= numbersOf(this.#box);
      this.#box = undefined;
    } else if (name === "MediaFile" && this.#media?.place !== undefined) {
      const place = this.#media.place.trim();
      this.media.set(this.#media.id, place.startsWith("/") ? place : this.#folder + place);
      this.#media = undefined;
    } else if (name === "CompositeGraphicUnit") this.#into = this.units;
    else if (name.endsWith("Object")) {
      this.#unit = undefined;
      this.#paint = undefined;
    } else if (name === "DrawParam") this.#paint = undefined;
  }

  #openDrawParam(attributes: XmlAttributes): void {
    const param: DrawParam = { relative: attributes.Relative, lineWidth: numbersOf(attributes.LineWidth)[0] };
    this.drawParams.set(attributes.ID ?? "", param);
    this.#paint = param;
  }

  #openUnit(name: string, attributes: XmlAttributes): void {
    if (attributes.Visible === "false") {
      this.#skipFrom = this.#depth;
      return;
    }
    if (++this.#count > MOST_UNITS) throw new Fault("too-large", `A part of the OFD draws more than ${MOST_UNITS} objects.`);
    const place = placeOf(attributes);
    const paint = paintOf(attributes, name === "PathObject", this.#layerParam);
    if (name === "TextObject") this.#unit = { ...place, ...paint, ...textOf(attributes) };
    else if (name === "PathObject") this.#unit = { kind: "path", ...place, ...paint, data: "" };
    else if (name === "ImageObject") this.#unit = { kind: "image", ...place, resource: attributes.ResourceID ?? "" };
    else this.#unit = { kind: "composite", ...place, resource: attributes.ResourceID ?? "" };
    this.#paint = this.#unit.kind === "text" || this.#unit.kind === "path" ? this.#unit : undefined;
    this.#into.push(this.#unit);
  }

  #openCode(attributes: XmlAttributes): void {
    if (this.#unit?.kind !== "text") return;
    this.#code = {
      x: numbersOf(attributes.X)[0],
      y: numbersOf(attributes.Y)[0],
      deltaX: attributes.DeltaX,
      deltaY: attributes.DeltaY,
      text: "",
    };
    this.#unit.codes.push(this.#code);
  }

  #colour(name: "FillColor" | "StrokeColor", attributes: XmlAttributes): void {
    if (!this.#paint) return;
    this.#paint[name === "FillColor" ? "fill" : "stroke"] = colourOf(attributes.Value);
    const alpha = numbersOf(attributes.Alpha)[0];
    if (name === "FillColor" && alpha !== undefined && "opacity" in this.#paint) this.#paint.opacity *= alpha / 255;
  }
}

function placeOf(attributes: XmlAttributes): UnitPlace {
  const [x = 0, y = 0, width = 0, height = 0] = numbersOf(attributes.Boundary);
  const ctm = numbersOf(attributes.CTM);
  return { x, y, width, height, ctm: ctm.length === 6 ? ctm : undefined };
}

/** By default text is filled and a path is stroked. */
function paintOf(attributes: XmlAttributes, path: boolean, layerParam: string | undefined): UnitPaint {
  const flag = (value: string | undefined, otherwise: boolean): boolean => (value === undefined ? otherwise : /^(?:true|1)$/.test(value));
  return {
    opacity: (numbersOf(attributes.Alpha)[0] ?? 255) / 255,
    fills: flag(attributes.Fill, !path),
    strokes: flag(attributes.Stroke, path),
    lineWidth: numbersOf(attributes.LineWidth)[0],
    drawParam: attributes.DrawParam ?? layerParam,
  };
}

function textOf(
  attributes: XmlAttributes,
): Pick<Extract<GraphicUnit, { kind: "text" }>, "kind" | "size" | "horizontalScale" | "charDirection" | "readDirection" | "codes"> {
  const number = (name: string, otherwise: number): number => numbersOf(attributes[name])[0] ?? otherwise;
  return {
    kind: "text",
    size: number("Size", 0),
    horizontalScale: number("HScale", 1),
    charDirection: number("CharDirection", 0),
    readDirection: number("ReadDirection", 0),
    codes: [],
  };
}
