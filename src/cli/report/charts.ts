import { displayWidth } from "../../core/display-width.js";
import { range } from "../../core/range.js";
import type { Summary } from "../../warehouse/summary.js";
import { MARK } from "../output/words.js";
import { type Chart, FAINT, INK, RULE, TONE } from "./draw-chart.js";
import type { ReportWords } from "./words.js";

const AXIS = { axisLine: { lineStyle: { color: RULE } }, axisTick: { show: false }, axisLabel: { color: INK, fontSize: 12 } };
const GRID_LINES = { splitLine: { lineStyle: { color: RULE } } };
const TITLE = { nameTextStyle: { color: FAINT, fontSize: 12 } };
const LABEL = { color: INK, fontSize: 12 };
const BAR_HEIGHT = 26;

/** Bars to the right, the largest first, each with its number. */
function bars(rows: readonly { readonly name: string; readonly value: number; readonly colour: string }[], words: ReportWords): Chart {
  const named = Math.min(330, Math.max(...rows.map(({ name }) => 7 * displayWidth(name))));
  return (narrow) => ({
    height: rows.length * (narrow ? 2 * BAR_HEIGHT : BAR_HEIGHT) + 16,
    option: {
      grid: { left: narrow ? 4 : named + 20, right: 64, top: 4, bottom: 4 },
      xAxis: { type: "value", show: false },
      yAxis: {
        type: "category",
        inverse: true,
        data: rows.map(({ name }) => name),
        ...AXIS,
        axisLine: { show: false },
        // On a narrow screen the name stands above its bar.
        axisLabel: narrow
          ? {
              ...AXIS.axisLabel,
              inside: true,
              align: "left",
              verticalAlign: "bottom",
              padding: [0, 0, 8, -8],
              width: 320,
              overflow: "truncate",
            }
          : { ...AXIS.axisLabel, width: named, overflow: "truncate" },
      },
      series: [
        {
          type: "bar",
          silent: true,
          barWidth: narrow ? 12 : 16,
          data: rows.map(({ value, colour }) => ({ value, itemStyle: { color: colour, borderRadius: 2 } })),
          label: { show: true, position: "right", ...LABEL, formatter: ({ value }) => words.count(Number(value)) },
        },
      ],
    },
  });
}

export function rulesChart(rules: Summary["rules"], words: ReportWords): Chart {
  return bars(
    rules.slice(0, 15).map(({ title, severity, findings }) => ({
      name: `${MARK[severity]} ${title[words.language]}`,
      value: findings,
      colour: TONE[severity],
    })),
    words,
  );
}

export const OUTCOMES = ["error", "warning", "info", "none"] as const;

/** One bar of the whole, parted. */
export function worstChart(worst: Summary["worst"], words: ReportWords): Chart {
  const parts = OUTCOMES.filter((kind) => worst[kind] > 0);
  const all = parts.reduce((sum, kind) => sum + worst[kind], 0);
  return () => ({
    height: 42,
    option: {
      grid: { left: 0, right: 0, top: 4, bottom: 4 },
      xAxis: { type: "value", show: false, max: all },
      yAxis: { type: "category", show: false, data: [""] },
      series: parts.map((kind) => ({
        type: "bar" as const,
        silent: true,
        stack: "all",
        barWidth: 34,
        data: [worst[kind]],
        itemStyle: { color: TONE[kind] },
        label: {
          show: worst[kind] / all > 0.08,
          color: kind === "none" ? INK : "var(--on-tone)",
          fontSize: 12,
          formatter: () => words.percent(worst[kind] / all),
        },
      })),
    },
  });
}

