/** A page of a document as a picture to look at. */
export interface PagePicture {
  readonly mediaType: "image/png" | "image/svg+xml";
  readonly bytes: Uint8Array;
}
