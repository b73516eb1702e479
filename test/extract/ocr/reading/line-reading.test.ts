import { describe, expect, it } from "vitest";
import type { Raster } from "../../../../src/extract/ocr/raster/raster.js";
import type { Lattice } from "../../../../src/extract/ocr/reading/ctc.js";
import { hasBar } from "../../../../src/extract/ocr/reading/inequality-bar.js";
import { lineReading } from "../../../../src/extract/ocr/reading/line-reading.js";
import { blankPage, ink } from "../page-of-pixels.js";

const TEXTS = ["", "6", "0", "户", "一", ".", "%", ">", "≥", "=", "<", "．", "5", "√", ":", "—", "-", "从", "干", "米", "²", "㎡"];
const WIDTH = 160;

/** A stroke, `thick` pixels thick. */
function stroke(line: Raster, x0: number, y0: number, x1: number, y1: number, thick = 3): void {
  const steps = 4 * Math.max(Math.abs(x1 - x0), Math.abs(y1 - y0));
  for (let k = 0; k <= steps; k++) {
    const [x, y] = [Math.round(x0 + ((x1 - x0) * k) / steps), Math.round(y0 + ((y1 - y0) * k) / steps)];
    ink(line, x, y, x + 3, y + thick);
  }
}

/** What has the strokes of ≤, as a thin 6 does, and blocks of ink at other places. */
function line(...blocks: [from: number, to: number][]): Raster {
  const picture = blankPage(WIDTH, 48);
  stroke(picture, 32, 8, 8, 17);
  stroke(picture, 8, 17, 32, 26);
  stroke(picture, 8, 36, 32, 36);
  for (const [from, to] of blocks) ink(picture, from, 8, to, 40);
  return picture;
}

/** A reader that sees these texts at these pixels. */
function seeing(...glyphs: [text: string, at: number][]): Lattice {
  const steps = WIDTH / 8;
  const values = new Float32Array(steps * TEXTS.length);
  for (let step = 0; step < steps; step++) {
    const found = glyphs.find(([, at]) => Math.floor(at / 8) === step);
    values[step * TEXTS.length + (found ? TEXTS.indexOf(found[0]) : 0)] = 1;
  }
  return { values, steps, classes: TEXTS.length, texts: TEXTS };
}

function look(image: Raster, lattice: Lattice) {
  return lineReading({ box: { x0: 0, y0: 0, x1: WIDTH, y1: 48 }, image, scale: 1, left: 0, stretch: 1 }, lattice);
}

function read(image: Raster, lattice: Lattice): string {
  return look(image, lattice).text;
}

describe("a sign's strokes at the head of a line", () => {
  it("are the sign that the reader passed over where each digit has ink of its own beside them", () => {
    expect(read(line([50, 66]), seeing(["6", 58]))).toBe("≤6");
  });

  it("are the digit that the reader saw in them", () => {
    expect(read(line([42, 58]), seeing(["6", 20], ["0", 50]))).toBe("60");
  });

  it("are the sign where the reader holds that possible as well, and a doubtful one", () => {
    const lattice = seeing(["5", 20], ["0", 50]);
    expect(read(line([42, 58]), lattice)).toBe("50");
    const at = 2 * TEXTS.length;
    lattice.values[at + TEXTS.indexOf("5")] = 0.7;
    lattice.values[at + TEXTS.indexOf("<")] = 0.3;
    expect(look(line([42, 58]), lattice)).toMatchObject({ text: "≤0", confidence: 0.6 });
  });

  it("are the sign where the reader saw an equals sign in them, which two level strokes alone are", () => {
    expect(read(line(), seeing(["=", 20]))).toBe("≤");
    const level = blankPage(WIDTH, 48);
    for (const y of [16, 28]) stroke(level, 8, y, 32, y);
    expect(read(level, seeing(["=", 20]))).toBe("=");
  });

  it("are that digit where what follows is of several parts", () => {
    expect(read(line([42, 47], [51, 58], [70, 80], [86, 100]), seeing(["6", 20], ["0", 50], ["户", 85]))).toBe("60户");
  });
});

