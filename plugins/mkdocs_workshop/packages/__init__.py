"""Modules as packages for learning platforms: what participants read and answer, never what is for facilitators."""
