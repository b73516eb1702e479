import type { Config } from "../../core/config.js";
import type { Recognise } from "../recognise.js";
import type { Recogniser } from "./recogniser.js";

let recogniser: Promise<Recogniser | undefined> | undefined;

/** This process's one recogniser, loaded with the first page that needs it: its networks are large. Undefined where recognition is off. */
export function ownRecogniser(ocr: Config["ocr"], workers?: number): Recognise | undefined {
  if (ocr === "off") return undefined;
  return async (page) => {
    recogniser ??= import("./recogniser.js").then(({ createRecogniser }) => createRecogniser({ ocr, workers }));
    return (await recogniser)!.recognise(page);
  };
}
