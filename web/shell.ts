import { ApiProblem } from "./api.js";
import { type Content, element, told } from "./element.js";
import { chooseLanguage } from "./language.js";
import type { Route } from "./route.js";
import { forgetToken, keepToken, keptToken } from "./token.js";
import type { Words } from "./words.js";

const VIEWS = [
  ["first", "#/"],
  ["reports", "#/reports"],
  ["upload", "#/upload"],
] as const;

/** Lays the page out around its content, and returns the place for it. `again` shows the page anew. */
export function layOutShell(words: Words, view: Route["view"], again: () => void): HTMLElement {
  document.documentElement.lang = words.language === "zh" ? "zh-CN" : "en";
  document.title = `${words.title} · ziping`;
  const main = element("main", { id: "content", tabindex: -1 });
  const link = ([name, href]: (typeof VIEWS)[number]) =>
    element("a", { href, "aria-current": name === view ? "page" : null }, words.nav[name]);
  const button = (text: string, act: () => void) => element("button", { type: "button", class: "plain", click: act }, text);
  const header = element(
    "header",
    {},
    element("a", { class: "skip", href: "#content", click: (event) => skipTo(main, event) }, words.skip),
    element("p", { class: "product" }, "ziping · 自评"),
    keptToken() !== null && element("nav", { "aria-label": words.title }, VIEWS.map(link)),
    element(
      "p",
      { class: "tools" },
      button(words.other, () => {
        chooseLanguage(words.language === "zh" ? "en" : "zh");
        again();
      }),
      keptToken() !== null &&
        button(words.leave, () => {
          forgetToken();
          again();
        }),
    ),
  );
  document.body.replaceChildren(header, main);
  return main;
}

/** The address behind `#` tells the view, so the link does by hand what links do. */
function skipTo(main: HTMLElement, event: Event): void {
  event.preventDefault();
  main.focus();
}

/** Asks for the token. `refused`: the one that was kept was not accepted. */
export function tokenForm(words: Words, refused: boolean, again: () => void): HTMLElement {
  const field = element("input", {
    id: "token",
    type: "password",
    name: "token",
    required: true,
    autocomplete: "off",
    spellcheck: "false",
  });
  const enter = (event: Event) => {
    event.preventDefault();
    keepToken(field.value);
    again();
  };
  return element(
    "form",
    { class: "token", submit: enter },
    element("h1", {}, words.token.title),
    refused && element("p", { class: "problem", role: "alert" }, words.token.refused),
    element("p", { class: "about" }, words.token.about),
    element("p", { class: "field" }, element("label", { for: "token" }, words.token.label), field),
    element("p", {}, element("button", {}, words.token.enter)),
  );
}

/** What went wrong, and what can be done about it. */
export function problemText(error: unknown, words: Words): HTMLElement {
  const problem = error instanceof ApiProblem ? error : new ApiProblem(0, "unknown", String((error as Error)?.message ?? error), "");
  return element("div", { class: "problem", role: "alert" }, reasonText(problem, words));
}

/** A fault or a problem of the API in the page's language, as far as it knows its code. */
export function reasonText({ code, message, remedy }: { code: string; message: string; remedy: string }, words: Words): Content[] {
  const fault = words.fault(code);
  return [
    element("p", {}, fault !== undefined && element("b", {}, `${fault} `), told(words.message(message)), " ", element("code", {}, code)),
    remedy !== "" && element("p", {}, `${words.remedy}: `, told(words.message(remedy))),
  ];
}
