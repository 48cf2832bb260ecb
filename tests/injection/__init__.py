"""Attacks by text against every prompt."""
