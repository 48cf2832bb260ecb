"""Tests of what reads public occupation data and a learner's own files."""
