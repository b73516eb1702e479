# Reads PDFs with pdfminer.six, on which pdfplumber is built: python3 miner.py (glyphs|layout) TIMES FILE... Prints pages and characters.
import sys

from pdfminer.converter import PDFPageAggregator
from pdfminer.layout import LAParams, LTChar, LTTextContainer
from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
from pdfminer.pdfpage import PDFPage

how, times, *files = sys.argv[1:]
pages = characters = 0
for _ in range(int(times)):
    for path in files:
        # One manager a document, as pdfplumber has; without LAParams glyphs and rulings are only placed, as pdfplumber asks for.
        manager = PDFResourceManager()
        device = PDFPageAggregator(manager, laparams=LAParams() if how == "layout" else None)
        interpreter = PDFPageInterpreter(manager, device)
        with open(path, "rb") as file:
            for page in PDFPage.get_pages(file):
                interpreter.process_page(page)
                pages += 1
                for item in device.get_result():
                    characters += isinstance(item, LTChar) or (len(item.get_text()) if isinstance(item, LTTextContainer) else 0)
print(pages, characters)
if characters == 0:
    sys.exit("No characters: pdfminer's CMaps are missing (Debian's package pdfminer-data).")
