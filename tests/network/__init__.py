"""Tests of contacts and rings."""
