"""Comparing municipalities: intervals, positions, peer groups, and what the page of a municipality tells.

Figures of municipalities are small, so nothing is compared without its interval; a position is told in words first; and
a group of municipalities is the sum of its counts, never the mean of its percentages.
"""
