import { extname } from "node:path";

const extensions = (names: string) => new Set(names.split(" "));

/** What documents are called. In a folder the name decides what is opened; what it is, its bytes decide. */
const DOCUMENT = extensions(
  ".pdf .ofd .docx .docm .doc .wps .rtf .xlsx .xlsm .xls .et .html .htm .mht .mhtml .txt .text .md .markdown .png .jpg .jpeg .tif .tiff .bmp .webp",
);
/** Archives that may hold documents, and that ziping does not open. */
const PACKED = extensions(".rar .7z .tar .gz .tgz .bz2 .xz .zst .lzh .cab .iso");
/** What editors, systems and archives leave behind. */
const LITTER = /^(\.|~\$|__MACOSX$|Thumbs\.db$|desktop\.ini$)/i;

const extension = (name: string) => extname(name).toLowerCase();

/** Whether a name ends as the documents do that are read. */
export function isDocumentName(name: string): boolean {
  return DOCUMENT.has(extension(name));
}

/** Whether a name ends as a package of files does. */
export function isZipName(name: string): boolean {
  return extension(name) === ".zip";
}

/** Whether a name is of what programs and systems leave beside documents. */
export function isLitter(name: string): boolean {
  return LITTER.test(name);
}

/** What to do about a file that is left out for its name. */
export function leftOutRemedy(name: string): string {
  return PACKED.has(extension(name))
    ? "Unpack it and name the folder, or pack the documents as zip."
    : "Name it, or read all files with --all.";
}
