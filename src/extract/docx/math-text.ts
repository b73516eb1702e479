import { child, type Element } from "./element.js";

/** A formula (`m:oMath` …) as a line of text: fractions with a slash, roots with √, and parentheses where the line would read otherwise. */
export function mathText(element: Element): string {
  switch (element.name) {
    case "m:t":
      return element.text;
    case "m:f":
      return `${operand(child(element, "m:num"))}/${operand(child(element, "m:den"))}`;
    case "m:rad":
      return `√${operand(child(element, "m:e"))}`;
    case "m:d": {
      const mark = (name: string, usual: string) => child(child(element, "m:dPr"), name)?.attributes["m:val"] ?? usual;
      const parts = element.children.filter((each) => each.name === "m:e").map(inside);
      return mark("m:begChr", "(") + parts.join(mark("m:sepChr", "|")) + mark("m:endChr", ")");
    }
    case "m:nary":
      return `${child(child(element, "m:naryPr"), "m:chr")?.attributes["m:val"] ?? "∫"}${inside(element)}`;
    case "w:del":
    case "w:moveFrom":
      return "";
    default:
      return inside(element);
  }
}

function inside(element: Element | undefined): string {
  return element?.children.map(mathText).join("") ?? "";
}

function operand(element: Element | undefined): string {
  const text = inside(element);
  return /[-+−×÷*/=]/.test(text) ? `(${text})` : text;
}
