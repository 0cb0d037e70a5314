"""Measurements: ratios and throughput, printed as small tables."""
