"""Instruments as forms that are filled in on a screen, and as tables for typing in what stands on paper."""