describe("an ideograph that stands alone", () => {
  const lone = (likely: number, image: Raster) => {
    const lattice = seeing(["从", 20]);
    const at = 2 * TEXTS.length;
    lattice.values[at + TEXTS.indexOf("从")] = likely;
    lattice.values[at + TEXTS.indexOf("√")] = 1 - likely;
    return look(image, lattice).text;
  };

  it("is the sign whose strokes its ink has where the reader was not sure of it", () => {
    expect(lone(0.8, line())).toBe("≤");
    expect(lone(0.98, line())).toBe("从");
  });

  it("is itself where its ink has other strokes, or more", () => {
    const dot = blankPage(WIDTH, 48);
    ink(dot, 10, 10, 40, 40);
    expect(lone(0.8, dot)).toBe("从");
    expect(lone(0.8, line([50, 66]))).toBe("从");
  });
});

describe("two level strokes of one length alone", () => {
  it("are an equals sign, whatever the reader makes of them", () => {
    const picture = blankPage(WIDTH, 48);
    for (const y of [18, 28]) stroke(picture, 60, y, 92, y);
    expect(look(picture, seeing(["√", 76]))).toMatchObject({ text: "=", confidence: 0.92 });
    expect(read(picture, seeing())).toBe("=");
  });
});

describe("a level stroke between ideographs", () => {
  const between = (...at: [number, number, number]) => {
    const picture = blankPage(WIDTH, 48);
    ink(picture, at[0] - 18, 6, at[0] + 18, 42);
    ink(picture, at[1] - 8, 22, at[1] + 8, 26);
    ink(picture, at[2] - 18, 6, at[2] + 18, 42);
    return read(picture, seeing(["户", at[0]], ["一", at[1]], ["户", at[2]]));
  };

  it("is a dash where they stand near each other", () => {
    expect(between(28, 56, 84)).toBe("户-户");
  });

  it("is the ideograph also where the reader saw a dash, which is as wide as two", () => {
    const picture = blankPage(WIDTH, 48);
    expect(read(picture, seeing(["户", 28], ["—", 69], ["户", 110]))).toBe("户一户");
    expect(read(picture, seeing(["户", 10], ["—", 70], ["户", 130]))).toBe("户——户");
    expect(read(picture, seeing(["—", 28], ["户", 69], ["户", 110]))).toBe("一户户");
  });

  it("is a dash where two ideographs were read in one stroke", () => {
    const lattice = seeing(["户", 10], ["一", 50], ["一", 90], ["户", 130]);
    const apart = blankPage(WIDTH, 48);
    for (const x of [50, 90]) ink(apart, x - 16, 22, x + 16, 26);
    expect(read(apart, lattice)).toBe("户一一户");
    ink(apart, 50, 22, 90, 26);
    expect(read(apart, lattice)).toBe("户——户");
  });

  it("is the ideograph where there is room for it, however much of its thin stroke is seen", () => {
    expect(between(28, 69, 110)).toBe("户一户");
  });
});

describe("a point before a figure", () => {
  it("is a speck, or a nought was lost: the figure is doubtful", () => {
    const picture = blankPage(WIDTH, 48);
    ink(picture, 10, 36, 14, 40);
    ink(picture, 26, 8, 40, 40);
    const { text, figures } = look(picture, seeing([".", 12], ["6", 33]));
    expect(text).toBe("6");
    expect(figures[0]!.confidence).toBeLessThan(0.7);
  });
});

describe("a minus before a figure", () => {
  const behind = (width: number) => {
    const picture = blankPage(WIDTH, 48);
    ink(picture, 24, 26, 24 + width, 29);
    for (const x of [50, 74]) ink(picture, x, 8, x + 14, 40);
    return read(picture, seeing(["-", 26], ["6", 57], ["0", 81]));
  };

  it("is a stroke, and no speck", () => {
    expect(behind(9)).toBe("-60");
    expect(behind(3)).toBe("60");
  });
});

