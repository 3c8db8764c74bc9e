"""Drafts: uploaded files on their way to a publication, and the originals of what was published.

A draft is a file under a name of our own (`files`) and a row that says whose it is, how it is read and how far it is
(`drafts`, `draft`). `edits` are cells that a person mended in the browser; the file itself never changes. `desk` does
what the upload pages ask: receive, check, publish, take back. What a file may be is decided in `data/reading`, what its
cells mean in `data/upload`, and who may do what in `data/accounts/rights.py`.
"""
