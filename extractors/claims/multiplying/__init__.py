"""A rate times a number, averages, and so much over so many years."""
