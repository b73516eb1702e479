const KEPT = "ziping.token";

/** The API token: kept for this tab alone, as long as it is open. */
export function keptToken(): string | null {
  return sessionStorage.getItem(KEPT);
}

export function keepToken(secret: string): void {
  sessionStorage.setItem(KEPT, secret.trim());
}

export function forgetToken(): void {
  sessionStorage.removeItem(KEPT);
}

/** Takes the token out of a link's fragment (`#token=SECRET`, a place of the page behind it), so that it stands neither in the address nor in the history. */
export function takeToken(place: Location, past: History): void {
  const found = /^#token=([\w-]+)(\/.*)?$/.exec(place.hash);
  if (!found) return;
  keepToken(found[1]!);
  past.replaceState(null, "", `#${found[2] ?? "/"}`);
}
