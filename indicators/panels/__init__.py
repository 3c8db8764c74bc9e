"""Chooses the chart by the shape of the figures, and hands it over with its title, legend and text alternative.

Three measurements or more make a line, two a dumbbell in time, one a dot or, for two groups, a dumbbell; counts become
bars; a line is never drawn through one point.
"""
