"""Curriculum to paper: block trees, then PDF by typst."""