describe("ink behind the last digit of a line", () => {
  const percent = () => {
    const picture = blankPage(WIDTH, 48);
    ink(picture, 10, 8, 26, 40);
    ink(picture, 34, 8, 44, 24);
    ink(picture, 52, 24, 62, 40);
    return picture;
  };
  const lattice = (share: number) => {
    const seen = seeing(["6", 18], ["0", 39]);
    const step = Math.floor(39 / 8) * TEXTS.length;
    seen.values[step + TEXTS.indexOf("0")] = 1 - share;
    seen.values[step + TEXTS.indexOf("%")] = share;
    return lineReading({ box: { x0: 0, y0: 0, x1: 66, y1: 48 }, image: percent(), scale: 1, left: 0, stretch: 1 }, seen);
  };

  it("is the rest of a percent sign where that was a reading", () => {
    const { text, figures } = lattice(0.1);
    expect(text).toBe("6%");
    expect(figures[0]!.confidence).toBeLessThan(0.7);
  });

  it("makes the figure doubtful where nothing says what it is", () => {
    const { text, figures } = lattice(0);
    expect(text).toBe("60");
    expect(figures[0]!.confidence).toBeLessThan(0.7);
  });
});

describe("the bar of an angle", () => {
  const angle = (lower: number) => {
    const picture = blankPage(60, 48);
    stroke(picture, 12, 12, 40, 22);
    stroke(picture, 40, 22, 12, 30, lower);
    return hasBar(picture, 12, 43, 1, "right");
  };

  it("is seen where it has run into the lower arm", () => {
    expect(angle(7)).toBe(true);
  });

  it("is not seen where both arms are alike", () => {
    expect(angle(3)).toBe(false);
  });
});

describe("a sign written with two glyphs", () => {
  const picture = blankPage(WIDTH, 48);
  stroke(picture, 8, 12, 30, 22);
  stroke(picture, 30, 22, 8, 32);
  ink(picture, 40, 18, 60, 21);
  ink(picture, 40, 28, 60, 31);
  ink(picture, 70, 8, 84, 40);

  it.each([">", "≥", "√"])("keeps the bar that is its second: %s before =", (angle) => {
    expect(read(picture, seeing([angle, 20], ["=", 50], ["6", 77]))).toBe(">=6");
  });
});

describe("an ideograph that the reader would rather leave out", () => {
  const texts = ["", "县", "磴", "河", "1"];
  /** Blocks of ink a pitch apart; the reader sees a class of each, and holds 磴 possible at the first. */
  const rare = (...seen: [text: string, at: number][]): Lattice => {
    const steps = WIDTH / 8;
    const values = new Float32Array(steps * texts.length);
    for (let step = 0; step < steps; step++) values[step * texts.length] = 1;
    for (const [text, at] of seen) values.set([0, 0, 0, 0, 0].with(texts.indexOf(text), 1), Math.floor(at / 8) * texts.length);
    values.set([0.7, 0, 0.3, 0, 0], 2 * texts.length);
    return { values, steps, classes: texts.length, texts };
  };
  const blocks = (...middles: number[]) => {
    const picture = blankPage(WIDTH, 48);
    for (const middle of middles) ink(picture, middle - 18, 6, middle + 18, 42);
    return picture;
  };

  it("is read where there is ink of its width, and is doubtful", () => {
    const { text, confidence } = look(blocks(20, 61, 102), rare(["河", 61], ["县", 102]));
    expect(text).toBe("磴河县");
    expect(confidence).toBeLessThan(0.5);
  });

  it("is not made of nothing", () => {
    expect(read(blocks(61, 102), rare(["河", 61], ["县", 102]))).toBe("河县");
    expect(read(blocks(20, 61), rare(["1", 61]))).toBe("1");
  });
});

describe("a nought behind a percent sign", () => {
  it("is the last circle of a per mille sign, which is doubtful", () => {
    const { text, confidence } = look(line([50, 150]), seeing(["6", 58], ["%", 80], ["0", 100]));
    expect(text.slice(-2)).toBe("6‰");
    expect(confidence).toBeLessThan(0.7);
    expect(read(line([50, 150]), seeing(["6", 58], ["%", 80], ["0", 100], ["6", 120]))).toContain("6%06");
  });
});

