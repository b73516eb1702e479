/** Pages of a document, from 1, both ends counted. */
export interface PageRange {
  readonly from: number;
  readonly to: number;
}
