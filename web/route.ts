/** A place of the page, as its address tells it behind `#`. */
export type Route =
  | { readonly view: "first"; readonly filter: URLSearchParams }
  | { readonly view: "reports"; readonly filter: URLSearchParams }
  | { readonly view: "upload" }
  | { readonly view: "report"; readonly sha256: string; readonly part: number; readonly finding: number | null };

/** The place that an address tells; one that is none is the beginning. */
export function routeOf(hash: string): Route {
  const [path = "", query = ""] = hash.replace(/^#/, "").split("?");
  const filter = new URLSearchParams(query);
  const report = /^\/report\/([0-9a-f]{64})(?:\/(\d{1,4}))?$/.exec(path);
  if (report) {
    const finding = filter.get("finding");
    return { view: "report", sha256: report[1]!, part: Number(report[2] ?? 1), finding: finding === null ? null : Number(finding) };
  }
  if (path === "/upload") return { view: "upload" };
  return { view: path === "/reports" ? "reports" : "first", filter };
}

/** The address of a report; `finding` is its number in the report, from 1. */
export function reportLink(sha256: string, part: number, finding?: number): string {
  return `#/report/${sha256}/${part}${finding === undefined ? "" : `?finding=${finding}`}`;
}
