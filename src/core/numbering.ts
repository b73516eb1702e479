/** Numbers before headings and points as documents write them, as sources of patterns: each place adds what else begins a line there. */
const CHINESE = "[一二三四五六七八九十]{1,3}";

/** 一、 （一）: a heading's. */
export const HEADING_NUMBER = `(?:${CHINESE}、|[(（]${CHINESE}[)）])`;

/** （A） a) A. Ⅰ、: a letter in a number's place, before its text. A、B两段 lists names. */
export const LETTER_NUMBER = "(?:[(（]?[A-Za-z][)）]|[A-ZⅠ-Ⅻ][.．、])(?=\\s*\\p{Script=Han})";

/** 一、 （一） 1. （1） ① （A） 第一部分: a heading's, a point's or a clause's. The figure 1.5 is none. */
export const POINT_NUMBER = `(?:${CHINESE}[、.．]|[(（](?:${CHINESE}|\\d{1,3})[)）]|\\d{1,2}[.．、](?!\\d)|[①-⑳⑴-⒇]|${LETTER_NUMBER}|第(?:${CHINESE}|\\d{1,3})[章节部条题])`;

/** ◆数量指标—检修座数: what stands before a list's line in a number's place. An empty box is a form's, to be ticked. */
export const BULLET = "[·•●○◎◉■◆◇♦▪▶►▷▸➢➣➤➔❖★☆※✦✓✔✅]\\s*(?=\\p{Script=Han})";

/** 一、 （1） 2） 3. ①: any, where only a name can follow. */
export const ANY_NUMBER = "(?:[(（]?[一二三四五六七八九十\\d]{1,3}[)）、.．]|[①-⑳⑴-⒇])";

/** 第一部分、 第2章: a part's, with what parts it from its name. */
export const PART_NUMBER = "第[一二三四五六七八九十\\d]{1,3}[章节部条题](?:分)?[、\\s]*";

const UNIT =
  "(?:[万亿元米吨亩户套台件倍月天千余多]|分(?![析管别布])|个(?![别人体])|项(?!目)|人(?![员民才力均大工])|年(?![初末底度中终])|公[里斤顷]|平方|小时)";

/** 3.1 and 2.1.3: a point's within its chapter. Before a unit it is a figure: 2.5万元. */
export const CHAPTER_NUMBER = `\\d{1,2}(?:\\.\\d{1,2}){1,3}[.、．]?\\s*(?=(?:19|20)\\d\\d年|(?!${UNIT})\\p{Script=Han})`;
