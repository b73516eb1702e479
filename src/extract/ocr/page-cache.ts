import { createHash } from "node:crypto";
import type { Bitmap } from "../recognise.js";
import type { PlacedPage } from "../tables/placed.js";

/** The latest readings by what the page looks like: the same scan in two files, or read again, costs nothing. */
export class PageCache {
  private readonly pages = new Map<string, PlacedPage>();

  constructor(private readonly most: number) {}

  get(key: string): PlacedPage | undefined {
    const page = this.pages.get(key);
    if (page) {
      this.pages.delete(key);
      this.pages.set(key, page);
    }
    return page;
  }

  set(key: string, page: PlacedPage): void {
    this.pages.set(key, page);
    if (this.pages.size > this.most) this.pages.delete(this.pages.keys().next().value!);
  }
}

/** The name of a bitmap under which its reading is kept. */
export function bitmapKey({ width, height, data }: Bitmap): string {
  return createHash("sha1").update(`${width}x${height};`).update(data).digest("base64");
}