describe("a 1 before a word", () => {
  const texts = ["", "1", "工", "作"];
  /** The reader sees 1 1 作, and holds 工 possible at the second. */
  const ones = (): Lattice => {
    const steps = WIDTH / 8;
    const values = new Float32Array(steps * texts.length);
    for (let step = 0; step < steps; step++) values[step * texts.length] = 1;
    for (const [text, at] of [
      ["1", 20],
      ["1", 60],
      ["作", 102],
    ] as const)
      values.set([0, 0, 0, 0].with(texts.indexOf(text), 1), Math.floor(at / 8) * texts.length);
    values.set([0, 0.9, 0.1, 0], 7 * texts.length);
    return { values, steps, classes: texts.length, texts };
  };
  const inked = (...stretches: [number, number][]) => {
    const picture = blankPage(WIDTH, 48);
    for (const [from, to] of stretches) ink(picture, from, 6, to, 42);
    return picture;
  };

  it("is the ideograph that is as wide as its ink", () => {
    expect(read(inked([16, 24], [42, 78], [84, 120]), ones())).toBe("1工作");
  });

  it("is itself where its ink is narrow, or that of two that touch", () => {
    expect(read(inked([16, 24], [56, 64], [84, 120]), ones())).toBe("11作");
    expect(read(inked([16, 64], [84, 120]), ones())).toBe("11作");
  });
});

describe("a point between ideographs", () => {
  const picture = blankPage(WIDTH, 48);
  for (const from of [8, 48, 56, 96]) ink(picture, from, 8, from + 5, 40);

  it("is a comma, for no figure has it there", () => {
    expect(read(picture, seeing(["户", 8], ["．", 48], ["户", 56]))).toBe("户，户");
  });

  it("stays behind a heading's number and a digit", () => {
    expect(read(picture, seeing(["一", 8], ["．", 48], ["户", 56]))).toContain("．");
    expect(read(picture, seeing(["6", 8], ["．", 48], ["户", 56]))).toContain("．");
  });
});

describe("a colon between digits", () => {
  it("is a doubtful point before a percent sign, and a colon where none is", () => {
    const { text, confidence } = look(line([50, 150]), seeing(["0", 58], [":", 72], ["5", 86], ["%", 104]));
    expect(text).toContain("0.5%");
    expect(confidence).toBeLessThan(0.7);
    expect(read(line([50, 150]), seeing(["0", 58], [":", 72], ["5", 86], ["户", 104]))).toContain("0:5");
  });
});

describe("a percent sign that may be a nought", () => {
  const rate = (...glyphs: [text: string, at: number][]) => {
    const lattice = seeing(...glyphs);
    const at = (glyphs.at(-1)![1] >> 3) * TEXTS.length;
    lattice.values[at + TEXTS.indexOf("%")] = 0.6;
    lattice.values[at + TEXTS.indexOf("0")] = 0.4;
    return look(blankPage(WIDTH, 48), lattice).figures;
  };

  it("is no question behind decimals: the rate is the same", () => {
    expect(rate(["6", 20], [".", 36], ["5", 52], ["%", 68])).toMatchObject([{ text: "6.5%", confidence: 1 }]);
  });

  it("is one behind a whole number, which it makes ten times as large", () => {
    const [figure] = rate(["6", 20], ["5", 52], ["%", 68]);
    expect(figure).toMatchObject({ text: "65%", alternatives: ["650"] });
    expect(figure!.confidence).toBeCloseTo(0.6);
  });
});

describe("a line's units", () => {
  const textOf = (...glyphs: [text: string, at: number][]) => read(blankPage(WIDTH, 48), seeing(...glyphs));

  it("are thousands of a measure where a reader saw 干 between it and a figure, and there alone", () => {
    expect(textOf(["5", 16], ["干", 56], ["米", 96])).toBe("5千米");
    expect(textOf(["户", 16], ["干", 56], ["米", 96])).toBe("户干米");
  });

  it("have one exponent", () => {
    expect(textOf(["5", 16], ["㎡", 56], ["²", 80])).toBe("5㎡");
  });
});
