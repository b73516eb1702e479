/** What can be done about a file that was not read. */
export const REMEDIES = {
  "The file has no bytes. Fetch it again from its source.": "请从来源重新获取。",
  "Convert the file to PDF, DOCX, DOC, XLSX, XLS, HTML, OFD, Markdown or text and try again.":
    "请转换为 PDF、DOCX、DOC、XLSX、XLS、HTML、OFD、Markdown 或文本后重试。",
  "Remove the password from the file and try again.": "请去除文件密码后重试。",
  "The file is broken or cut off. Fetch it again, or open and save it with the program that made it.":
    "文件损坏或不完整，请重新获取，或用生成它的程序打开后另存。",
  "Split the file, or leave out what is not the report; a limit named ZIPING_… can be raised (docs/configuration.md).":
    "请拆分文件，或去掉报告以外的内容；名为 ZIPING_… 的上限可以调高（docs/configuration.md）。",
  "Split the file, or raise ZIPING_TIMEOUT_MS.": "请拆分文件，或调高 ZIPING_TIMEOUT_MS。",
  "Nothing could be read, even after recognition. Scan the pages again at 200 dpi or more.":
    "经文字识别仍无可读内容，请以 200 dpi 以上重新扫描。",
  "See what the program that made the file shows of it, and save it anew with its text.": "请用生成它的程序打开查看，连同文字重新保存。",
  "Open it in Word, WPS or LibreOffice, save it as DOCX and try again.": "请用 Word、WPS 或 LibreOffice 打开，另存为 DOCX 后重试。",
  "Break its text into paragraphs, or split the file.": "请将文字分段，或拆分文件。",
  "Split the file.": "请拆分文件。",
  "Open the file in a PDF viewer, print it as pictures to a new PDF, and read that.":
    "请用 PDF 阅读器打开，按图片打印成新的 PDF，再读取新文件。",
  "Unpack the zip, or fetch it again, and try again.": "请解压 zip，或重新获取后重试。",
  "Name a file or a folder.": "请指定文件或文件夹。",
  "See that it is there and that you may read it, and try again.": "请确认其存在且有权读取，然后重试。",
  "See that what it links to is there, and try again.": "请确认链接所指的文件存在，然后重试。",
  "Rename it and try again; a whole folder: convmv -f GBK -t UTF-8 -r --notest FOLDER.":
    "请改名后重试；整个文件夹可用：convmv -f GBK -t UTF-8 -r --notest 文件夹。",
  "Give the machine more memory or lower ZIPING_WORKERS, and read the file again.": "请增加内存或调低 ZIPING_WORKERS，再读取该文件。",
  "Open and save the file with the program that made it, and try again; if that does not help, report it with the place named.":
    "请用生成它的程序打开后另存再试；仍然不行，请连同所列位置一并反馈。",
  "Unpack the outer zip and name the folder.": "请解压外层 zip，并指定解压后的文件夹。",
  "Pack documents into it, or leave it out.": "请在其中放入文件，或不列入该 zip。",
  "Pack fewer or smaller files into one zip, without a password.": "请减少每个 zip 中的文件数量或大小，且不设密码。",
  "Pack it again.": "请重新打包。",
  "Upload the file again.": "请重新上传。",
} as const;
