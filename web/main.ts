import { REFUSED } from "./api.js";
import { element } from "./element.js";
import { firstView } from "./first-view.js";
import { currentLanguage } from "./language.js";
import { reportView } from "./report-view.js";
import { reportsView } from "./reports-view.js";
import { type Route, routeOf } from "./route.js";
import { layOutShell, problemText, tokenForm } from "./shell.js";
import { keptToken, takeToken } from "./token.js";
import { uploadView } from "./upload-view.js";
import type { Words } from "./words.js";
import { EN } from "./words-en.js";
import { ZH } from "./words-zh.js";

const WORDS = { zh: ZH, en: EN };
/** The latest showing: an answer that comes after another place was gone to is not shown. */
let latest = 0;

async function show(): Promise<void> {
  const showing = ++latest;
  takeToken(location, history);
  const words = WORDS[currentLanguage()];
  const route = routeOf(location.hash);
  const focused = document.activeElement?.id;
  const main = layOutShell(words, route.view, again);
  if (keptToken() === null) return main.replaceChildren(tokenForm(words, false, again));
  main.replaceChildren(element("p", { role: "status", class: "about" }, words.loading));
  const shown = await viewOf(route, words).catch((error: unknown) => [problemText(error, words)]);
  if (showing !== latest) return;
  main.replaceChildren(...shown);
  // A filter that was changed keeps the focus.
  if (focused) document.getElementById(focused)?.focus();
}

async function viewOf(route: Route, words: Words): Promise<Node[]> {
  switch (route.view) {
    case "report":
      return reportView(route, words);
    case "upload":
      return uploadView(words);
    case "reports":
      return reportsView(route.filter, words);
    case "first":
      return firstView(route.filter, words);
  }
}

/** Asks for a token anew, whatever is under way. */
function refused(): void {
  latest++;
  document.getElementById("content")?.replaceChildren(tokenForm(WORDS[currentLanguage()], true, again));
}

function again(): void {
  void show();
}

window.addEventListener("hashchange", again);
window.addEventListener(REFUSED, refused);
again();
