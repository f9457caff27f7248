"""What councils say, and whether it can be right. Knows no PDF and no spaCy."""

__version__ = "0.1.0"
