"""Percentages and fractions of a whole."""
