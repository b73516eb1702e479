/** Text in the colours of a terminal. */
export type Paint = (text: string) => string;
export interface Palette {
  readonly red: Paint;
  readonly yellow: Paint;
  readonly green: Paint;
  readonly cyan: Paint;
  readonly dim: Paint;
  readonly bold: Paint;
}

export type ColourChoice = "auto" | "always" | "never";

const ansi =
  (open: number, close: number): Paint =>
  (text) =>
    `\u001b[${open}m${text}\u001b[${close}m`;
const plain: Paint = (text) => text;

const COLOURED: Palette = {
  red: ansi(31, 39),
  yellow: ansi(33, 39),
  green: ansi(32, 39),
  cyan: ansi(36, 39),
  dim: ansi(2, 22),
  bold: ansi(1, 22),
};
const PLAIN: Palette = { red: plain, yellow: plain, green: plain, cyan: plain, dim: plain, bold: plain };

/** `auto`: colours where the stream is a terminal that shows them; Node heeds NO_COLOR, FORCE_COLOR and TERM. */
export function paletteFor(choice: ColourChoice, stream: NodeJS.WriteStream): Palette {
  const coloured = choice === "always" || (choice === "auto" && stream.isTTY && stream.hasColors());
  return coloured ? COLOURED : PLAIN;
}
