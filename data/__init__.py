"""Figures, and where they are kept.

The way of a figure: a CSV file and its catalogue entry (`catalogue`, `codelists`, `observations`) become frozen
facts (`model`), enter the store as a numbered revision (`shipped`, `store`), and leave it as a slice or a file
(`export`). No Dash, no Plotly.
"""
