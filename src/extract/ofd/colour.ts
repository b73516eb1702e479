/**
 * A colour value as `#rrggbb`; how many components it has says whether it is grey, RGB or CMYK (8 bits each; `#` marks a hexadecimal one).
 * A colour without a value is a shading or a tile: `pattern`.
 */
export function colourOf(value: string | undefined): string {
  if (value === undefined) return "pattern";
  const parts = value
    .trim()
    .split(/\s+/)
    .map((part) => (part.startsWith("#") ? Number.parseInt(part.slice(1), 16) : Number.parseInt(part, 10)));
  if (parts.some((part) => !Number.isFinite(part))) return "#000000";
  const [a = 0, b = 0, c = 0, d = 0] = parts;
  if (parts.length === 1) return hex(a, a, a);
  if (parts.length === 4) return hex(...([a, b, c].map((ink) => (255 * (1 - ink / 255) * (255 - d)) / 255) as [number, number, number]));
  return hex(a, b, c);
}

function hex(...parts: [number, number, number]): string {
  return `#${parts
    .map((part) =>
      Math.min(255, Math.max(0, Math.round(part)))
        .toString(16)
        .padStart(2, "0"),
    )
    .join("")}`;
}