/** Reports by execution rate and output score; a dot's area is the number of reports. */
export function executionChart(execution: Summary["execution"], words: ReportWords): Chart {
  const most = Math.max(...execution.map(({ reports }) => reports));
  return (narrow) => ({
    height: narrow ? 320 : 380,
    option: {
      grid: { left: 48, right: 20, top: 24, bottom: 44 },
      xAxis: {
        type: "value",
        min: 0,
        max: 125,
        interval: 25,
        name: words.executionRate,
        nameLocation: "middle",
        nameGap: 28,
        ...AXIS,
        ...GRID_LINES,
        ...TITLE,
      },
      yAxis: {
        type: "value",
        min: 0,
        max: 125,
        interval: 25,
        name: words.outputScore,
        nameLocation: "end",
        ...AXIS,
        ...GRID_LINES,
        nameTextStyle: { ...TITLE.nameTextStyle, align: "left", padding: [0, 0, 0, -30] },
      },
      series: [
        {
          type: "scatter",
          silent: true,
          clip: false,
          data: execution.map(({ rate, output, reports }) => ({
            value: [rate, output, reports],
            itemStyle: { color: rate < 80 && output >= 100 ? TONE.error : TONE.info, opacity: 0.75 },
          })),
          symbolSize: (value: readonly number[]) => 5 + (narrow ? 16 : 30) * Math.sqrt(value[2]! / most),
        },
      ],
    },
  });
}

export function ratiosChart(ratios: Summary["ratios"], words: ReportWords): Chart {
  return bars(
    ratios.map(({ from, targets }) => ({ name: words.ratio(from), value: targets, colour: TONE.warning })),
    words,
  );
}

export const BANDS = ["excellent", "good", "fair", "poor"] as const;

/** Grades of each year, in percent of those that give one. */
export function gradesChart(grades: Summary["grades"]): Chart {
  const years = [...new Set(grades.flatMap(({ year }) => (year === null ? [] : [year])))].slice(-10);
  const reports = (year: number, band: string) => grades.find((row) => row.year === year && row.band === band)?.reports ?? 0;
  const graded = (year: number) => BANDS.reduce((sum, band) => sum + reports(year, band), 0);
  const shown = years.filter((year) => graded(year) > 0);
  return (narrow) => ({
    height: narrow ? 250 : 280,
    option: {
      grid: { left: 44, right: 8, top: 12, bottom: 28 },
      xAxis: { type: "category", data: shown.map(String), ...AXIS },
      yAxis: { type: "value", max: 100, ...AXIS, ...GRID_LINES, axisLabel: { ...AXIS.axisLabel, formatter: "{value}%" } },
      series: BANDS.map((band) => ({
        type: "bar" as const,
        silent: true,
        stack: "grades",
        barMaxWidth: 56,
        itemStyle: { color: TONE[band] },
        data: shown.map((year) => (100 * reports(year, band)) / graded(year)),
        label: {
          show: true,
          color: "var(--on-tone)",
          fontSize: narrow ? 10 : 12,
          formatter: ({ value }) => (Number(value) >= 8 ? `${Math.round(Number(value))}%` : ""),
        },
      })),
    },
  });
}

/** Stated totals by whole point, with the usual bounds of grades. */
export function totalsChart(totals: Summary["totals"], words: ReportWords): Chart {
  const least = Math.min(55, ...totals.filter(({ reports }) => reports > 0).map(({ points }) => Math.floor(points / 5) * 5));
  const points = range(least, 101);
  return (narrow) => ({
    height: narrow ? 240 : 260,
    option: {
      grid: { left: 52, right: 12, top: 24, bottom: 44 },
      xAxis: {
        type: "category",
        data: points.map(String),
        name: words.statedTotal,
        nameLocation: "middle",
        nameGap: 28,
        ...AXIS,
        ...TITLE,
        axisLabel: { ...AXIS.axisLabel, interval: (_: number, point: string) => Number(point) % (narrow && least < 30 ? 20 : 10) === 0 },
      },
      yAxis: { type: "value", ...AXIS, ...GRID_LINES, minInterval: 1 },
      series: [
        {
          type: "bar",
          silent: true,
          barCategoryGap: "10%",
          data: points.map((point) => ({
            value: totals.find((row) => row.points === point)?.reports ?? 0,
            itemStyle: { color: point >= 90 ? TONE.excellent : point >= 80 ? TONE.good : point >= 60 ? TONE.fair : TONE.poor },
          })),
        },
      ],
    },
  });
}
