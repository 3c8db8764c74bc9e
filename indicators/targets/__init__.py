"""Targets of policy next to the figures: how fast it should go, how fast it goes, and what may be said about that.

The way of a verdict: `points` takes the measurements of a target from the figures; `reckoning` works out the road from
base to goal (`path`) and the growth rate beside it (`growth`); `judge` turns that into one of the seven statuses of
`statuses`; `arithmetic` writes every step in Dutch (`written` the numbers), so that a reader can do it again by hand.
`board` asks all this for all targets; `rows`, `page` and `beside` make of it what pages show, `told` says it in words,
`required` draws the road, `what_if` gives the numbers of the calculation example, `export` writes it for programs.
"""
