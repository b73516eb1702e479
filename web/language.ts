export type Language = "zh" | "en";

const KEPT = "ziping.language";

/** The language that was chosen, else the browser's. */
export function currentLanguage(): Language {
  const kept = sessionStorage.getItem(KEPT);
  if (kept === "zh" || kept === "en") return kept;
  return navigator.language.toLowerCase().startsWith("zh") ? "zh" : "en";
}

export function chooseLanguage(language: Language): void {
  sessionStorage.setItem(KEPT, language);
}
