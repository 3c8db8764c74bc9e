"""The report of a municipality, on paper and on screen.

`content.py` makes one `Report` of a profile: every text ready, nothing drawn by hand. `page.py` writes it as an
accessible HTML document, `paper.py` as a tagged PDF, `sheets.py` as a workbook; all three say the same. `said.py` is
the grammar of its sentences, `batch.py` makes the reports of many municipalities.
"""
