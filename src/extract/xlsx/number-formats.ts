/**
 * Number formats that a workbook names by id alone, as the Chinese Excel shows them: ECMA-376 part 1, 18.8.30 (zh-cn), and the regional short
 * date (14, 22) and currency (5–8, 41–44) of that locale.
 */
const CHINESE: { readonly [id: number]: string } = {
  5: '"¥"#,##0;"¥"\\-#,##0',
  6: '"¥"#,##0;"¥"\\-#,##0',
  7: '"¥"#,##0.00;"¥"\\-#,##0.00',
  8: '"¥"#,##0.00;"¥"\\-#,##0.00',
  14: "yyyy/m/d",
  22: "yyyy/m/d h:mm",
  27: 'yyyy"年"m"月"',
  28: 'm"月"d"日"',
  29: 'm"月"d"日"',
  30: "m-d-yy",
  31: 'yyyy"年"m"月"d"日"',
  32: 'h"时"mm"分"',
  33: 'h"时"mm"分"ss"秒"',
  34: '上午/下午h"时"mm"分"',
  35: '上午/下午h"时"mm"分"ss"秒"',
  36: 'yyyy"年"m"月"',
  41: '_ * #,##0_ ;_ * \\-#,##0_ ;_ * "-"_ ;_ @_ ',
  42: '_ "¥"* #,##0_ ;_ "¥"* \\-#,##0_ ;_ "¥"* "-"_ ;_ @_ ',
  43: '_ * #,##0.00_ ;_ * \\-#,##0.00_ ;_ * "-"??_ ;_ @_ ',
  44: '_ "¥"* #,##0.00_ ;_ "¥"* \\-#,##0.00_ ;_ "¥"* "-"??_ ;_ @_ ',
  50: 'yyyy"年"m"月"',
  51: 'm"月"d"日"',
  52: 'yyyy"年"m"月"',
  53: 'm"月"d"日"',
  54: 'm"月"d"日"',
  55: '上午/下午h"时"mm"分"',
  56: '上午/下午h"时"mm"分"ss"秒"',
  57: 'yyyy"年"m"月"',
  58: 'm"月"d"日"',
};

/** How the regional short date (14) is shown; the formats by id alone of an XLS come out so too. */
export const SHORT_DATE = CHINESE[14]!;

/**
 * The style sheet of a workbook (`xl/styles.xml`) with the Chinese built-ins written out, where the library knows only American ones. What the workbook
 * itself says of an id stands behind them and wins.
 */
export function withChineseFormats(styles: string): string {
  const opening = /<((?:\w+:)?)styleSheet\b[^<>]*>/u.exec(styles);
  if (!opening) return styles;
  const prefix = opening[1]!;
  const formats = Object.entries(CHINESE)
    .map(([id, code]) => `<${prefix}numFmt numFmtId="${id}" formatCode="${code.replaceAll('"', "&quot;")}"/>`)
    .join("");
  const list = new RegExp(`<${prefix}numFmts\\b[^<>]*[^<>/]>|<${prefix}numFmts>`, "u").exec(styles);
  const at = list ? list.index + list[0].length : opening.index + opening[0].length;
  const added = list ? formats : `<${prefix}numFmts>${formats}</${prefix}numFmts>`;
  return styles.slice(0, at) + added + styles.slice(at);
}
