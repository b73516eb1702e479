import { judgeDocuments } from "./judge-documents.js";

/** Documents that are not read right yet, with the reason. One that is read right must leave the list. */
const KNOWN_TO_FAIL: { readonly [file: string]: string } = {
  "h276.docx": "a title in which 项目支出绩效自评 may begin with or behind the name's last word",
  "h279.docx": "the place before a project's name in the title, for want of a name elsewhere",
  "h283.doc": "a unit that only the sentence about the work names",
  "h291.txt": "a laid-out text of narrow columns, each cell over lines that interleave with its neighbours'",
  "h292.txt": "a fund table printed column by column",
};

judgeDocuments("documents written without a look at the code", "holdout", KNOWN_TO_FAIL);
