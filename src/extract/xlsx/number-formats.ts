import { SSF } from "@e965/xlsx";

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

/** The library's table as it is before any workbook has written into it. */
const pristine = { ...table() };

function table(): { [id: number]: string } {
  return SSF.get_table() as { [id: number]: string };
}

/**
 * Puts the library's table of number formats in its first state. It is one for the whole process, each workbook writes its own formats into it and
 * none takes them out: without this a document could be shown with the formats of the one read before it.
 */
export function resetNumberFormats(): void {
  const formats = table();
  for (const id of Object.keys(formats)) delete formats[Number(id)];
  Object.assign(formats, pristine, CHINESE);
}
