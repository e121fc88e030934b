"""Responses to figures, charts and the report of a workshop."""
