import { BarChart, type BarSeriesOption, ScatterChart, type ScatterSeriesOption } from "echarts/charts";
import { GridComponent, type GridComponentOption } from "echarts/components";
import { type ComposeOption, init, use } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";
import { Html, html } from "./html.js";

use([BarChart, ScatterChart, GridComponent, SVGRenderer]);

export type ChartOption = ComposeOption<BarSeriesOption | ScatterSeriesOption | GridComponentOption>;

/** A chart for a width in pixels: narrow screens get another drawing, not a shrunk one. */
export type Chart = (narrow: boolean) => { readonly option: ChartOption; readonly height: number };

/** What only a script of ECharts would use, numbered by the charts that the process has drawn before. Texts cannot hold it: their quotes are escaped. */
const LIVE = / (?:ecmeta_\w+|class)="[^"]*"|<style\s*>[\s\S]*?<\/style>/g;

const WIDTH = { wide: 760, narrow: 340 };

/** The chart as SVG, once for wide and once for narrow screens; the style sheet shows one. `about` tells it to who cannot see it. */
export function drawChart(chart: Chart, about: string): Html {
  return html`<div class="chart" role="img" aria-label="${about}">${draw(chart, false)}${draw(chart, true)}</div>`;
}

function draw(chart: Chart, narrow: boolean): Html {
  const width = narrow ? WIDTH.narrow : WIDTH.wide;
  const { option, height } = chart(narrow);
  const instance = init(null, null, { renderer: "svg", ssr: true, width, height });
  try {
    instance.setOption({ animation: false, textStyle: { fontFamily: "inherit", color: INK }, ...option });
    const svg = instance.renderToSVGString({ useViewBox: true }).replace(LIVE, "");
    return new Html(`<div class="${narrow ? "narrow" : "wide"}" aria-hidden="true">${svg}</div>`);
  } finally {
    instance.dispose();
  }
}

/** What the colours of a chart stand for; as text of the page, which knows its own width. */
export function legend(entries: readonly (readonly [colour: string, text: string])[]): Html {
  return html`<ul class="legend">${entries.map(([colour, text]) => html`<li><i style="background: ${colour}"></i>${text}</li>`)}</ul>`;
}

/** Colours are those of the style sheet, so that charts follow the page into the dark and onto paper. */
export const INK = "var(--ink)";
export const FAINT = "var(--faint)";
export const RULE = "var(--rule)";
export const TONE = {
  error: "var(--error)",
  warning: "var(--warning)",
  info: "var(--info)",
  none: "var(--none)",
  excellent: "var(--excellent)",
  good: "var(--good)",
  fair: "var(--fair)",
  poor: "var(--poor)",
} as const;
