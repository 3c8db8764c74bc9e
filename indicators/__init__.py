"""Questions on the figures, and their answers: pure functions from observations to numbers, sentences and drawings.

The way of a figure: `series` sorts observations into cuts and series; `measures` subtracts them; `findings` and `strip`
say what they mean; `panels` choose a chart and `figures` draw it; `tables` lists them; `view` puts one page's answer
together, and `answers` keeps it. No Dash, no SQL.
"""
