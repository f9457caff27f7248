"""How fast, how much memory, how it grows: ratios measured in one run. `python -m benchmarks`, or `make bench`."""
