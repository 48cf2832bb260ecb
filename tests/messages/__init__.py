"""Tests of messages around a talk."""
