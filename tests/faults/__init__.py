"""Curricula that want to do harm."""
