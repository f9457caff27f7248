"""The commands of `minutes`, one a file: `minutes NAME` is the function NAME in NAME.py; arguments in, exit code out."""
