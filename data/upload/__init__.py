"""Uploads: from the sheets of a file to checked observations and a publication.

The way of a file: `layout` finds the names of the columns and where the figures stand; `suggest` links columns to the
fields of an observation, and the person corrects that (`mapping`); `understand` turns cells into observations, raw text
and understood value side by side, in columns in which each different text is looked at once; `checks` say what does
not fit, in the sentences of `data/checks.toml`; `compare` tells what would change for readers; `publication` writes all
of it or nothing. Nothing here knows of pages or of SQL; the upload pages and the shell use the same functions.
"""
