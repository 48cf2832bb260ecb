"""Tests of what must not leave the machine."""
