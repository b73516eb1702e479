import { judgeDocuments } from "./judge-documents.js";

/** Documents that are not read right yet, with the reason. One that is read right must leave the list. */
const KNOWN_TO_FAIL: { readonly [file: string]: string } = {
  "h291.txt": "a laid-out text of narrow columns, each cell over lines that interleave with its neighbours'",
  "h358.html": "a table of some indicators beside sentences about all",
  "h365.txt": "a form's table printed column by column",
  "h439.txt": "a number of indicators that is wrong, in a text that may have lost a line",
  "h442.docx": "scores that 均得满分 tells of a whole list",
  "h443.txt": "a web page copied cell by cell, tabs before all cells but a row's first",
  "h553.txt": "a grade behind 经评审打分, which may be another body's",
  "h368.txt": "full marks of the whole that only the points lost tell",
};

judgeDocuments("documents written without a look at the code", "holdout", KNOWN_TO_FAIL);
