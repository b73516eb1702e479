/** Numbers before headings and points as documents write them, as sources of patterns: each place adds what else begins a line there. */
const CHINESE = "[一二三四五六七八九十]{1,3}";

/** 一、 （一）: a heading's. */
export const HEADING_NUMBER = `(?:${CHINESE}、|[(（]${CHINESE}[)）])`;

/** 一、 （一） 1. （1） ① 第一部分: a heading's, a point's or a clause's. The figure 1.5 is none. */
export const POINT_NUMBER = `(?:${CHINESE}[、.．]|[(（](?:${CHINESE}|\\d{1,3})[)）]|\\d{1,2}[.．、](?!\\d)|[①-⑳⑴-⒇]|第(?:${CHINESE}|\\d{1,3})[章节部条])`;

/** 一、 （1） 2） 3.: any, where only a name can follow. */
export const ANY_NUMBER = "[(（]?[一二三四五六七八九十\\d]{1,3}[)）、.．]";
