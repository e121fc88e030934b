"""Benchmarks: commands, not tests. They report ratios, which hold when the machine's speed drifts."""
